import { useEffect, useState } from 'react';
import { Settings } from '@/components/ledger/settings.tsx';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { SAMPLE_BATCH, samplePeople } from '@/lib/exchange/sample.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { note } from '@/lib/ledger/writing.ts';
import { chooseLanguage, type LanguageChoice, languageChoice } from '@/lib/platform/language.ts';

const SAMPLE_IDS = samplePeople(PERSONAL_SPACE, new Date().toISOString())
  .filter(({ of }) => of === 'person')
  .map(({ subject }) => subject);

export function SettingsRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const [language, setLanguage] = useState<LanguageChoice>('auto');
  useEffect(() => void languageChoice().then(setLanguage), []);
  const sample = useLive(ledger, async () => (await ledger.persons(PERSONAL_SPACE, SAMPLE_IDS)).length, []);
  const set = async (change: Partial<Policy>): Promise<Phrase | undefined> => {
    const written = await ledger.setPolicy(PERSONAL_SPACE, change, SELF);
    if (!written.ok) return phraseOf(written.error);
    await note(ledger, { kind: 'settings' });
    return undefined;
  };
  const removeSample = async (): Promise<void> => {
    const undone = await ledger.undo(PERSONAL_SPACE, SAMPLE_BATCH, SELF);
    if (undone.ok) await note(ledger, { kind: 'undo', count: undone.value });
  };
  return (
    <Settings
      policy={policy}
      onPolicy={set}
      language={language}
      onLanguage={(choice) => void chooseLanguage(choice)}
      {...(sample?.ok && sample.value > 0 ? { onRemoveSample: () => void removeSample() } : {})}
    />
  );
}
