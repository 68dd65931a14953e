import { SOURCE_TYPES } from '@/lib/domain/enums.ts';
import type { Source } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { TextField } from '../kit/field.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { instantOf, today } from './days.ts';

/** A source while it is typed; `type` empty: nothing is said. */
export interface SourceDraft {
  readonly type: Source['type'] | '';
  readonly detail: string;
  readonly day: string;
  readonly noUnsolicited: boolean;
}

export const draftOf = (source: Source | undefined): SourceDraft => ({
  type: source?.type ?? '',
  detail: source?.detail ?? '',
  day: source?.collectedAt ? today(new Date(source.collectedAt)) : '',
  noUnsolicited: source?.noUnsolicited ?? false,
});

export function sourceOf({ type, detail, day, noUnsolicited }: SourceDraft, now: string): Source | undefined {
  if (type === '') return undefined;
  return {
    type,
    ...(detail.trim() ? { detail: detail.trim() } : {}),
    ...(day ? { collectedAt: instantOf(day, now) } : {}),
    ...(noUnsolicited ? { noUnsolicited } : {}),
  };
}

interface Props {
  readonly label: string;
  /** What it means to say nothing. */
  readonly unsaid: string;
  readonly draft: SourceDraft;
  readonly onChange: (draft: SourceDraft) => void;
}

/** Where data come from: how, which one, since when. */
export function SourceFields({ label, unsaid, draft, onChange }: Props) {
  const types = ['', ...SOURCE_TYPES] as const;
  return (
    <>
      <Select
        label={label}
        value={draft.type}
        onChange={(type) => onChange({ ...draft, type })}
        options={types.map((value) => ({ value, label: capital(value === '' ? unsaid : t(`source_${value}`)) }))}
      />
      {draft.type !== '' && (
        <>
          <TextField
            label={t('who_source_detail')}
            hint={t('who_source_detail_hint')}
            value={draft.detail}
            onChange={(event) => onChange({ ...draft, detail: event.target.value })}
          />
          <TextField
            label={t('who_source_at')}
            type="date"
            max={today()}
            value={draft.day}
            onChange={(event) => onChange({ ...draft, day: event.target.value })}
          />
        </>
      )}
      {draft.type === 'published' && (
        <label className="tick">
          <input
            type="checkbox"
            checked={draft.noUnsolicited}
            onChange={(event) => onChange({ ...draft, noUnsolicited: event.target.checked })}
          />
          {t('who_no_unsolicited')}
        </label>
      )}
    </>
  );
}
