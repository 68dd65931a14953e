import { CheckCheck, MessageCircleQuestion, Undo2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { DATA_LIFE, recordNow } from '@/lib/domain/consent-defaults.ts';
import { noticeInForce } from '@/lib/domain/consent-notice.ts';
import { type Channel, PURPOSES, type Purpose } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { heldOf } from '@/lib/domain/person-held.ts';
import type { HistoryLine } from '@/lib/domain/person-history.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { StateWord } from '../kit/chip.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { useReturn } from '../kit/use-return.ts';
import { AskForm } from '../sidepanel/ask-form.tsx';
import type { AskDesk } from '../sidepanel/ask-view.ts';
import { ConsentForm } from './consent-form.tsx';
import { ConsentGrid } from './consent-grid.tsx';
import { Notes } from './notes.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonHead } from './person-head.tsx';
import { HeldData, type HeldProps } from './person-held.tsx';
import { OpenRequests } from './person-requests.tsx';
import { Told } from './person-told.tsx';
import { Points } from './points.tsx';
import { standingFor, standingOf } from './standing.ts';
import { Suppressions } from './suppressions.tsx';
import type { KnownPerson } from './terms.tsx';
import { Timeline } from './timeline.tsx';
import type { Write } from './write.ts';

interface Props {
  readonly state: PersonState;
  readonly policy: Policy;
  readonly now: string;
  readonly write: Write;
  /** Of the list on which they stand, where this user may only read it: the name of its team. */
  readonly readOnly?: string;
  readonly onRemove: () => void;
  /** Newest first. */
  readonly history: readonly HistoryLine[];
  readonly guardian?: KnownPerson;
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  readonly desk: AskDesk;
  /** What they agreed to, on a sheet to keep. */
  readonly receiptHref: string;
  /** Where a request of this id is worked on. */
  readonly requestHref: (id: string) => string;
  readonly law: HeldProps['law'];
  readonly half: HeldProps['half'];
  readonly onReveal: HeldProps['onReveal'];
  /** Where they are shared. */
  readonly team?: ReactNode;
}

type Open =
  | { readonly purpose: Purpose; readonly channels: readonly Channel[]; readonly initial: 'given' | 'withdrawn' }
  | undefined;

/** Everything of one person, edited in place. The consent grid is the hero. */
export function PersonPage(props: Props) {
  const { state, policy, now, onRemove, guardian, history, readOnly } = props;
  const write = readOnly === undefined ? props.write : undefined;
  const { person, points } = state;
  const [editing, setEditing] = useState(false);
  const [recording, setRecording] = useState<Open>();
  const [asking, setAsking] = useState(false);
  const [all, setAll] = useState(false);
  const page = useRef<HTMLElement>(null);
  useReturn(editing, () => page.current?.querySelector<HTMLElement>('.person-head button'));
  useReturn(recording !== undefined || asking, () =>
    page.current?.querySelector<HTMLElement>('.consent-actions button'),
  );
  const channels = channelsOf(state);
  const purposes = all ? PURPOSES : purposesOf(state, policy);
  const pick = (purpose: Purpose, channel: Channel): void => {
    const { state: at } = standingFor(state, purpose, channel, now);
    setRecording({ purpose, channels: [channel], initial: at === 'given' || at === 'renewed' ? 'withdrawn' : 'given' });
  };
  const held = heldOf(state, policy);
  const notice = noticeInForce(policy.notices);
  const overall = standingOf(state, policy.purpose, now);
  return (
    <article ref={page} className="person" aria-labelledby="person-name">
      {readOnly !== undefined && <Notice tone="nila">{t('refusal_read_only', { team: readOnly })}</Notice>}
      {editing && write ? (
        <PersonForm
          person={person}
          find={props.find}
          {...(guardian ? { guardian } : {})}
          onCancel={() => setEditing(false)}
          onSave={async (set) => {
            const refused = await write([{ kind: 'person', set }]);
            if (refused === undefined) setEditing(false);
            return refused;
          }}
        />
      ) : (
        <PersonHead
          state={state}
          {...(guardian ? { guardian } : {})}
          {...(write ? { onEdit: () => setEditing(true), onRemove } : {})}
        />
      )}
      <section className="block" aria-labelledby="consent-head">
        <h2 id="consent-head">{t('consent_head')}</h2>
        <p>
          <StateWord state={overall.state} /> {t(`purpose_${policy.purpose}`)}
          {overall.since && <span className="soft"> · {t('kit_since', { at: writeInstant(overall.since) })}</span>}
        </p>
        <ConsentGrid
          state={state}
          purposes={purposes}
          channels={channels}
          now={now}
          {...(write ? { onPick: pick } : {})}
        />
        {!write ? (
          <p>
            <MoreRows all={all} onAll={setAll} />
          </p>
        ) : recording ? (
          <ConsentForm
            key={`${recording.purpose}:${recording.channels.join()}:${recording.initial}`}
            state={state}
            {...recording}
            available={channels}
            lawPacks={policy.lawPacks}
            recordFields={(at, shown) => recordNow(policy, state, at, shown)}
            {...(notice ? { notice: notice.version } : {})}
            write={write}
            onDone={() => setRecording(undefined)}
          />
        ) : asking ? (
          <AskForm
            state={state}
            policy={policy}
            purpose={policy.purpose}
            channels={channels}
            writing={undefined}
            desk={props.desk}
            now={now}
            onDone={() => setAsking(false)}
          />
        ) : (
          <p className="actions consent-actions">
            <Button
              look="safe"
              icon={CheckCheck}
              onClick={() =>
                setRecording({
                  purpose: policy.purpose,
                  channels: [...new Set(points.map(({ channel }) => channel))],
                  initial: 'given',
                })
              }
            >
              {t('consent_add')}
            </Button>
            <Button
              icon={Undo2}
              onClick={() => setRecording({ purpose: policy.purpose, channels: [], initial: 'withdrawn' })}
            >
              {t('consent_withdraw')}
            </Button>
            <Button icon={MessageCircleQuestion} onClick={() => setAsking(true)}>
              {t('asking_button')}
            </Button>
            <MoreRows all={all} onAll={setAll} />
          </p>
        )}
        {state.records.length > 0 && (
          <p>
            <a href={props.receiptHref}>{t('receipt_open')}</a>
          </p>
        )}
      </section>
      {props.team}
      <OpenRequests requests={state.requests} now={now} hrefOf={props.requestHref} />
      <Suppressions suppressions={state.suppressions} channels={channels} write={write} />
      <Points points={points} region={policy.region} write={write} />
      <HeldData
        name={person.name}
        held={held}
        retention={policy.records?.storage?.retention ?? DATA_LIFE}
        now={now}
        law={props.law}
        half={props.half}
        onReveal={props.onReveal}
        write={write}
      />
      <Told
        contacts={state.contacts}
        disclosures={state.disclosures ?? []}
        categories={held.map(({ category }) => category)}
        write={write}
      />
      <Notes notes={state.notes} write={write} />
      <Timeline history={history} />
    </article>
  );
}

const MoreRows = ({ all, onAll }: { readonly all: boolean; readonly onAll: (all: boolean) => void }) => (
  <Button look="word" aria-expanded={all} onClick={() => onAll(!all)}>
    {all ? t('grid_fewer') : t('grid_all')}
  </Button>
);

const channelsOf = (state: PersonState): readonly Channel[] => {
  const own = state.points.map(({ channel }) => channel);
  const recorded = state.records.flatMap(({ processes, events }) =>
    [...processes, ...events].flatMap(({ channels }) => channels ?? []),
  );
  const all = [...new Set<Channel>([...own, ...recorded])];
  return all.length > 0 ? all : ['email'];
};

const purposesOf = (state: PersonState, policy: Policy): readonly Purpose[] => [
  ...new Set<Purpose>([
    policy.purpose,
    ...state.records.flatMap(({ processes }) => processes.map(({ purpose }) => purpose)),
  ]),
];
