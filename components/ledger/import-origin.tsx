import {
  PURPOSES,
  type Purpose,
  SOURCE_TYPES,
  type SourceType,
  SUBJECT_ROLES,
  type SubjectRole,
} from '@/lib/domain/enums.ts';
import { t } from '@/lib/platform/words.ts';
import { TextField } from '../kit/field.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { instantOf, today } from './days.ts';
import type { Origin } from './import-map.tsx';

/** The origin as it is being filled in. */
export interface OriginDraft {
  readonly source: SourceType | '';
  readonly detail: string;
  readonly on: string;
  readonly purpose: Purpose;
  readonly role: SubjectRole;
}

export const startOrigin = (purpose: Purpose): OriginDraft => ({
  source: '',
  detail: '',
  on: today(),
  purpose,
  role: 'journalist',
});

/** Undefined: how the list was collected is not said yet. */
export function originOf({ source, detail, on, purpose, role }: OriginDraft): Origin | undefined {
  if (source === '') return undefined;
  const collectedAt = instantOf(on, new Date().toISOString());
  return { source, purpose, role, collectedAt, ...(detail.trim() ? { detail: detail.trim() } : {}) };
}

interface Props {
  readonly origin: OriginDraft;
  readonly onOrigin: (origin: OriginDraft) => void;
  readonly asked: boolean;
}

/** Where the list is from, of when, and what for: asked once for all its rows. */
export function ImportOrigin({ origin, onOrigin, asked }: Props) {
  const set = (change: Partial<OriginDraft>): void => onOrigin({ ...origin, ...change });
  return (
    <div className="form-grid">
      <Select
        label={t('import_source')}
        value={origin.source}
        onChange={(source) => set({ source })}
        error={asked && origin.source === '' ? t('kit_required') : undefined}
        options={[
          { value: '' as const, label: t('import_source_choose') },
          ...SOURCE_TYPES.map((value) => ({ value, label: capital(t(`source_${value}`)) })),
        ]}
      />
      <TextField
        label={t('import_detail')}
        hint={t('kit_optional')}
        value={origin.detail}
        onChange={(event) => set({ detail: event.target.value })}
      />
      <TextField
        label={t('import_on')}
        type="date"
        max={today()}
        value={origin.on}
        onChange={(event) => set({ on: event.target.value })}
      />
      <Select
        label={t('consent_purpose')}
        value={origin.purpose}
        onChange={(purpose) => set({ purpose })}
        options={PURPOSES.map((value) => ({ value, label: capital(t(`purpose_${value}`)) }))}
      />
      <Select
        label={t('import_role')}
        value={origin.role}
        onChange={(role) => set({ role })}
        options={SUBJECT_ROLES.map((value) => ({ value, label: capital(t(`role_${value}`)) }))}
      />
    </div>
  );
}
