import { useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { ExportPeople } from '@/components/ledger/export-people.tsx';
import { Progress } from '@/components/ledger/progress.tsx';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { OUT_FIELDS, type OutField } from '@/lib/exchange/fields.ts';
import { WRITERS } from '@/lib/exchange/formats/registry.ts';
import { LedgerError } from '@/lib/ledger/failure.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { note } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { download } from './download.ts';
import { everybody } from './everybody.ts';
import { type Advance, useWork } from './use-work.ts';

const USUAL: readonly OutField[] = [
  'name',
  'email',
  'whatsapp',
  'outlet',
  'role',
  'consent_state',
  'consent_at',
  'do_not_contact',
];
const FORMATS = WRITERS.map(({ id, writes }) => ({ id, carries: writes.carries }));

type Said = { readonly tone: 'bata' | 'daun'; readonly phrase: Phrase };

export function ExportRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const [said, setSaid] = useState<Said>();
  const [busy, setBusy] = useState<Advance>();
  const work = useWork();
  const count = useLive(ledger, async () => (await ledger.listPeople(PERSONAL_SPACE, { limit: 0 })).total, []);
  const save = async (format: string, chosen: readonly OutField[]): Promise<void> => {
    const writer = WRITERS.find(({ id }) => id === format);
    if (writer === undefined) return;
    const fields = chosen.filter(writer.writes.carries);
    const at = new Date().toISOString();
    setSaid(undefined);
    const ended = await work.run(async (running) => {
      const people = await everybody(ledger, running.signal);
      return { people, blocks: await writer.writes.write(people, fields, { purpose: policy.purpose, at }, running) };
    }, setBusy);
    setBusy(undefined);
    if (ended.kind === 'failed') {
      if (!(ended.thrown instanceof LedgerError)) throw ended.thrown;
      setSaid({ tone: 'bata', phrase: whyNot(ended.thrown) });
    }
    if (ended.kind !== 'done') return;
    const { people, blocks } = ended.value;
    download(`${t('export_file')}-${at.slice(0, 10)}${writer.writes.suffix}`, blocks, writer.writes.type);
    await note(ledger, { kind: 'export', count: people.length, note: `${format}: ${fields.join(', ')}` });
    setSaid({ tone: 'daun', phrase: { key: 'export_done', params: { count: people.length } } });
  };
  if (busy) return <Progress label={t('export_making')} {...busy} onCancel={work.cancel} />;
  return (
    <>
      <ExportPeople
        formats={FORMATS}
        fields={OUT_FIELDS}
        initial={USUAL}
        count={count?.ok ? count.value : 0}
        onExport={(format, fields) => void save(format, fields)}
      />
      {said && (
        <Notice tone={said.tone} live>
          {writePhrase(said.phrase)}
        </Notice>
      )}
    </>
  );
}

const whyNot = ({ failure }: LedgerError): Phrase =>
  failure.code === 'damaged' ? { key: 'export_damaged', params: { count: Number(failure.detail) } } : phraseOf(failure);
