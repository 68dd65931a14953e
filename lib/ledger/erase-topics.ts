import type { Change, Op } from '../domain/op.ts';
import type { PersonId } from '../domain/person.ts';
import { type Books, type Key, openOp } from './context.ts';
import type { OpRow } from './tables.ts';

/** The ops about terms and releases that name a person: as they lie, and as they are without that person. */
export async function topicsWithout(
  books: Books,
  [space, person]: Key,
): Promise<{ readonly rows: readonly OpRow[]; readonly ops: readonly Op[] }> {
  const subjects = await books.db.ops
    .where('[space+subject]')
    .between([space, ''], [space, '\uffff'])
    .filter(isTopic)
    .toArray();
  // What does not open cannot be read by anybody; that it is damaged is told elsewhere.
  const opened = await Promise.allSettled(subjects.map(async (row) => ({ row, op: await openOp(books, row) })));
  const changed = opened.flatMap((one) => {
    if (one.status === 'rejected') return [];
    const { row, op } = one.value;
    const changes = op.changes.flatMap((change) => changeWithout(change, person));
    const same = changes.length === op.changes.length && changes.every((change, index) => change === op.changes[index]);
    return same ? [] : [{ row, op: { ...op, changes } }];
  });
  return {
    rows: changed.map(({ row }) => row),
    ops: changed.map(({ op }) => op).filter(({ changes }) => changes.length > 0),
  };
}

const isTopic = ({ of }: OpRow): boolean => of === 'term' || of === 'release';

/** What is left of one change to a term or release without that person. */
export function changeWithout(change: Change, person: PersonId): readonly Change[] {
  if (change.kind === 'agreement') return change.agreement.personId === person ? [] : [change];
  if (change.kind === 'term' && change.term.cleared.includes(person))
    return [{ ...change, term: { ...change.term, cleared: others(change.term.cleared, person) } }];
  if (change.kind === 'release' && change.release.cleared?.includes(person))
    return [{ ...change, release: { ...change.release, cleared: others(change.release.cleared, person) } }];
  return [change];
}

const others = (list: readonly string[], person: PersonId): readonly string[] => list.filter((one) => one !== person);
