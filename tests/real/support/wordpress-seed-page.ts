import { bumpRevision } from '@/lib/bus/bus.ts';
import { newId, newOp } from '@/lib/domain/new-op.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';

/** Runs in a page of the extension: a release that is under embargo for a long time yet. */
export async function seedRelease(title: string): Promise<number> {
  let changed: Promise<unknown> = Promise.resolve();
  const opened = await openLedger({
    onChange: () => {
      changed = bumpRevision();
    },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const release = { title, phrases: [title], liftsAt: '2099-01-01T02:00:00.000Z', zone: 'WIB' };
  const op = newOp(
    { space: PERSONAL_SPACE, subject: newId(), of: 'release', by: SELF },
    [{ kind: 'release', release }],
    '2026-05-01T03:00:00.000Z',
  );
  const written = await opened.value.append([op]);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  await changed;
  opened.value.close();
  return written.value.length;
}
