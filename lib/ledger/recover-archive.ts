import type { Op } from '../domain/op.ts';
import type { Result } from '../domain/result.ts';
import { type ActivityEntry, logActivity } from './activity.ts';
import type { Books } from './context.ts';
import { failure, LedgerError, type LedgerFailure } from './failure.ts';
import { withLock } from './lock.ts';
import type { Merged } from './merge.ts';
import { type Comparison, compareOps } from './recover-compare.ts';
import { mergeOps, unmergeOps } from './recover-merge.ts';
import { openRawOp, openRawPage } from './recover-raw.ts';
import { countOps, type OpPage, opPages } from './recover-read.ts';
import { revisionOf } from './tables.ts';

/** What a copy is made of, and how one comes back. Nothing of the practice space is in it. */
export interface Archive {
  pages(): AsyncGenerator<OpPage>;
  count(): Promise<number>;
  /** The same on this device for ever, another on every other: whether tokens of a copy mean anything here. */
  mark(): Promise<string>;
  /** All ops of the subjects must come together. */
  compare(ops: readonly Op[]): Promise<readonly Comparison[]>;
  /** By id: what is here already is passed over. Never more than a page at a time. */
  merge(ops: readonly unknown[]): Promise<Result<Merged, LedgerFailure>>;
  /** `revision`: that of the ledger when the merge had ended; anything written since forbids it. */
  unmerge(ids: readonly string[], revision: number): Promise<Result<number, LedgerFailure>>;
  /** Lines of a copy's log, into a log that has none yet. False: there is one, and it stands alone. */
  beginLog(entries: readonly ActivityEntry[]): Promise<boolean>;
  /** One row of a raw copy, opened with the key of this device; undefined: it is not the key, or not whole. */
  openRaw(row: unknown): Promise<Op | undefined>;
  /** As `openRaw`, of a row of `pages`. Of its kinds only people hold ops; of the others undefined comes too. */
  openRawPage(row: unknown): Promise<readonly Op[] | undefined>;
}

export function archiveOf(books: Books, onChange: () => void): Archive {
  const locked = <T>(work: () => Promise<T>): Promise<T> => withLock(books.name, work);
  const told = async <T>(written: Promise<Result<T, LedgerFailure>>): Promise<Result<T, LedgerFailure>> => {
    const result = await written;
    if (result.ok) onChange();
    return result;
  };
  return {
    pages: () => wholePages(books),
    count: () => countOps(books),
    mark: () => books.vault.token('izin', 'mark'),
    compare: (ops) => compareOps(books, ops),
    merge: (ops) => told(locked(() => mergeOps(books, ops))),
    unmerge: (ids, revision) => told(locked(() => unmergeOps(books, ids, revision))),
    beginLog: (entries) =>
      locked(async () => {
        if ((await books.db.activity.count()) > 0) return false;
        for (const entry of entries) await logActivity(books, entry);
        return true;
      }),
    openRaw: (row) => openRawOp(books, row),
    openRawPage: (row) => openRawPage(books, row),
  };
}

/** While an import is being written, half of it would be in the copy. */
async function* wholePages(books: Books): AsyncGenerator<OpPage> {
  const importing = async (): Promise<void> => {
    if ((await books.db.meta.get('import')) !== undefined) throw new LedgerError(failure('busy'));
  };
  await importing();
  const began = await revisionOf(books.db);
  yield* opPages(books);
  if ((await revisionOf(books.db)) !== began) await importing();
}
