import { useId, useRef, useState } from 'react';
import { recordNow } from '@/lib/domain/consent-defaults.ts';
import { noticeInForce } from '@/lib/domain/consent-notice.ts';
import { contactability } from '@/lib/domain/contactability.ts';
import type { RecipientField } from '@/lib/domain/draft.ts';
import { type Channel, PURPOSES, type Purpose } from '@/lib/domain/enums.ts';
import { mayWrite } from '@/lib/domain/may-write.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { StateWord } from '../kit/chip.tsx';
import { capital } from '../kit/sentence.ts';
import { useReturn } from '../kit/use-return.ts';
import { ConsentForm } from '../ledger/consent-form.tsx';
import { ConsentGrid } from '../ledger/consent-grid.tsx';
import { standingFor, standingOf } from '../ledger/standing.ts';
import { answerWords, whyWords } from './answer.ts';
import { AskForm } from './ask-form.tsx';
import { OnRecord } from './on-record.tsx';
import { RecordBar, type Recording } from './record-bar.tsx';
import { RecordForm } from './record-form.tsx';
import { type Office, recordHref } from './view.ts';

interface Props {
  readonly state: PersonState;
  readonly office: Office;
  /** The message in focus; left out: nobody writes yet, and every channel is answered. */
  readonly to?: { readonly channel: Channel; readonly purpose: Purpose; readonly field: RecipientField };
}

type Open =
  | { readonly kind: Recording }
  | { readonly kind: 'ask' }
  | { readonly kind: 'cell'; readonly purpose: Purpose; readonly channel: Channel }
  | undefined;

/** All that one needs to know of a person before writing, and what may be recorded on the spot. */
export function PersonCard({ state, office, to }: Props) {
  const [open, setOpen] = useState<Open>();
  const [done, setDone] = useState(false);
  const title = useId();
  const card = useRef<HTMLElement>(null);
  const opener = useRef('');
  useReturn(open !== undefined, () => card.current?.querySelector<HTMLElement>(opener.current));
  const { person } = state;
  const { now } = office;
  const purpose = to?.purpose ?? office.purpose;
  const overall = to ? standingFor(state, purpose, to.channel, now) : standingOf(state, purpose, now);
  const start = (what: Open, from: string): void => {
    opener.current = from;
    setDone(false);
    setOpen(what);
  };
  const close = (recorded: boolean): void => {
    setOpen(undefined);
    setDone(recorded);
  };
  const channels = channelsOf(state, to?.channel);
  const notice = noticeInForce(office.policy.notices);
  return (
    <article ref={card} className="card" aria-labelledby={title}>
      <header className="card-head">
        <h2 id={title} dir="auto">
          {person.name}
        </h2>
        <StateWord state={overall.state} />
        <p className="soft small" dir="auto">
          {[person.outlet ?? capital(t(`role_${person.role}`)), to && to.field !== 'direct' && t(`field_${to.field}`)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <p>{to ? hereWords(state, purpose, to.channel, now) : answerWords(mayWrite(state, purpose, now))}</p>
      <ConsentGrid
        state={state}
        purposes={purposesOf(state, purpose)}
        channels={channels}
        now={now}
        onPick={(of, channel) =>
          start(
            { kind: 'cell', purpose: of, channel },
            `[data-cell="${purposesOf(state, purpose).indexOf(of)}:${channels.indexOf(channel)}"]`,
          )
        }
      />
      <OnRecord state={state} />
      {open === undefined ? (
        <RecordBar
          name={person.name}
          done={done}
          href={recordHref(person.id)}
          onStart={(kind) => start({ kind }, `[data-record="${kind}"]`)}
          onAsk={() => start({ kind: 'ask' }, '[data-record="ask"]')}
        />
      ) : open.kind === 'ask' ? (
        <AskForm
          state={state}
          policy={office.policy}
          purpose={purpose}
          channels={channels}
          writing={to?.channel}
          desk={office.ask}
          now={now}
          onDone={close}
        />
      ) : open.kind === 'cell' ? (
        <ConsentForm
          key={`${open.purpose} ${open.channel}`}
          state={state}
          purpose={open.purpose}
          channels={[open.channel]}
          initial={agreedAt(state, open.purpose, open.channel, now) ? 'withdrawn' : 'given'}
          available={channels}
          lawPacks={office.policy.lawPacks}
          recordFields={(at, shown) => recordNow(office.policy, state, at, shown)}
          {...(notice ? { notice: notice.version } : {})}
          write={office.write(state)}
          onDone={() => close(false)}
        />
      ) : (
        <RecordForm
          key={open.kind}
          kind={open.kind}
          state={state}
          purpose={purpose}
          channel={to?.channel ?? channels[0] ?? 'email'}
          policy={office.policy}
          write={office.write(state)}
          onDone={close}
        />
      )}
    </article>
  );
}

/** "Press pitch by e-mail: agreed since 1 June 2026". */
function hereWords(state: PersonState, purpose: Purpose, channel: Channel, at: string): string {
  const { because } = contactability([state], { purpose, channel, at });
  const about = t('panel_for', { purpose: t(`purpose_${purpose}`), channel: t(`channel_${channel}`) });
  return `${capital(about)}: ${whyWords(because)}`;
}

const agreedAt = (state: PersonState, purpose: Purpose, channel: Channel, now: string): boolean => {
  const { state: at } = standingFor(state, purpose, channel, now);
  return at === 'given' || at === 'renewed';
};

/** The channel in use first, then those of the person. */
const channelsOf = (state: PersonState, first: Channel | undefined): readonly Channel[] => {
  const all = [...new Set([...(first ? [first] : []), ...state.points.map(({ channel }) => channel)])];
  return all.length > 0 ? all : ['email'];
};

const purposesOf = (state: PersonState, purpose: Purpose): readonly Purpose[] => {
  const recorded = new Set(state.records.flatMap(({ processes }) => processes.map((process) => process.purpose)));
  return [purpose, ...PURPOSES.filter((one) => one !== purpose && recorded.has(one))];
};
