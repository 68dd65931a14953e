import { newId, newOp } from '../domain/new-op.ts';
import type { Change, Op } from '../domain/op.ts';
import { SELF, type SpaceId } from '../domain/person.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { ActivityEntry } from './activity.ts';
import type { Ledger } from './ledger.ts';
import { phraseOf } from './said.ts';
import { copiesOf, writableBeside } from './spaces-for.ts';

/** Appends changes to one subject. What comes back is why it was not done; undefined: it is done. */
type Write = (changes: readonly Change[]) => Promise<Phrase | undefined>;

/** Appends to one subject, and notes in the log that consent was recorded, changed or removed. */
export function writer(ledger: Ledger, space: SpaceId, of: Op['of'], subject: string = newId()): Write {
  return async (changes) => {
    const op = newOp({ space, subject, of, by: SELF }, changes, new Date().toISOString());
    const written = await ledger.append([op]);
    if (!written.ok) return phraseOf(written.error);
    const beside = of === 'person' ? await sayBeside(ledger, op) : undefined;
    if (beside) return beside;
    if (of === 'person' && changes.some(isRecorded)) await note(ledger, { kind: 'recorded', people: [subject] });
    return undefined;
  };
}

/**
 * What a person said holds of every copy of them that this user may write: a colleague must hear of a stop that was
 * noted here. Where it does not fit, the copy stays as it is, and the stricter of the two holds.
 */
export async function sayBeside(ledger: Ledger, { batch, space, subject, changes }: Op): Promise<Phrase | undefined> {
  const said = changes.filter(isSaid);
  const own = said.some(({ kind }) => kind !== 'record') ? await writableBeside(ledger, space) : [];
  const others = own.filter((id) => id !== space);
  for (const { person } of await copiesOf(ledger, others, subject)) {
    const about = { space: person.space, subject, of: 'person', by: SELF, ...(batch ? { batch } : {}) } as const;
    const written = await ledger.append([newOp(about, said, new Date().toISOString())]);
    if (!written.ok && written.error.code !== 'refused') return phraseOf(written.error);
  }
  return undefined;
}

const isSaid = ({ kind }: Change): boolean =>
  kind === 'record' || kind === 'consent' || kind === 'suppression' || kind === 'suppression-lifted';

const isRecorded = ({ kind }: Change): boolean =>
  kind === 'consent' || kind === 'suppression' || kind === 'suppression-lifted' || kind === 'removed';

/** A log that cannot be written does not undo what was done; the Activity room shows a broken chain by itself. */
export async function note(ledger: Ledger, entry: Pick<ActivityEntry, 'kind'> & Partial<ActivityEntry>): Promise<void> {
  await ledger.log({ at: new Date().toISOString(), rules: [], people: [], ...entry });
}
