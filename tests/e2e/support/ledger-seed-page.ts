import { bumpRevision } from '@/lib/bus/bus.ts';
import type { Op } from '@/lib/domain/op.ts';
import type { ActivityEntry } from '@/lib/ledger/activity.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';

/** Runs in a page of the extension: its own code writes into its own ledger, as the ledger page does. */
export async function write(ops: readonly Op[], lines: readonly ActivityEntry[]): Promise<number> {
  let changed: Promise<unknown> = Promise.resolve();
  const opened = await openLedger({
    onChange: () => {
      changed = bumpRevision();
    },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const ledger = opened.value;
  const written = await ledger.append(ops);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  for (const line of lines) await ledger.log(line);
  await changed;
  ledger.close();
  return written.value.length;
}
