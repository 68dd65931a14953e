import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isTeamSpace } from '../domain/space-of.ts';
import { appendOps, rollBack } from './append.ts';
import { packer, type Sink } from './bulk-pack.ts';
import { type Books, chunks } from './context.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { aloneWith, withLock } from './lock.ts';

export interface BulkOptions {
  /** Ops that are expected, for progress and for how they are laid out; left out: as many as have come so far. */
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
  { signal, total = lengthOf(parts), onProgress }: BulkOptions,
): Promise<Result<number, LedgerFailure>> {
  const locked = <T>(work: () => Promise<T>): Promise<T> => withLock(books.name, work);
  let batch: string | undefined;
  let done = 0;
  let sink: Sink | undefined;
  const end = async (reason: LedgerFailure): Promise<Result<never, LedgerFailure>> => {
    await sink?.settle();
    return batch === undefined ? err(reason) : stop(locked, books, batch, reason);
  };
  try {
    for await (const part of inChunks(parts, books.chunk, total === undefined ? books.pack : 0)) {
      if (signal?.aborted) return await end(failure('cancelled'));
      const [first] = part;
      const own = batch ?? first?.batch;
      if (first === undefined || own === undefined || part.some((op) => op.batch !== own))
        return await end(failure('invalid', { detail: 'batch' }));
      if (batch === undefined && (await isWritten(books, own))) return err(failure('invalid', { detail: 'batch' }));
      batch = own;
      // What colleagues are to have is sent op by op.
      const large = (total ?? part.length) >= books.pack && !isTeamSpace(first.space);
      sink ??= large ? packer(books, own, first.space) : rows(books, own);
      const { take } = sink;
      for (const some of chunks(part, books.chunk)) {
        if (signal?.aborted) return await end(failure('cancelled'));
        const written = await locked(() => take(some));
        if (!written.ok) return await end(written.error);
        done += some.length;
        onProgress?.(done, Math.max(done, total ?? 0));
      }
    }
    if (signal?.aborted) return await end(failure('cancelled'));
    if (sink === undefined) return err(failure('invalid', { detail: 'batch' }));
    const finished = await locked(sink.finish);
    if (!finished.ok) return await end(finished.error);
    await locked(() => books.db.meta.delete('import'));
    return ok(done);
  } catch (thrown) {
    // What the parts are made of may fail too, or be cancelled: nothing of it stays either.
    return end(signal?.aborted ? failure('cancelled') : failureOf(thrown, 'write-failed'));
  }
}

const lengthOf = (parts: OpParts): number | undefined =>
  Array.isArray(parts) ? parts.reduce((sum: number, part: readonly Op[]) => sum + part.length, 0) : undefined;

const isWritten = async ({ db }: Books, batch: string): Promise<boolean> =>
  (await db.ops.where('batch').equals(batch).count()) + (await db.runs.where('batch').equals(batch).count()) > 0;

/** The first chunk holds `first` ops at least, if there are so many: how they are written hangs on how many they are. */
async function* inChunks(parts: OpParts, chunk: number, first: number): AsyncGenerator<readonly Op[]> {
  let held: readonly Op[] | undefined = first > 0 ? [] : undefined;
  for await (const ops of parts) {
    held &&= [...held, ...ops];
    if (held === undefined) yield* chunks(ops, chunk);
    else if (held.length >= first) {
      yield held;
      held = undefined;
    }
  }
  if (held && held.length > 0) yield held;
}

/** As any other change, one transaction a part. */
function rows(books: Books, batch: string): Sink {
  let done = 0;
  return {
    async take(part) {
      const from = done;
      done += part.length;
      const written = await appendOps(books, part, { import: batch });
      return written.ok ? ok(null) : err({ ...written.error, index: from + (written.error.index ?? 0) });
    },
    finish: async () => ok(null),
    settle: async () => undefined,
  };
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
