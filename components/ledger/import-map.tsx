import { type FormEvent, useState } from 'react';
import {
  PURPOSES,
  type Purpose,
  SOURCE_TYPES,
  type SourceType,
  SUBJECT_ROLES,
  type SubjectRole,
} from '@/lib/domain/enums.ts';
import { t, type WordKey } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { instantOf, today } from './days.ts';

export interface Origin {
  readonly source: SourceType;
  readonly detail?: string;
  readonly collectedAt: string;
  readonly purpose: Purpose;
  readonly role: SubjectRole;
}

interface Props<Field extends string> {
  /** What was found out about the file: encoding, separator, rows. */
  readonly told: readonly string[];
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly fields: readonly Field[];
  readonly mapping: readonly { readonly field: Field | null; readonly confidence: number }[];
  readonly onMapping: (column: number, field: Field | null) => void;
  readonly problems: readonly ('name-missing' | 'contact-missing' | 'twice')[];
  readonly purpose: Purpose;
  readonly onPreview: (origin: Origin) => void;
  readonly onBack: () => void;
}

const SKIP = '';

/** Columns → fields, and what holds for the whole list. */
export function ImportMap<Field extends string>(props: Props<Field>) {
  const { told, header, sample, fields, mapping, onMapping, problems, onPreview, onBack } = props;
  const [source, setSource] = useState<SourceType | ''>('');
  /** Preview was pressed: only then is a missing origin a fault. */
  const [asked, setAsked] = useState(false);
  const [detail, setDetail] = useState('');
  const [on, setOn] = useState(today());
  const [purpose, setPurpose] = useState(props.purpose);
  const [role, setRole] = useState<SubjectRole>('journalist');
  const options = [
    { value: SKIP, label: t('import_skip') },
    ...fields.map((value) => ({ value: value as string, label: t(`import_field_${value}` as WordKey) })),
  ];
  const go = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (problems.length > 0 || source === '') return;
    onPreview({
      source,
      purpose,
      role,
      collectedAt: instantOf(on, new Date().toISOString()),
      ...(detail.trim() ? { detail: detail.trim() } : {}),
    });
  };
  return (
    <form className="block form" onSubmit={go}>
      <p className="soft">{told.join(' · ')}</p>
      <h2>{t('import_map_head')}</h2>
      <ul className="mapping">
        {header.map((heading, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, headings repeat
          <li key={column}>
            <Select
              label={heading.trim() === '' ? t('import_column', { column: column + 1 }) : heading}
              hint={
                mapping[column]?.field != null && (mapping[column]?.confidence ?? 0) < 1 ? t('import_guess') : undefined
              }
              value={(mapping[column]?.field as string | null | undefined) ?? SKIP}
              options={options}
              onChange={(value) => onMapping(column, fields.find((field) => field === value) ?? null)}
            />
            <span className="soft small" dir="auto">
              {sample
                .map((cells) => cells[column]?.trim())
                .filter(Boolean)
                .slice(0, 2)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {problems.map((problem) => (
        <Notice key={problem} tone="kunyit" live>
          {t(`import_problem_${problem.replace('-', '_') as 'name_missing' | 'contact_missing' | 'twice'}`)}
        </Notice>
      ))}
      <h2>{t('import_origin')}</h2>
      <div className="form-grid">
        <Select
          label={t('import_source')}
          value={source}
          onChange={setSource}
          error={asked && source === '' ? t('kit_required') : undefined}
          options={[
            { value: '' as const, label: t('import_source_choose') },
            ...SOURCE_TYPES.map((value) => ({ value, label: capital(t(`source_${value}`)) })),
          ]}
        />
        <TextField
          label={t('import_detail')}
          hint={t('kit_optional')}
          value={detail}
          onChange={(event) => setDetail(event.target.value)}
        />
        <TextField
          label={t('import_on')}
          type="date"
          max={today()}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
        <Select
          label={t('consent_purpose')}
          value={purpose}
          onChange={setPurpose}
          options={PURPOSES.map((value) => ({ value, label: capital(t(`purpose_${value}`)) }))}
        />
        <Select
          label={t('import_role')}
          value={role}
          onChange={setRole}
          options={SUBJECT_ROLES.map((value) => ({ value, label: capital(t(`role_${value}`)) }))}
        />
      </div>
      <p className="soft small">{t('import_evidence_rule')}</p>
      <p className="actions">
        <Button look="safe" type="submit" disabled={problems.length > 0}>
          {t('import_preview')}
        </Button>
        <Button look="word" onClick={onBack}>
          {t('import_other_file')}
        </Button>
      </p>
    </form>
  );
}
