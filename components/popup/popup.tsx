import { BookUser, Eye, Inbox, PanelRight, Pointer } from 'lucide-react';
import { useState } from 'react';
import type { ReadProblem } from '@/lib/domain/draft.ts';
import type { ConsentState } from '@/lib/domain/enums.ts';
import { t } from '@/lib/platform/words.ts';
import { Brand } from '../kit/brand.tsx';
import { Button } from '../kit/button.tsx';
import { StateWord } from '../kit/chip.tsx';
import { TextField } from '../kit/field.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Seal, type SealState } from '../kit/seal.tsx';
import { listed } from '../kit/sentence.ts';

/** What is known of the tab. `offer`: an https site that may be watched after asking. */
export type TabState =
  | { readonly kind: 'asking' | 'reload' | 'no-page' | 'unreachable' | 'now-watched' | 'refused' }
  | ({ readonly kind: 'watched' } & TabSite)
  | ({ readonly kind: 'degraded'; readonly problems: readonly ReadProblem[] } & TabSite)
  | { readonly kind: 'unsupported'; readonly origin?: string; readonly teachable: boolean };

/** The watched site of this tab, with what its adapter may claim. */
interface TabSite {
  readonly name: string;
  readonly proof: {
    readonly grade: 'real' | 'recorded' | 'reconstructed' | 'generic' | 'taught' | 'own';
    readonly on: string;
  };
  /** Writing boxes seen so far. */
  readonly boxes: number;
  /** Path of the report in the ledger page. */
  readonly report: string;
}

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly outlet?: string;
  readonly state: ConsentState | 'suppressed';
}

interface Props {
  readonly tab: TabState;
  readonly today:
    | { readonly held: number; readonly mended: number; readonly sentAnyway: number }
    | 'broken'
    | undefined;
  readonly onWatch: (origin: string) => void;
  /** Starts the teaching on this tab. */
  readonly onTeach: () => void;
  /** Opens who is being written to, beside the page. */
  readonly onPanel: () => void;
  readonly find: (query: string) => Promise<readonly FoundPerson[]>;
  readonly onOpen: (path: string) => void;
}

/** This tab in one sentence, today in three numbers, and anybody in one field. */
export function Popup({ tab, today, onWatch, onTeach, onPanel, find, onOpen }: Props) {
  return (
    <main className="popup">
      <header>
        <Brand />
      </header>
      <section className="popup-tab" aria-live="polite">
        <Seal state={SEALS[tab.kind]} silent />
        <p>{sentence(tab)}</p>
      </section>
      {(tab.kind === 'watched' || tab.kind === 'degraded') && <SiteLine tab={tab} onOpen={onOpen} />}
      {tab.kind === 'unsupported' && <Offer tab={tab} onWatch={onWatch} onTeach={onTeach} />}
      {today === 'broken' && <p className="popup-broken">{t('popup_broken')}</p>}
      {today !== undefined && today !== 'broken' && (
        <section className="popup-today" aria-labelledby="today">
          <h2 id="today" className="field-label">
            {t('popup_today')}
          </h2>
          <dl>
            <Figure words={t('popup_held')} figure={today.held} />
            <Figure words={t('popup_mended')} figure={today.mended} />
            <Figure words={t('popup_sent_anyway')} figure={today.sentAnyway} />
          </dl>
        </section>
      )}
      <Finder find={find} onOpen={onOpen} />
      <footer className="popup-doors">
        <Button icon={PanelRight} onClick={onPanel}>
          {t('popup_panel')}
        </Button>
        <Button icon={BookUser} onClick={() => onOpen('ledger.html')}>
          {t('popup_ledger')}
        </Button>
        <Button icon={Inbox} onClick={() => onOpen('practice.html')}>
          {t('popup_practice')}
        </Button>
      </footer>
    </main>
  );
}

const SEALS: Readonly<Record<TabState['kind'], SealState>> = {
  asking: 'quiet',
  watched: 'clear',
  'now-watched': 'clear',
  degraded: 'unread',
  reload: 'quiet',
  unsupported: 'quiet',
  refused: 'quiet',
  'no-page': 'quiet',
  unreachable: 'unread',
};

function sentence(tab: TabState): string {
  switch (tab.kind) {
    case 'degraded':
      return t('popup_degraded', { what: listed(tab.problems.map((part) => t(`popup_part_${part}`))) });
    case 'watched':
      return t(tab.boxes > 0 ? 'popup_watched' : 'popup_watched_waiting');
    case 'now-watched':
      return t('popup_now_watched');
    case 'no-page':
      return t('popup_no_page');
    default:
      return t(`popup_${tab.kind}`);
  }
}

/** Name, proof and date, in one quiet line; the report where a box was seen. */
const SiteLine = ({ tab, onOpen }: { readonly tab: TabSite } & Pick<Props, 'onOpen'>) => (
  <p className="popup-site soft small">
    {tab.name} · {t(`proof_${tab.proof.grade}`)} · {writeInstant(tab.proof.on, 'short')}
    {tab.boxes > 0 && (
      <>
        {' '}
        <Button look="quiet" className="small" onClick={() => onOpen(tab.report)}>
          {t('popup_report')}
        </Button>
      </>
    )}
  </p>
);

function Offer({
  tab: { origin, teachable },
  onWatch,
  onTeach,
}: { readonly tab: Extract<TabState, { kind: 'unsupported' }> } & Pick<Props, 'onWatch' | 'onTeach'>) {
  if (origin === undefined && !teachable) return undefined;
  return (
    <section className="popup-offer">
      {origin !== undefined && (
        <>
          <Button look="safe" icon={Eye} onClick={() => onWatch(origin)}>
            {t('popup_watch')}
          </Button>
          <p className="soft small">{t('popup_watch_what')}</p>
        </>
      )}
      {teachable && (
        <>
          <Button icon={Pointer} onClick={onTeach}>
            {t('popup_teach')}
          </Button>
          <p className="soft small">{t('popup_teach_what')}</p>
        </>
      )}
    </section>
  );
}

const Figure = ({ words, figure }: { readonly words: string; readonly figure: number }) => (
  <div>
    <dt className="soft small">{words}</dt>
    <dd className="numbers">{figure}</dd>
  </div>
);

function Finder({ find, onOpen }: Pick<Props, 'find' | 'onOpen'>) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{ readonly of: string; readonly people: readonly FoundPerson[] }>();
  const search = async (text: string): Promise<void> => {
    setQuery(text);
    setFound(text.trim() === '' ? undefined : { of: text, people: await find(text) });
  };
  return (
    <section className="popup-find">
      <TextField
        label={t('popup_find')}
        type="search"
        autoFocus
        value={query}
        onChange={(event) => void search(event.target.value)}
      />
      {query.trim() !== '' && found?.people.length === 0 && <p className="soft">{t('popup_none')}</p>}
      <ul>
        {query.trim() !== '' &&
          found?.people.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => onOpen(`ledger.html#/people/${person.id}`)}>
                <span dir="auto">{person.name}</span> <StateWord state={person.state} />{' '}
                {person.outlet && (
                  <span className="soft small" dir="auto">
                    {person.outlet}
                  </span>
                )}
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
