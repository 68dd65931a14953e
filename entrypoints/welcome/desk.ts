import { bumpRevision } from '@/lib/bus/bus.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import { err, ok, type Result } from '@/lib/domain/result.ts';
import { samplePeople } from '@/lib/exchange/sample.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { ledgerBegun } from '@/lib/platform/begun.ts';
import type { WelcomeDesk } from './store.ts';

const BY = 'me';

/** Opens the ledger for one piece of work. */
async function withLedger<T>(work: (ledger: Ledger) => Promise<Result<T, unknown>>): Promise<Result<T, unknown>> {
  const opened = await openLedger({ begun: ledgerBegun, onChange: () => void bumpRevision() });
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } catch (thrown) {
    return err(thrown);
  } finally {
    opened.value.close();
  }
}

export const ledgerDesk: WelcomeDesk = {
  savePolicy: (set) => withLedger((ledger) => ledger.setPolicy(PERSONAL_SPACE, set, BY)),
  takeSample: () =>
    withLedger(async (ledger) => {
      const ops = samplePeople(PERSONAL_SPACE, new Date().toISOString());
      const written = await ledger.append(ops);
      return written.ok ? ok(ops.filter((op) => op.of === 'person').length) : written;
    }),
};
