import type { Change, Op } from '../domain/op.ts';
import { erasedBlock } from '../domain/person-fold.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { refoldAll } from './append.ts';
import { commit, gather, spacesOf } from './commit.ts';
import { type Books, chunks, groupBySubject, keysOf, keyText } from './context.ts';
import { erasePerson } from './erase.ts';
import { suppressArrivals } from './erase-arrivals.ts';
import { changeWithout } from './erase-topics.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { parseOp } from './op-schema.ts';
import { revisionOf } from './tables.ts';

export interface Merged {
  /** Ids of the ops that are new here: what an undo takes out again. */
  readonly added: readonly string[];
  readonly known: number;
  /** Ops of people who were erased here: they stay erased. */
  readonly refused: number;
  /** People who were erased elsewhere, and now here too. */
  readonly erased: number;
}

/*
 * Ops that were made and admitted before come in by their id: twice is once. Transitions are not judged again, because
 * the fold is strict by itself: a block that stands here is not lifted by an older permission. Erasures absorb.
 */
export async function mergeOps(books: Books, values: readonly unknown[]): Promise<Result<Merged, LedgerFailure>> {
  const ops: Op[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = parseOp(value);
    if ('wrong' in parsed) return err(failure('invalid', { detail: parsed.wrong, index }));
    ops.push(parsed.op);
  }
  try {
    return ok(await merge(books, [...new Map(ops.map((op) => [op.id, op])).values()]));
  } catch (thrown) {
    return err(failureOf(thrown, 'write-failed'));
  }
}

async function merge(books: Books, ops: readonly Op[]): Promise<Merged> {
  const rows = await books.db.ops.bulkGet(ops.map(({ id }) => id));
  const notInRows = ops.filter((_, index) => rows[index] === undefined);
  const here = await gather(books, keysOf(notInRows));
  const packed = new Set([...here.values()].flatMap((one) => one.ops.map(({ id }) => id)));
  const fresh = notInRows.filter(({ id }) => !packed.has(id));
  const keys = keysOf(fresh);
  const [before, spaces, suppressed] = [
    new Map(keys.map((key) => [keyText(key), here.get(keyText(key)) ?? { key, ops: [] }])),
    await spacesOf(books, keys),
    await suppressArrivals(books),
  ];
  const gone = new Set((await books.db.erased.toArray()).map(({ subject }) => subject));
  const refold = new Map(before);
  const added: Op[] = [];
  let [refused, erased] = [0, 0];
  for (const [text, group] of groupBySubject(fresh)) {
    const one = before.get(text);
    const known = one?.ops ?? [];
    const erasure = group.find(isErasure);
    if (erasure && known.length > 0 && !known.some(isErasure)) {
      const { space, subject: person, by } = erasure;
      const done = await erasePerson(books, { space, person, by });
      if (!done.ok) throw new Error(done.error.code);
      refold.delete(text);
      erased += 1;
      continue;
    }
    const closed = known.some(isErasure) || erasure !== undefined;
    const wanted = group.filter((op) => !closed || lifts(op) || (isErasure(op) && known.length === 0));
    refused += group.length - wanted.length;
    const kept: Op[] = [];
    for (const op of wanted) {
      const left = op.changes.flatMap((change) => [...gone].reduce(without, [change]));
      if (left.length === 0) continue;
      const arriving = { ...op, changes: left };
      kept.push(suppressed ? await suppressed(arriving, spaces.get(op.space)) : arriving);
    }
    added.push(...kept);
    if (one) refold.set(text, { key: one.key, ops: [...known, ...kept] });
  }
  await commit(books, spaces, { add: added, refold });
  await refoldSpaces(books, added);
  return { added: added.map(({ id }) => id), known: ops.length - fresh.length, refused, erased };
}

const isErasure = ({ changes }: Op): boolean => changes.some(({ kind }) => kind === 'erased');
const lifts = ({ changes, subject }: Op): boolean =>
  changes.every((one) => one.kind === 'suppression-lifted' && one.suppressionId === erasedBlock(subject));
const without = (changes: readonly Change[], person: string): Change[] =>
  changes.flatMap((change) => changeWithout(change, person));

/** What a space settles (its region, batches that were undone) counts for all who are in it. */
async function refoldSpaces(books: Books, ops: readonly Pick<Op, 'of' | 'space'>[]): Promise<void> {
  for (const space of new Set(ops.filter(({ of }) => of === 'space').map((op) => op.space)))
    await refoldAll(books, { space });
}

/** Takes out what a merge brought, as if it had never come. Only while nothing else was written since. */
export async function unmergeOps(
  books: Books,
  ids: readonly string[],
  revision: number,
): Promise<Result<number, LedgerFailure>> {
  try {
    if ((await revisionOf(books.db)) !== revision) return err(failure('invalid', { detail: 'revision' }));
    let subjects = 0;
    for (const part of chunks(ids, books.chunk)) {
      const rows = (await books.db.ops.bulkGet([...part])).filter((row) => row !== undefined);
      const keys = keysOf(rows);
      const drop = rows.map(({ id }) => id);
      const refold = await gather(books, keys, new Set(drop));
      await commit(books, await spacesOf(books, keys), { drop, refold, forget: true });
      await refoldSpaces(books, rows);
      subjects += new Set(keys.map(keyText)).size;
    }
    return ok(subjects);
  } catch (thrown) {
    return err(failureOf(thrown, 'write-failed'));
  }
}
