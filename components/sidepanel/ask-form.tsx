import { useEffect, useRef, useState } from 'react';
import { askingFor } from '@/lib/domain/consent-asking.ts';
import { type Channel, PURPOSES, type Purpose } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { onEscape } from '../kit/escape.ts';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { AskText } from './ask-text.tsx';
import { type AskDesk, isOurTime, whyNotNow } from './ask-view.ts';
import './ask.css';

interface Props {
  readonly state: PersonState;
  readonly policy: Policy;
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
  /** The message in focus goes to this person, by this channel. */
  readonly writing: Channel | undefined;
  readonly desk: AskDesk;
  readonly now: string;
  /** True: something was recorded. */
  readonly onDone: (recorded: boolean) => void;
}

/** Which use is asked about, whether it may be asked now, and then the message itself. */
export function AskForm({ state, policy, channels, writing, desk, now, onDone, ...given }: Props) {
  const [purpose, setPurpose] = useState<Purpose>(given.purpose);
  const [channel, setChannel] = useState<Channel>(channels[0] ?? 'email');
  const [wrong, setWrong] = useState<Phrase>();
  const form = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    form.current?.querySelector('select')?.focus();
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const asking = askingFor(state, { purpose, channel }, now);
  const why = whyNotNow(asking);
  const reminder = asking.kind === 'remind';
  const defer = async (): Promise<void> => {
    const refused = await desk.defer(state, { purpose, channel });
    setWrong(refused);
    if (refused === undefined) onDone(true);
  };
  return (
    <fieldset ref={form} className="form card-form ask-form" onKeyDown={onEscape(() => onDone(false))}>
      <legend className="told">{t('asking_title', { name: state.person.name })}</legend>
      <h3>{t(reminder ? 'asking_remind_title' : 'asking_title', { name: state.person.name })}</h3>
      <Select
        label={t('said_purpose')}
        value={purpose}
        options={PURPOSES.filter((one) => one !== 'consent_request').map((value) => ({
          value,
          label: capital(t(`purpose_${value}`)),
        }))}
        onChange={setPurpose}
      />
      <Select
        label={t('said_channel')}
        value={channel}
        options={channels.map((value) => ({ value, label: capital(t(`channel_${value}`)) }))}
        onChange={setChannel}
      />
      {reminder && <Notice>{t('asking_remind', { since_at: writeInstant(asking.since) })}</Notice>}
      {why !== undefined ? (
        <Notice tone={asking.kind === 'agreed' ? 'daun' : 'kunyit'}>
          <p>{why}</p>
          {isOurTime(asking) && <p className="soft small">{t('asking_policy')}</p>}
        </Notice>
      ) : (
        <AskText
          key={`${purpose} ${channel} ${reminder}`}
          state={state}
          policy={policy}
          use={{ purpose, channel, reminder }}
          writing={writing}
          desk={desk}
          onSent={() => onDone(true)}
        />
      )}
      {wrong && (
        <Notice tone="bata" live>
          <PhraseText phrase={wrong} />
        </Notice>
      )}
      <p className="actions">
        {asking.kind === 'silent' && <Button onClick={() => void defer()}>{t('asking_defer')}</Button>}
        <Button look="word" onClick={() => onDone(false)}>
          {t('kit_close')}
        </Button>
      </p>
    </fieldset>
  );
}
