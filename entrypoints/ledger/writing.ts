import type { Write } from '@/components/ledger/write.ts';
import { newId, newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import { SELF, type SpaceId } from '@/lib/domain/person.ts';
import type { ActivityEntry } from '@/lib/ledger/activity.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from './said.ts';

/** Appends to one subject, and notes in the log that consent was recorded, changed or removed. */
export function writer(ledger: Ledger, space: SpaceId, of: Op['of'], subject: string = newId()): Write {
  return async (changes) => {
    const op = newOp({ space, subject, of, by: SELF }, changes, new Date().toISOString());
    const written = await ledger.append([op]);
    if (!written.ok) return phraseOf(written.error);
    if (of === 'person' && changes.some(isRecorded)) await note(ledger, { kind: 'recorded', people: [subject] });
    return undefined;
  };
}

const isRecorded = ({ kind }: Change): boolean =>
  kind === 'consent' || kind === 'suppression' || kind === 'suppression-lifted' || kind === 'removed';

/** A log that cannot be written does not undo what was done; the Activity room shows a broken chain by itself. */
export async function note(ledger: Ledger, entry: Pick<ActivityEntry, 'kind'> & Partial<ActivityEntry>): Promise<void> {
  await ledger.log({ at: new Date().toISOString(), rules: [], people: [], ...entry });
}
