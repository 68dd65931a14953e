import { type FormEvent, useEffect, useRef, useState } from 'react';
import { recordNow } from '@/lib/domain/consent-defaults.ts';
import type { Channel, Method, Purpose } from '@/lib/domain/enums.ts';
import { METHODS } from '@/lib/domain/enums.ts';
import { newId } from '@/lib/domain/new-op.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Choices } from '../kit/choices.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextArea } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import type { Write } from '../ledger/write.ts';
import type { Recording } from './record-bar.tsx';
import { changesOf, type StopScope } from './recorded.ts';

/** As long as the stored excerpt may be. */
const EXCERPT_MAX = 280;
const STOPS: readonly StopScope[] = ['all', 'channel', 'purpose'];

interface Props {
  readonly kind: Recording;
  readonly state: PersonState;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly policy: Policy;
  readonly write: Write;
  /** True: it was recorded. */
  readonly onDone: (recorded: boolean) => void;
}

/** Three things at most: how it was said, in what words, and what it is about. Today, by the person, for this message's purpose and channel. */
export function RecordForm({ kind, state, purpose, channel, policy, write, onDone }: Props) {
  const [method, setMethod] = useState<Method>(channel === 'email' ? 'email_reply' : 'chat_reply');
  const [words, setWords] = useState('');
  const [scope, setScope] = useState<StopScope>('all');
  const [wrong, setWrong] = useState<Phrase>();
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus();
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const needed = kind === 'given' || kind === 'note';
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (needed && words.trim() === '') return setMissing(true);
    const said = { kind, purpose, channel, method, words: words.trim(), scope };
    const now = new Date().toISOString();
    const how = { lawPacks: policy.lawPacks, now, newId, record: recordNow(policy, state, now, false) };
    const refused = await write(changesOf(state, said, how));
    setWrong(refused);
    if (refused === undefined) onDone(true);
  };
  const labels: Readonly<Record<StopScope, string>> = {
    all: t('panel_stop_all'),
    channel: t('panel_stop_channel', { channel: t(`channel_${channel}`) }),
    purpose: t('panel_stop_purpose', { purpose: t(`purpose_${purpose}`) }),
  };
  const title = t(`panel_${kind}_title`, { name: state.person.name });
  const about = t('panel_for', { purpose: t(`purpose_${purpose}`), channel: t(`channel_${channel}`) });
  return (
    <form
      ref={form}
      className="form card-form"
      aria-label={title}
      onSubmit={(event) => void save(event)}
      onKeyDown={onEscape(() => onDone(false))}
      noValidate
    >
      <div>
        <h3>{title}</h3>
        {(kind === 'given' || kind === 'refused') && <p className="soft small">{capital(about)}</p>}
      </div>
      {kind === 'stop' && (
        <Choices
          legend={t('panel_stop_what')}
          value={scope}
          choices={STOPS.map((value) => ({ value, label: labels[value] }))}
          onChange={setScope}
        />
      )}
      {kind !== 'note' && (
        <Select
          label={t('panel_how')}
          value={method}
          options={METHODS.map((value) => ({ value, label: capital(t(`method_${value}`)) }))}
          onChange={setMethod}
        />
      )}
      <TextArea
        label={t(kind === 'note' ? 'panel_record_note' : 'panel_own_words')}
        hint={kind === 'note' ? t('panel_note_hint') : needed ? undefined : t('kit_optional')}
        rows={2}
        maxLength={kind === 'note' ? undefined : EXCERPT_MAX}
        value={words}
        error={
          missing && words.trim() === '' ? t(kind === 'note' ? 'kit_required' : 'panel_own_words_needed') : undefined
        }
        onChange={(event) => setWords(event.target.value)}
      />
      {wrong && (
        <Notice tone="bata" live>
          <PhraseText phrase={wrong} />
        </Notice>
      )}
      <p className="actions">
        <Button look={kind === 'stop' ? 'danger' : 'safe'} type="submit">
          {t(`panel_do_${kind}`)}
        </Button>
        <Button look="word" onClick={() => onDone(false)}>
          {t('kit_cancel')}
        </Button>
      </p>
    </form>
  );
}
