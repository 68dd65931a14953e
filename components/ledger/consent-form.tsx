import { type FormEvent, useEffect, useRef, useState } from 'react';
import { consentChanges, type NewRecordFields } from '@/lib/domain/consent-changes.ts';
import {
  type Channel,
  type ConsentType,
  EVIDENCE_KINDS,
  type EvidenceKind,
  type LawPackId,
  METHODS,
  type Method,
  PURPOSES,
  type Purpose,
  type Relation,
} from '@/lib/domain/enums.ts';
import { newId } from '@/lib/domain/new-op.ts';
import { type PersonState, SELF } from '@/lib/domain/person.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { onEscape } from '../kit/escape.ts';
import { TextArea, TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { ChannelTicks } from './channel-ticks.tsx';
import { instantOf, today } from './days.ts';
import type { Write } from './write.ts';

/** States that a person of the office can write down; expiry is made by the clock. */
const STATES = [
  'given',
  'renewed',
  'requested',
  'request_deferred',
  'refused',
  'withdrawn',
  'revoked',
  'invalidated',
] as const;
const TYPES: readonly ConsentType[] = ['explicit', 'expressed', 'implied'];
const BY: readonly Relation[] = ['self', 'guardian', 'representative', 'controller', 'authority'];
type Recorded = (typeof STATES)[number];

interface Props {
  readonly state: PersonState;
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
  readonly available: readonly Channel[];
  readonly lawPacks: readonly LawPackId[];
  /** What a record that begins now keeps of the settings; `shown`: they had the notice in force before. */
  readonly recordFields?: (at: string, shown: boolean) => NewRecordFields;
  /** Version of the notice in force. */
  readonly notice?: string;
  readonly initial: Recorded;
  readonly write: Write;
  readonly onDone: () => void;
}

/** One event: what was said, by whom, when and how we can show it. The ledger decides whether it may follow what is there. */
export function ConsentForm({ state, available, lawPacks, recordFields, notice, write, onDone, ...start }: Props) {
  const [said, setSaid] = useState<Recorded>(start.initial);
  const [purpose, setPurpose] = useState(start.purpose);
  const [channels, setChannels] = useState(start.channels);
  const [by, setBy] = useState<Relation>('self');
  const [type, setType] = useState<ConsentType>('expressed');
  const [method, setMethod] = useState<Method>('email_reply');
  const [evidence, setEvidence] = useState<EvidenceKind>('message_ref');
  const [locator, setLocator] = useState('');
  const [excerpt, setExcerpt] = useState('');
  const [on, setOn] = useState(today());
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState(false);
  const [wrong, setWrong] = useState<Phrase>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const agrees = said === 'given' || said === 'renewed';

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const now = new Date().toISOString();
    const proof = {
      kind: evidence,
      ...(locator.trim() ? { locator: locator.trim() } : {}),
      ...(excerpt.trim() ? { excerpt: excerpt.trim() } : {}),
    };
    const event_ = {
      state: said,
      consent_type: agrees ? type : 'none',
      at: instantOf(on, now),
      by_relation: by,
      method,
      ...(locator.trim() || excerpt.trim() || agrees ? { evidence: proof } : {}),
      ...(agrees && until ? { until: instantOf(until, now) } : {}),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      recorded_by: SELF,
      recorded_at: now,
    } as const;
    const record = recordFields?.(event_.at, shown);
    const wish = { purpose, channels, lawPacks, said: event_, ...(record ? { record } : {}) };
    const refused = await write(consentChanges(state, wish, newId));
    setWrong(refused);
    if (refused === undefined) onDone();
  };

  return (
    <form
      ref={form}
      className="form"
      aria-label={t('consent_form')}
      onSubmit={(event) => void save(event)}
      onKeyDown={onEscape(onDone)}
      noValidate
    >
      <div className="form-grid">
        <Select
          label={t('consent_said')}
          value={said}
          onChange={setSaid}
          options={STATES.map((value) => ({ value, label: capital(t(`state_${value}`)) }))}
        />
        <Select
          label={t('consent_purpose')}
          value={purpose}
          onChange={setPurpose}
          options={PURPOSES.map((value) => ({ value, label: capital(t(`purpose_${value}`)) }))}
        />
        <Select
          label={t('consent_by')}
          value={by}
          onChange={setBy}
          options={BY.map((value) => ({ value, label: capital(t(`relation_${value}`)) }))}
        />
        <TextField
          label={t('consent_on')}
          type="date"
          value={on}
          max={today()}
          onChange={(event) => setOn(event.target.value)}
        />
        {agrees && (
          <Select
            label={t('consent_type')}
            hint={t('consent_type_hint')}
            value={type}
            onChange={setType}
            options={TYPES.map((value) => ({ value, label: capital(t(`consent_type_${value}`)) }))}
          />
        )}
        {agrees && (
          <TextField
            label={t('consent_until')}
            hint={t('kit_optional')}
            type="date"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
        <Select
          label={t('consent_method')}
          value={method}
          onChange={setMethod}
          options={METHODS.map((value) => ({ value, label: capital(t(`method_${value}`)) }))}
        />
        <Select
          label={t('consent_evidence')}
          value={evidence}
          onChange={setEvidence}
          options={EVIDENCE_KINDS.map((value) => ({ value, label: capital(t(`evidence_${value}`)) }))}
        />
      </div>
      <ChannelTicks available={available} chosen={channels} onChange={setChannels} />
      {notice !== undefined && (
        <label className="tick">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {t('consent_notice_shown', { version: notice })}
        </label>
      )}
      <TextField
        label={t('consent_locator')}
        hint={t('consent_locator_hint')}
        value={locator}
        onChange={(event) => setLocator(event.target.value)}
      />
      <TextArea
        label={t('consent_excerpt')}
        hint={t('consent_excerpt_hint')}
        maxLength={280}
        rows={2}
        value={excerpt}
        onChange={(event) => setExcerpt(event.target.value)}
      />
      {(said === 'revoked' || said === 'invalidated') && (
        <TextField label={t('consent_reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      )}
      <FormEnd save={t('consent_record')} onCancel={onDone} wrong={wrong && <PhraseText phrase={wrong} />} />
    </form>
  );
}
