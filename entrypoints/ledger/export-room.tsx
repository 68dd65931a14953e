import { useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { ExportPeople } from '@/components/ledger/export-people.tsx';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { exportCsv } from '@/lib/exchange/export.ts';
import { FIELDS, type Field } from '@/lib/exchange/fields.ts';
import { LedgerError } from '@/lib/ledger/failure.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { note } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { download } from './download.ts';
import { everybody } from './everybody.ts';

const USUAL: readonly Field[] = [
  'name',
  'email',
  'whatsapp',
  'outlet',
  'role',
  'consent_state',
  'consent_at',
  'do_not_contact',
];

export function ExportRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const [wrong, setWrong] = useState<Phrase>();
  const count = useLive(ledger, async () => (await ledger.listPeople(PERSONAL_SPACE, { limit: 0 })).total, []);
  const save = async (fields: readonly Field[]): Promise<void> => {
    try {
      const people = await everybody(ledger, new AbortController().signal);
      const now = new Date().toISOString();
      download(`${t('export_file')}-${now.slice(0, 10)}.csv`, exportCsv(people, fields, policy.purpose, now));
      await note(ledger, { kind: 'export', count: people.length });
      setWrong(undefined);
    } catch (thrown) {
      if (!(thrown instanceof LedgerError)) throw thrown;
      setWrong(
        thrown.failure.code === 'damaged'
          ? { key: 'export_damaged', params: { count: Number(thrown.failure.detail) } }
          : phraseOf(thrown.failure),
      );
    }
  };
  return (
    <>
      <ExportPeople
        fields={FIELDS}
        initial={USUAL}
        count={count?.ok ? count.value : 0}
        onExport={(fields) => void save(fields)}
      />
      {wrong && <Notice tone="bata">{writePhrase(wrong)}</Notice>}
    </>
  );
}
