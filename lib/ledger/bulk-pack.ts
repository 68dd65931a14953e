import { canonical } from '../domain/instant.ts';
import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { admit, parseOps } from './admit.ts';
import { appendOps } from './append.ts';
import { knownIn, numberSet } from './bulk-known.ts';
import { type Books, chunks } from './context.ts';
import { suppressArrivals } from './erase-arrivals.ts';
import type { LedgerFailure } from './failure.ts';
import { runsOf } from './shelf.ts';
import { reindexRun } from './shelf-change.ts';
import { numberOf } from './shelf-format.ts';
import { beginRun, PER_RUN, type Person, type RunWriter } from './shelf-write.ts';
import { readSpace, rememberedByRevision } from './space.ts';

/** Where the parts of a batch go. Each call under the ledger's lock; a failure names the op by its index in the batch. */
export interface Sink {
  readonly take: (part: readonly Op[]) => Promise<Result<null, LedgerFailure>>;
  readonly finish: () => Promise<Result<null, LedgerFailure>>;
  /** Nothing more is written once it answers: to be waited for before what was written is taken back. */
  readonly settle: () => Promise<void>;
}

/** Ops of people whom the run has already, and those of the space itself, wait for its end: no more than so many. */
const MOST_LATER = 20_000;

/**
 * People who are new go into pages; whoever is known already, and whatever is no person, into rows, as in any other
 * change. Both are admitted alike.
 */
export function packer(books: Books, batch: string, space: string): Sink {
  const known = knownIn(books, space);
  const spaceNow = rememberedByRevision(books, (id) => readSpace(books, id));
  let mine = numberSet();
  let run: { readonly writer: RunWriter; readonly region: string } | undefined;
  let later: { readonly op: Op; readonly index: number }[] = [];
  let done = 0;

  async function take(part: readonly Op[]): Promise<Result<null, LedgerFailure>> {
    const from = done;
    done += part.length;
    const parsed = parseOps(part);
    if (!parsed.ok) return at(parsed.error, from);
    await known.refresh();
    const here = await spaceNow(space);
    const suppressed = await suppressArrivals(books, part.length);
    const ops = suppressed ? await Promise.all(parsed.value.map((op) => suppressed(op, here))) : parsed.value;
    const unfit = new Set(ops.filter((op) => !fits(op)).map(({ subject }) => subject));
    const now = canonical(books.now()) ?? books.now();
    const fresh = new Map<string, { readonly number: number; readonly ops: Op[] }>();
    const ids = new Set<string>();
    const others: { readonly op: Op; readonly index: number }[] = [];
    for (const [at, op] of ops.entries()) {
      const index = from + at;
      const subject = numberOf(op.subject);
      if (mine.has(subject) || op.of === 'space') later.push({ op, index });
      else if (op.space !== space || unfit.has(op.subject) || known.has(subject)) others.push({ op, index });
      else if (!ids.has(op.id)) {
        ids.add(op.id);
        const before = fresh.get(op.subject);
        const admitted = admit(op, before?.ops ?? [], here.undone, now);
        if (!admitted.ok) return err({ ...admitted.error, index });
        if (before) before.ops.push(admitted.value);
        else fresh.set(op.subject, { number: subject, ops: [admitted.value] });
      }
    }
    if (fresh.size > 0) {
      run ??= { writer: beginRun(books, { space, batch }, here.policy.region), region: here.policy.region };
      for (const { number } of fresh.values()) mine.add(number);
      await run.writer.add([...fresh].map(([subject, { ops: own }]): Person => ({ subject, ops: own })));
    }
    const rows = await append(others);
    if (!rows.ok) return rows;
    return (run?.writer.people() ?? 0) >= PER_RUN || later.length > MOST_LATER ? finish() : ok(null);
  }

  async function append(
    some: readonly { readonly op: Op; readonly index: number }[],
  ): Promise<Result<null, LedgerFailure>> {
    for (const part of chunks(some, books.chunk)) {
      const written = await appendOps(
        books,
        part.map(({ op }) => op),
        { import: batch },
      );
      if (!written.ok) return err({ ...written.error, index: part[written.error.index ?? 0]?.index });
    }
    return ok(null);
  }

  async function finish(): Promise<Result<null, LedgerFailure>> {
    const ended = run;
    mine = numberSet();
    if (ended) {
      const id = await ended.writer.finish();
      run = undefined;
      const { region } = (await readSpace(books, space)).policy;
      const [moved] = region === ended.region ? [] : (await runsOf(books, space)).filter((one) => one.id === id);
      if (moved) await reindexRun(books, moved, region);
    }
    const waiting = later;
    later = [];
    return append(waiting);
  }

  return { take, finish, settle: async () => run?.writer.settle() };
}

/** What is erased or taken off the list leaves more behind than a record that can be folded by itself. */
const fits = ({ of, changes }: Op): boolean =>
  of === 'person' && changes.every(({ kind }) => kind !== 'erased' && kind !== 'removed');

const at = (error: LedgerFailure, from: number): Result<never, LedgerFailure> =>
  err({ ...error, index: from + (error.index ?? 0) });
