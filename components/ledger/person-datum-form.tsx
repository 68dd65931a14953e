import { type FormEvent, useState } from 'react';
import { DATUM_KINDS, type DatumKind, PURPOSES, type Purpose } from '@/lib/domain/enums.ts';
import { newId } from '@/lib/domain/new-op.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { onEscape } from '../kit/escape.ts';
import { TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { durationWords } from './person-duration.ts';
import { draftOf, SourceFields, sourceOf } from './person-source.tsx';
import type { Write } from './write.ts';

interface Props {
  readonly retention: string;
  readonly write: Write;
  readonly onDone: () => void;
}

const KEEP = ['', 'P3M', 'P12M', 'P24M', 'P5Y', 'P10Y'] as const;

/** One more datum, with the reason for it first: what nobody needs is better not kept. */
export function DatumForm({ retention, write, onDone }: Props) {
  const [kind, setKind] = useState<DatumKind>('birth_date');
  const [value, setValue] = useState('');
  const [purpose, setPurpose] = useState<Purpose>('contract_admin');
  const [keep, setKeep] = useState<(typeof KEEP)[number]>('');
  const [source, setSource] = useState(draftOf(undefined));
  const [missing, setMissing] = useState(false);
  const [wrong, setWrong] = useState<Phrase>();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(value.trim() === '');
    if (value.trim() === '') return;
    const from = sourceOf(source, new Date().toISOString());
    const datum = {
      id: newId(),
      kind,
      value: value.trim(),
      purpose,
      ...(keep === '' ? {} : { retention: keep }),
      ...(from ? { source: from } : {}),
    };
    const refused = await write([{ kind: 'datum', datum }]);
    setWrong(refused);
    if (refused === undefined) onDone();
  };
  return (
    <form
      className="form"
      aria-label={t('held_form')}
      onSubmit={(event) => void save(event)}
      onKeyDown={onEscape(onDone)}
      noValidate
    >
      <p className="soft">{t('held_why_first')}</p>
      <div className="form-grid">
        <Select
          label={t('held_kind')}
          value={kind}
          onChange={setKind}
          options={DATUM_KINDS.map((one) => ({ value: one, label: capital(t(`datum_${one}`)) }))}
        />
        <TextField
          label={t('held_value')}
          value={value}
          autoFocus
          autoComplete="off"
          error={missing ? t('kit_required') : undefined}
          onChange={(event) => setValue(event.target.value)}
        />
        <Select
          label={t('held_purpose')}
          value={purpose}
          onChange={setPurpose}
          options={PURPOSES.map((one) => ({ value: one, label: capital(t(`purpose_${one}`)) }))}
        />
        <Select
          label={t('held_keep_for')}
          value={keep}
          onChange={setKeep}
          options={KEEP.map((one) => ({
            value: one,
            label: capital(
              one === '' ? t('held_keep_usual', { duration: durationWords(retention) }) : durationWords(one),
            ),
          }))}
        />
        <SourceFields label={t('held_source')} unsaid={t('held_source_same')} draft={source} onChange={setSource} />
      </div>
      <FormEnd save={t('held_keep')} onCancel={onDone} wrong={wrong && <PhraseText phrase={wrong} />} />
    </form>
  );
}
