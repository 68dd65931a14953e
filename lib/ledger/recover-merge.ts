import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { refoldAll } from './append.ts';
import { commit, gather, spacesOf } from './commit.ts';
import { type Books, chunks, keysOf, keyText } from './context.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { type Merged, mergeInto } from './merge.ts';
import { parseOp } from './op-schema.ts';
import { revisionOf } from './tables.ts';

/** Of a copy: all that it holds and that is not here. Under the ledger's lock. */
export async function mergeOps(books: Books, values: readonly unknown[]): Promise<Result<Merged, LedgerFailure>> {
  const ops: Op[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = parseOp(value);
    if ('wrong' in parsed) return err(failure('invalid', { detail: parsed.wrong, index }));
    ops.push(parsed.op);
  }
  try {
    return ok(await mergeInto(books, ops));
  } catch (thrown) {
    return err(failureOf(thrown, 'write-failed'));
  }
}

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
