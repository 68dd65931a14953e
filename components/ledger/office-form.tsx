import { type FormEvent, useState } from 'react';
import type { Party } from '@/lib/domain/consent-party.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { TextField } from '../kit/field.tsx';
import { FormSave, type Kept, keptOr } from '../kit/form-save.tsx';
import { Select } from '../kit/select.tsx';
import { durationWords } from './person-duration.ts';

/** What a space says of itself in its notices and records. Durations are ISO 8601. */
export interface OfficeView extends Pick<Party, 'name' | 'identifier' | 'contact_email' | 'phone' | 'address' | 'url'> {
  readonly consentLife: string;
  readonly dataLife: string;
}

interface Props {
  readonly office: OfficeView;
  readonly onSave: (office: OfficeView) => Promise<Phrase | undefined>;
}

const FIELDS = ['name', 'contact_email', 'phone', 'address', 'url', 'identifier'] as const;
const LIVES = ['P6M', 'P12M', 'P24M', 'P36M', 'P60M'] as const;

export function OfficeForm({ office, onSave }: Props) {
  const [now, setNow] = useState(office);
  const [said, setSaid] = useState<Kept>();
  const set = (change: Partial<OfficeView>): void => {
    setNow({ ...now, ...change });
    setSaid(undefined);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wrong = wrongIn(now);
    const refused = wrong ? { key: wrong } : await onSave(now);
    setSaid(keptOr(refused));
  };
  return (
    <form className="block form" onSubmit={(event) => void save(event)} noValidate>
      <h2>{t('office_head')}</h2>
      <p className="soft">{t('office_what')}</p>
      <div className="form-grid">
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`office_${field}`)}
            {...(field === 'contact_email' ? { type: 'email', hint: t('office_contact_email_hint') } : {})}
            value={now[field] ?? ''}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        ))}
        <Select
          label={t('office_consent_life')}
          value={now.consentLife}
          onChange={(consentLife) => set({ consentLife })}
          options={livesWith(now.consentLife)}
        />
        <Select
          label={t('office_data_life')}
          value={now.dataLife}
          onChange={(dataLife) => set({ dataLife })}
          options={livesWith(now.dataLife)}
        />
      </div>
      <FormSave said={said} />
    </form>
  );
}

function wrongIn({ name, contact_email }: OfficeView): 'notice_gap_controller' | 'notice_gap_contact' | undefined {
  if (name.trim() === '') return 'notice_gap_controller';
  return /^[^\s@]+@[^\s@]+$/.test(contact_email?.trim() ?? '') ? undefined : 'notice_gap_contact';
}

const livesWith = (own: string) =>
  [...new Set<string>([...LIVES, own])].map((value) => ({ value, label: durationWords(value) }));
