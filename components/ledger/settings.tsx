import { type FormEvent, useState } from 'react';
import { PRESETS, PURPOSES } from '@/lib/domain/enums.ts';
import { type Policy, PRESET_PURPOSE } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextArea } from '../kit/field.tsx';
import { type Kept, keptOr } from '../kit/form-save.tsx';
import { Notice } from '../kit/notice.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';

const REGIONS = ['ID', 'SG', 'MY', 'AU', 'GB', 'US', 'CA', 'IE'] as const;
type LanguageChoice = 'auto' | 'en' | 'id';

interface Props {
  readonly policy: Policy;
  readonly onPolicy: (set: Partial<Policy>) => Promise<Phrase | undefined>;
  readonly language: LanguageChoice;
  readonly onLanguage: (choice: LanguageChoice) => void;
  /** Absent: no sample is in the ledger. */
  readonly onRemoveSample?: () => void;
}

const list = (text: string): readonly string[] =>
  text
    .split(/[\s,;]+/)
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');

export function Settings({ policy, onPolicy, language, onLanguage, onRemoveSample }: Props) {
  const [domains, setDomains] = useState(policy.ownDomains.join('\n'));
  const [addresses, setAddresses] = useState(policy.ownAddresses.join('\n'));
  const [said, setSaid] = useState<Kept>();
  const set = async (change: Partial<Policy>): Promise<void> => {
    const refused = await onPolicy(change);
    setSaid(keptOr(refused));
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await set({ ownDomains: list(domains).map((one) => one.replace(/^@/, '')), ownAddresses: list(addresses) });
  };
  return (
    <div className="page">
      <h1>{t('room_settings')}</h1>
      <section className="block form-grid" aria-label={t('settings_work')}>
        <Select
          label={t('settings_preset')}
          hint={t('settings_preset_hint')}
          value={policy.preset}
          onChange={(preset) => void set({ preset, purpose: PRESET_PURPOSE[preset] })}
          options={PRESETS.map((value) => ({ value, label: capital(t(`preset_${value}`)) }))}
        />
        <Select
          label={t('settings_purpose')}
          hint={t('settings_purpose_hint')}
          value={policy.purpose}
          onChange={(purpose) => void set({ purpose })}
          options={PURPOSES.map((value) => ({ value, label: capital(t(`purpose_${value}`)) }))}
        />
        <Select
          label={t('settings_region')}
          hint={t('settings_region_hint')}
          value={policy.region}
          onChange={(region) => void set({ region })}
          options={[...new Set<string>([...REGIONS, policy.region])].map((value) => ({
            value,
            label: regionName(value),
          }))}
        />
        <Select
          label={t('kit_language')}
          value={language}
          onChange={onLanguage}
          options={[
            { value: 'auto', label: capital(t('kit_language_auto')) },
            { value: 'id', label: 'Bahasa Indonesia' },
            { value: 'en', label: 'English' },
          ]}
        />
      </section>
      <form className="block form" onSubmit={(event) => void save(event)}>
        <h2>{t('settings_own')}</h2>
        <TextArea
          label={t('settings_domains')}
          hint={t('settings_domains_hint')}
          rows={2}
          value={domains}
          onChange={(event) => setDomains(event.target.value)}
        />
        <TextArea
          label={t('settings_addresses')}
          hint={t('settings_addresses_hint')}
          rows={2}
          value={addresses}
          onChange={(event) => setAddresses(event.target.value)}
        />
        <p className="actions">
          <Button look="safe" type="submit">
            {t('kit_save')}
          </Button>
        </p>
      </form>
      {said && (
        <Notice tone={said.tone} live>
          {said.words}
        </Notice>
      )}
      <nav className="block" aria-label={t('settings_more')}>
        <ul className="said-list">
          <li>
            <a href="#/settings/notice">{t('office_link')}</a>
          </li>
          <li>
            <a href="#/settings/rules">{t('rules_link')}</a>
          </li>
          <li>
            <a href="#/settings/simulator">{t('simulator_link')}</a>
          </li>
          <li>
            <a href="#/settings/laws">{t('laws_link')}</a>
          </li>
          <li>
            <a href="#/settings/backup">{t('backup_link')}</a>
          </li>
        </ul>
      </nav>
      <section className="block">
        <h2>{t('settings_safe')}</h2>
        <ul className="said-list">
          <li>{t('settings_safe_local')}</li>
          <li>{t('settings_safe_sealed')}</li>
          <li>{t('settings_safe_not')}</li>
          <li>{t('settings_safe_drafts')}</li>
        </ul>
        <p className="soft small">{t('settings_theme')}</p>
      </section>
      {onRemoveSample && (
        <section className="block">
          <h2>{t('settings_sample')}</h2>
          <p>
            <Button onClick={onRemoveSample}>{t('settings_sample_remove')}</Button>
          </p>
        </section>
      )}
    </div>
  );
}

const regionName = (code: string): string =>
  REGIONS.some((one) => one === code) ? t(`region_${code as (typeof REGIONS)[number]}`) : code;
