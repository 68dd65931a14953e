import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { appendOps, rollBack } from './append.ts';
import { type Books, chunks } from './context.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { aloneWith, withLock } from './lock.ts';

export interface BulkOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * One batch of any size, all or nothing: cancelled, refused or out of space, what was written is removed again. The lock
 * is let go between chunks, so that a withdrawal recorded meanwhile does not wait for an import to end.
 */
export function appendBulk(
  books: Books,
  ops: readonly Op[],
  options: BulkOptions = {},
): Promise<Result<number, LedgerFailure>> {
  return withLock(importLock(books), () => writeAll(books, ops, options));
}

/** Removes what an import left that died with its page or worker. One that is still at work is let be. */
export function recoverImport(books: Books, batch: string): Promise<boolean> {
  return aloneWith(importLock(books), () => withLock(books.name, () => rollBack(books, batch)));
}

const importLock = ({ name }: Books): string => `${name}:import`;

async function writeAll(
  books: Books,
  ops: readonly Op[],
  options: BulkOptions,
): Promise<Result<number, LedgerFailure>> {
  const batch = ops[0]?.batch;
  if (batch === undefined || ops.some((op) => op.batch !== batch)) return err(failure('invalid', { detail: 'batch' }));
  const locked = <T>(work: () => Promise<T>): Promise<T> => withLock(books.name, work);
  try {
    if ((await books.db.ops.where('batch').equals(batch).count()) > 0)
      return err(failure('invalid', { detail: 'batch' }));
    let done = 0;
    for (const part of chunks(ops, books.chunk)) {
      if (options.signal?.aborted) return stop(locked, books, batch, failure('cancelled'));
      const written = await locked(() => appendOps(books, part, { import: batch }));
      if (!written.ok)
        return stop(locked, books, batch, { ...written.error, index: done + (written.error.index ?? 0) });
      done += part.length;
      options.onProgress?.(done, ops.length);
    }
    if (options.signal?.aborted) return stop(locked, books, batch, failure('cancelled'));
    await locked(() => books.db.meta.delete('import'));
    return ok(ops.length);
  } catch (thrown) {
    return stop(locked, books, batch, failureOf(thrown, 'write-failed'));
  }
}

async function stop(
  locked: <T>(work: () => Promise<T>) => Promise<T>,
  books: Books,
  batch: string,
  reason: LedgerFailure,
): Promise<Result<never, LedgerFailure>> {
  try {
    await locked(() => rollBack(books, batch));
    return err(reason);
  } catch (thrown) {
    // The note of what is unfinished stays: the next opening removes the rest.
    return err({ ...failureOf(thrown, 'write-failed'), detail: `batch ${batch}` });
  }
}
