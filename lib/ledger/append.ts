import { newOp } from '../domain/new-op.ts';
import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { admit, parseOps } from './admit.ts';
import { type Commit, commit, gather, type Notes, spacesOf } from './commit.ts';
import { type Books, chunks, groupBySubject, type Key, keysOf, keyText } from './context.ts';
import { suppressArrivals } from './erase-arrivals.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { type Space, spaceOf } from './space.ts';

/*
 * Writers. All run under the ledger's lock; whatever is larger than one transaction leaves a note of what is unfinished,
 * so that a context that dies half-way leaves nothing half-done behind (`recover`).
 */

/** Ops in one transaction. An op that is there already is passed over. */
export async function appendOps(
  books: Books,
  made: readonly unknown[],
  notes: Notes = {},
): Promise<Result<readonly Op[], LedgerFailure>> {
  const parsed = parseOps(made);
  if (!parsed.ok) return parsed;
  try {
    const keys = keysOf(parsed.value);
    const [refold, spaces] = [new Map(await gather(books, keys)), new Map(await spacesOf(books, keys))];
    const suppressed = await suppressArrivals(books);
    const added: Op[] = [];
    for (const [index, op] of parsed.value.entries()) {
      const key: Key = [op.space, op.subject];
      const before = refold.get(keyText(key))?.ops ?? [];
      if (before.some(({ id }) => id === op.id)) continue;
      const space = spaces.get(op.space);
      const admitted = admit(await suppressed(op, space), before, space?.undone ?? new Set(), books.now());
      // One who was erased while a list was on its way is passed over; the rest of the list is none the worse.
      if (!admitted.ok && notes.import && admitted.error.refusal?.code === 'erased') continue;
      if (!admitted.ok) return err({ ...admitted.error, index });
      refold.set(keyText(key), { key, ops: [...before, admitted.value] });
      added.push(admitted.value);
    }
    const moved = regionMoved(added, refold, spaces);
    await commit(books, spaces, { add: added, refold, notes: moved ? { ...notes, refold: moved } : notes });
    if (moved) await refoldAll(books, moved);
    return ok(added);
  } catch (thrown) {
    return err(failureOf(thrown, 'write-failed'));
  }
}

/** A new default region changes what numbers without a country code mean: their tokens are made anew. */
function regionMoved(
  added: readonly Op[],
  refold: Commit['refold'],
  spaces: ReadonlyMap<string, Space>,
): Notes['refold'] {
  const own = added.filter(({ of }) => of === 'space').map(({ space }) => space);
  const moved = own.find((space) => {
    const ops = refold.get(keyText([space, space]))?.ops ?? [];
    return spaceOf(space, ops).policy.region !== spaces.get(space)?.policy.region;
  });
  return moved === undefined ? undefined : { space: moved };
}

/** Takes a batch back. Its ops stay in the log and count no more. Answers with the subjects that it touched. */
export async function undoBatch(
  books: Books,
  space: string,
  batch: string,
  by: string,
): Promise<Result<number, LedgerFailure>> {
  try {
    const rows = await books.db.ops
      .where('batch')
      .equals(batch)
      .filter((row) => row.space === space)
      .toArray();
    if (rows.length === 0) return err(failure('invalid', { detail: 'batch' }));
    const op = newOp({ space, subject: space, of: 'space', by }, [{ kind: 'undo', batch }], books.now());
    const keys = keysOf(rows);
    const own = await gather(books, [[space, space]]);
    const before = own.get(keyText([space, space]))?.ops ?? [];
    const spaces = new Map([[space, spaceOf(space, [...before, op])]]);
    const first = chunks(keys, books.chunk)[0] ?? [];
    const whole = keys.length === first.length;
    await commit(books, spaces, {
      add: [op],
      refold: await gather(books, first),
      notes: whole ? {} : { refold: { space, batch } },
    });
    if (!whole) await refoldAll(books, { space, batch });
    return ok(keys.length);
  } catch (thrown) {
    return err(failureOf(thrown, 'write-failed'));
  }
}

/** Makes the projections of a batch, or of a whole space, anew; may be repeated. */
export async function refoldAll(books: Books, what: NonNullable<Notes['refold']>): Promise<void> {
  const { space, batch } = what;
  const rows =
    batch === undefined
      ? books.db.ops.where('[space+subject]').between([space, ''], [space, '\uffff'], true, true)
      : books.db.ops
          .where('batch')
          .equals(batch)
          .filter((row) => row.space === space);
  const keys = keysOf(await rows.toArray());
  for (const part of chunks(keys, books.chunk))
    await commit(books, await spacesOf(books, part), { refold: await gather(books, part) });
  await commit(books, new Map(), { refold: new Map(), notes: { refold: null } });
}

/** Removes every trace of a batch: what a cancelled or broken import had written. May be repeated. */
export async function rollBack(books: Books, batch: string): Promise<void> {
  const rows = await books.db.ops.where('batch').equals(batch).toArray();
  const ids = groupBySubject(rows);
  for (const part of chunks(keysOf(rows), books.chunk)) {
    const drop = part.flatMap((key) => (ids.get(keyText(key)) ?? []).map(({ id }) => id));
    const refold = await gather(books, part, new Set(drop));
    await commit(books, await spacesOf(books, part), { drop, refold, forget: true });
  }
  await commit(books, new Map(), { refold: new Map(), notes: { import: null } });
}
