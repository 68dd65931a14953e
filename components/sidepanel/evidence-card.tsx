import { useEffect, useId, useRef, useState } from 'react';
import { CHANNELS, type Channel, PURPOSES, type Purpose } from '@/lib/domain/enums.ts';
import { OUTCOMES, type Outcome } from '@/lib/domain/said-words.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextField } from '../kit/field.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { type EvidenceDesk, type SaidView, type Who, whoOf } from './evidence-view.ts';
import type { StopScope } from './recorded.ts';
import { WhoWrote } from './who-wrote.tsx';

interface Props {
  readonly said: SaidView;
  readonly desk: EvidenceDesk;
  readonly now: string;
}

const SCOPES: readonly StopScope[] = ['all', 'channel', 'purpose'];

/** Words from the page, with all that makes them evidence filled in: one press records what they mean. */
export function EvidenceCard({ said, desk, now }: Props) {
  const [only, second] = said.speakers;
  const [who, setWho] = useState<Who | undefined>(only && !second ? whoOf(only) : undefined);
  const [purpose, setPurpose] = useState<Purpose>(said.purpose);
  const [channel, setChannel] = useState<Channel>(said.channel);
  const [scope, setScope] = useState<StopScope>('all');
  const [day, setDay] = useState(dayOf(said.saidAt));
  const [missing, setMissing] = useState(false);
  const [wrong, setWrong] = useState<Phrase>();
  const title = useId();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  const record = async (outcome: Outcome): Promise<void> => {
    if (!who) return setMissing(true);
    // Told beside the buttons: the day's own field may be folded away.
    if (day > dayOf(now)) return setWrong({ key: 'said_date_future' });
    const at = day === dayOf(said.saidAt) ? said.saidAt : new Date(`${day}T12:00:00`).toISOString();
    setWrong(await desk.record({ outcome, who, purpose, channel, scope, at: at > now ? now : at }));
  };
  const holdsFor: Readonly<Record<StopScope, string>> = {
    all: t('panel_stop_all'),
    channel: t('panel_stop_channel', { channel: t(`channel_${channel}`) }),
    purpose: t('panel_stop_purpose', { purpose: t(`purpose_${purpose}`) }),
  };
  const about = t('panel_for', { purpose: t(`purpose_${purpose}`), channel: t(`channel_${channel}`) });
  const { heard } = said;
  const outcomes = heard ? [heard.outcome, ...OUTCOMES.filter((each) => each !== heard.outcome)] : OUTCOMES;
  return (
    <article
      ref={card}
      className="card said"
      aria-labelledby={title}
      tabIndex={-1}
      onKeyDown={onEscape(() => desk.drop())}
    >
      <h2 id={title}>{t('said_title')}</h2>
      <blockquote dir="auto">{said.excerpt}</blockquote>
      {said.own && <Notice tone="kunyit">{t('said_own')}</Notice>}
      {heard && !said.own && (
        <Notice tone={heard.outcome === 'given' ? 'daun' : 'kunyit'}>
          {t(`said_heard_${heard.outcome}`, { words: heard.words })}
        </Notice>
      )}
      <WhoWrote
        speakers={said.speakers}
        who={who}
        onWho={setWho}
        find={desk.find}
        purpose={purpose}
        channel={channel}
        now={now}
        missing={missing && !who}
      />
      {wrong && (
        <Notice tone="bata" live>
          <PhraseText phrase={wrong} />
        </Notice>
      )}
      <p className="actions">
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            data-outcome={outcome}
            look={heard?.outcome === outcome ? (outcome === 'given' ? 'safe' : 'danger') : 'plain'}
            onClick={() => void record(outcome)}
          >
            {t(`said_do_${outcome}`)}
          </Button>
        ))}
        <Button look="word" onClick={desk.drop}>
          {t('said_drop')}
        </Button>
      </p>
      <Disclosure summary={<span>{`${capital(about)} · ${writeInstant(`${day}T12:00:00`)}`}</span>}>
        <fieldset className="said-about">
          <legend className="told">{t('said_about')}</legend>
          <Select
            label={t('said_purpose')}
            value={purpose}
            options={PURPOSES.map((value) => ({ value, label: capital(t(`purpose_${value}`)) }))}
            onChange={setPurpose}
          />
          <Select
            label={t('said_channel')}
            value={channel}
            options={CHANNELS.map((value) => ({ value, label: capital(t(`channel_${value}`)) }))}
            onChange={setChannel}
          />
          <Select
            label={t('said_scope')}
            value={scope}
            options={SCOPES.map((value) => ({ value, label: holdsFor[value] }))}
            onChange={setScope}
          />
          <TextField
            label={t('said_date')}
            type="date"
            value={day}
            max={dayOf(now)}
            hint={said.dated ? undefined : t('said_date_taken')}
            onChange={(event) => event.target.value !== '' && setDay(event.target.value)}
          />
        </fieldset>
      </Disclosure>
      <dl className="said-proof small">
        <dt>{t('said_kind')}</dt>
        <dd>{capital(t(`evidence_${said.kind}`))}</dd>
        <dt>{t('said_hash')}</dt>
        <dd>
          <code>{said.sha256}</code>
          <p className="soft">{t('said_hash_why')}</p>
        </dd>
      </dl>
    </article>
  );
}

/** The day of an instant on this device's own calendar. */
const dayOf = (at: string): string => {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
