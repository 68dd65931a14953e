import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { appendOps, rollBack } from './append.ts';
import { type Books, chunks } from './context.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { aloneWith, withLock } from './lock.ts';

export interface BulkOptions {
  /** Ops that are expected, for progress; left out: as many as have come so far. */
  readonly total?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Ops of one batch, part by part, of any size; the next part is asked for when the last one is written. */
export type OpParts = Iterable<readonly Op[]> | AsyncIterable<readonly Op[]>;

/**
 * One batch of any size, all or nothing: cancelled, refused or out of space, what was written is removed again. The lock
 * is let go between chunks, so that a withdrawal recorded meanwhile does not wait for an import to end.
 */
export function appendBulk(
  books: Books,
  parts: OpParts,
  options: BulkOptions = {},
): Promise<Result<number, LedgerFailure>> {
  return withLock(importLock(books), () => writeAll(books, parts, options));
}

/** Removes what an import left that died with its page or worker. One that is still at work is let be. */
export function recoverImport(books: Books, batch: string): Promise<boolean> {
  return aloneWith(importLock(books), () => withLock(books.name, () => rollBack(books, batch)));
}

const importLock = ({ name }: Books): string => `${name}:import`;

async function writeAll(
  books: Books,
  parts: OpParts,
  { signal, total = 0, onProgress }: BulkOptions,
): Promise<Result<number, LedgerFailure>> {
  const locked = <T>(work: () => Promise<T>): Promise<T> => withLock(books.name, work);
  let batch: string | undefined;
  let done = 0;
  const end = (reason: LedgerFailure): Promise<Result<never, LedgerFailure>> =>
    batch === undefined ? Promise.resolve(err(reason)) : stop(locked, books, batch, reason);
  try {
    for await (const ops of parts) {
      for (const part of chunks(ops, books.chunk)) {
        if (signal?.aborted) return await end(failure('cancelled'));
        const [first] = part;
        const own = batch ?? first?.batch;
        if (own === undefined || part.some((op) => op.batch !== own))
          return await end(failure('invalid', { detail: 'batch' }));
        if (batch === undefined && (await books.db.ops.where('batch').equals(own).count()) > 0)
          return err(failure('invalid', { detail: 'batch' }));
        batch = own;
        const written = await locked(() => appendOps(books, part, { import: own }));
        if (!written.ok) return await end({ ...written.error, index: done + (written.error.index ?? 0) });
        done += part.length;
        onProgress?.(done, Math.max(done, total));
      }
    }
    if (signal?.aborted) return await end(failure('cancelled'));
    if (batch === undefined) return err(failure('invalid', { detail: 'batch' }));
    await locked(() => books.db.meta.delete('import'));
    return ok(done);
  } catch (thrown) {
    // What the parts are made of may fail too, or be cancelled: nothing of it stays either.
    return end(signal?.aborted ? failure('cancelled') : failureOf(thrown, 'write-failed'));
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
