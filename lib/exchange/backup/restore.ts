import type { Op } from '../../domain/op.ts';
import { PRACTICE_SPACE } from '../../domain/person.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ActivityEntry } from '../../ledger/activity.ts';
import { failure, type LedgerFailure } from '../../ledger/failure.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { parseOp } from '../../ledger/op-schema.ts';
import type { Comparison } from '../../ledger/recover-compare.ts';
import { BackupError } from './seal.ts';
import type { Item } from './write.ts';

/** What a copy would bring, counted by subject: people, and beside them terms, releases and settings. */
export interface RestorePreview {
  readonly people: Counts;
  readonly others: Counts;
  readonly ops: number;
  readonly log: number;
  /** Rows that the copy itself lacked when it was made. */
  readonly unreadable: number;
  /** Made on this very device: tokens of erased people are known here. */
  readonly sameDevice: boolean;
  /** Names of the first of those where both sides know something that the other does not. */
  readonly conflicts: readonly string[];
}
export type Counts = Readonly<Record<Comparison['is'], number>>;

export interface Running {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => void;
}

interface Copy {
  items(): AsyncGenerator<Item>;
}

const NAMED = 20;
const PAGE = 1_000;
const none = (): Record<Comparison['is'], number> => ({
  new: 0,
  same: 0,
  changed: 0,
  conflict: 0,
  'erased-here': 0,
  'erased-there': 0,
});

/** Reads the whole file once, so that a file with a fault is known before anything is written. Throws a `BackupError`. */
export async function previewRestore(copy: Copy, ledger: Ledger, running: Running = {}): Promise<RestorePreview> {
  const [people, others, conflicts] = [none(), none(), [] as string[]];
  let [ops, log, unreadable, sameDevice] = [0, 0, 0, false];
  for await (const page of pagesOf(copy, running, async (item) => {
    if (item.is === 'mark') sameDevice = item.mark === (await ledger.archive.mark());
    if (item.is === 'log') log += 1;
    if (item.is === 'end') unreadable = item.unreadable;
  })) {
    ops += page.length;
    running.progress?.(ops);
    for (const { of, is, name } of await ledger.archive.compare(page)) {
      (of === 'person' ? people : others)[is] += 1;
      if (is === 'conflict' && name && conflicts.length < NAMED) conflicts.push(name);
    }
  }
  return { people, others, ops, log, unreadable, sameDevice, conflicts };
}

export interface Restored {
  readonly added: readonly string[];
  readonly known: number;
  readonly refused: number;
  readonly erased: number;
  /** Lines of the log that came along; none where this device has a log of its own. */
  readonly log: number;
  /** Of the ledger when it was done: with it the whole can be undone. */
  readonly revision: number;
}

/** Merges by op id, page by page. Cancelled or failed, what came is taken out again; run twice, the second brings nothing. */
export async function restore(
  copy: Copy,
  ledger: Ledger,
  running: Running = {},
): Promise<Result<Restored, LedgerFailure>> {
  const added: string[] = [];
  const entries: ActivityEntry[] = [];
  let [known, refused, erased, done] = [0, 0, 0, 0];
  const stop = async (reason: LedgerFailure): Promise<Result<never, LedgerFailure>> => {
    const undone = await ledger.archive.unmerge(added, await ledger.revision());
    return err(undone.ok ? reason : undone.error);
  };
  try {
    for await (const page of pagesOf(copy, running, async (item) => {
      if (item.is === 'log') entries.push(item.entry);
    })) {
      const merged = await ledger.archive.merge(page);
      if (!merged.ok) return stop(merged.error);
      added.push(...merged.value.added);
      known += merged.value.known;
      refused += merged.value.refused;
      erased += merged.value.erased;
      done += page.length;
      running.progress?.(done);
    }
  } catch (thrown) {
    const stopped = await stop(failure(running.signal?.aborted ? 'cancelled' : 'write-failed'));
    if (running.signal?.aborted) return stopped;
    throw thrown;
  }
  const log = entries.length > 0 && (await ledger.archive.beginLog(entries)) ? entries.length : 0;
  return ok({ added, known, refused, erased, log, revision: await ledger.revision() });
}

/** Ops in pages that hold their subjects whole (they lie side by side in a copy); other items go to `other`. */
async function* pagesOf(
  copy: Copy,
  { signal }: Running,
  other: (item: Exclude<Item, { readonly is: 'op' }>) => Promise<void>,
): AsyncGenerator<readonly Op[]> {
  let page: Op[] = [];
  for await (const item of copy.items()) {
    signal?.throwIfAborted();
    if (item.is !== 'op') {
      await other(item);
      continue;
    }
    const parsed = parseOp(item.op);
    // It is whole, as it was written: by an Izin that knows more kinds of changes.
    if ('wrong' in parsed) throw new BackupError('newer');
    const { op } = parsed;
    if (op.space === PRACTICE_SPACE) continue;
    if (page.length >= PAGE && page.at(-1)?.subject !== op.subject) {
      yield page;
      page = [];
    }
    page.push(op);
  }
  if (page.length > 0) yield page;
}
