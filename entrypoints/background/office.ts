import { bumpRevision } from '@/lib/bus/bus.ts';
import { LedgerError } from '@/lib/ledger/failure.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { ledgerBegun } from '@/lib/platform/begun.ts';

let opening: Promise<Ledger> | undefined;

/** The ledger, opened once. A failure is thrown to whoever asked, and the next question tries again. */
export function ledger(): Promise<Ledger> {
  opening ??= openLedger({ begun: ledgerBegun, onChange: () => void bumpRevision() }).then((opened) => {
    if (opened.ok) return opened.value;
    throw new LedgerError(opened.error);
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}
