import { Eye, EyeOff, Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import type { Refused } from './team-acts.ts';
import { TeamBack } from './team-back.tsx';
import { useAct } from './use-act.ts';
import './backup.css';
import './team.css';
import { Wrong } from '../kit/wrong.tsx';

/** `gone`: tried, and on paper alone. `elsewhere`: another member has it. `unread`: the words could not be had. */
export type Kit =
  | { readonly kind: 'gone' | 'elsewhere' }
  | { readonly kind: 'here'; readonly words: readonly string[]; readonly ask: readonly [number, number] };

interface Props {
  readonly team: { readonly id: string; readonly name: string };
  readonly kit: Kit;
  readonly now: string;
  readonly onPrint: () => void;
  readonly onTry: (words: readonly [string, string]) => Refused;
}

/** The words go to paper, two of them come back from it, and then this device forgets them. */
export function TeamKit({ team, kit, now, onPrint, onTry }: Props) {
  return (
    <div className="page team-kit-page">
      <TeamBack to={`/${team.id}`} name={team.name} />
      <h1>{t('team_kit_head')}</h1>
      <p className="soft">{t('team_kit_what')}</p>
      <p className="soft">{t('team_kit_not_yet')}</p>
      {kit.kind === 'here' ? (
        <>
          <Words words={kit.words} onPrint={onPrint} />
          <Test ask={kit.ask} onTry={onTry} />
          <section className="sheet" aria-hidden>
            <h2 dir="auto">{t('team_kit_sheet', { name: team.name })}</h2>
            <p>{t('team_kit_sheet_what')}</p>
            <KitWords words={kit.words} />
            <p>{t('team_kit_sheet_at', { at: writeInstant(now) })}</p>
          </section>
        </>
      ) : (
        <Notice tone={kit.kind === 'gone' ? 'daun' : 'nila'} live>
          {t(kit.kind === 'gone' ? 'team_kit_gone' : 'team_kit_elsewhere')}
        </Notice>
      )}
    </div>
  );
}

function Words({ words, onPrint }: { readonly words: readonly string[]; readonly onPrint: () => void }) {
  const [shown, setShown] = useState(false);
  return (
    <section className="block" aria-labelledby="team-kit-words">
      <h2 id="team-kit-words">{t('team_kit_words', { count: words.length })}</h2>
      {shown && <KitWords words={words} />}
      <p className="actions">
        <Button look="safe" icon={Printer} onClick={onPrint}>
          {t('team_kit_print')}
        </Button>
        <Button icon={shown ? EyeOff : Eye} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'team_kit_hide' : 'team_kit_show')}
        </Button>
      </p>
      <p className="soft small">{t('team_kit_paper')}</p>
    </section>
  );
}

const KitWords = ({ words }: { readonly words: readonly string[] }) => (
  <ol className="team-kit-words" translate="no" lang="id">
    {words.map((word, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice; its place is what it is
      <li key={at}>{word}</li>
    ))}
  </ol>
);

function Test({ ask, onTry }: { readonly ask: readonly [number, number]; readonly onTry: Props['onTry'] }) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const { busy, wrong, run } = useAct();
  const check = (event: FormEvent): void => {
    event.preventDefault();
    void run(() => onTry([first.trim().toLowerCase(), second.trim().toLowerCase()]));
  };
  const plain = { autoCapitalize: 'none', spellCheck: false, lang: 'id', required: true } as const;
  return (
    <form className="block form" onSubmit={check} aria-labelledby="team-kit-test">
      <h2 id="team-kit-test">{t('team_kit_test_head')}</h2>
      <p className="soft">{t('team_kit_test_what')}</p>
      <div className="form-line">
        <TextField
          label={t('team_kit_word', { count: ask[0] + 1 })}
          value={first}
          onChange={(event) => setFirst(event.target.value)}
          {...plain}
        />
        <TextField
          label={t('team_kit_word', { count: ask[1] + 1 })}
          value={second}
          onChange={(event) => setSecond(event.target.value)}
          {...plain}
        />
        <Button type="submit" disabled={busy}>
          {t('team_kit_check')}
        </Button>
      </div>
      <Wrong phrase={wrong} />
    </form>
  );
}
