import { newOp } from '../domain/new-op.ts';
import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { admit, parseOps } from './admit.ts';
import { type Commit, commit, gather, type Notes, spacesOf } from './commit.ts';
import { type Books, chunks, groupBySubject, type Key, keysOf, keyText } from './context.ts';
import { suppressArrivals } from './erase-arrivals.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { packedOf } from './shelf.ts';
import { dropRuns, overlaidIn, reindexAll, runsOfBatch } from './shelf-change.ts';
import { readSpace, type Space, spaceOf } from './space.ts';
import { asMember, inTeams } from './team-author.ts';

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
    const suppressed = await suppressArrivals(books, keys.length);
    const added: Op[] = [];
    for (const [index, op] of parsed.value.entries()) {
      const key: Key = [op.space, op.subject];
      const before = refold.get(keyText(key))?.ops ?? [];
      if (before.some(({ id }) => id === op.id)) continue;
      const space = spaces.get(op.space);
      const arriving = suppressed ? await suppressed(op, space) : op;
      const own = asMember(arriving, space?.team);
      const admitted = own.ok ? admit(own.value, before, space?.undone ?? new Set(), books.now()) : own;
      // One who was erased while a list was on its way is passed over; the rest of the list is none the worse.
      if (!admitted.ok && notes.import && admitted.error.refusal?.code === 'erased') continue;
      if (!admitted.ok) return err({ ...admitted.error, index });
      refold.set(keyText(key), { key, ops: [...before, admitted.value] });
      added.push(admitted.value);
    }
    const moved = regionMoved(added, refold, spaces);
    const send = inTeams(added);
    await commit(books, spaces, { add: added, refold, send, notes: moved ? { ...notes, refold: moved } : notes });
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
    const runs = (await runsOfBatch(books.db, batch)).filter((run) => run.space === space);
    if (rows.length + runs.length === 0) return err(failure('invalid', { detail: 'batch' }));
    const made = newOp({ space, subject: space, of: 'space', by }, [{ kind: 'undo', batch }], books.now());
    const signed = asMember(made, (await readSpace(books, space)).team);
    if (!signed.ok) return signed;
    const op = signed.value;
    // Of those who lie in pages alone nothing is kept that would have to be made anew.
    const beside = await overlaidIn(books, runs);
    const keys = keysOf([...rows, ...beside.map(([space, subject]) => ({ space, subject }))]);
    const own = await gather(books, [[space, space]]);
    const before = own.get(keyText([space, space]))?.ops ?? [];
    const spaces = new Map([[space, spaceOf(space, [...before, op])]]);
    const first = chunks(keys, books.chunk)[0] ?? [];
    const whole = keys.length === first.length;
    await commit(books, spaces, {
      add: [op],
      send: inTeams([op]),
      refold: await gather(books, first),
      notes: whole ? {} : { refold: { space, batch } },
      runs,
    });
    if (!whole) await refoldAll(books, { space, batch });
    const packed = new Set(
      (await packedOf(books, keys)).filter(({ run }) => run.batch === batch).map(({ key }) => keyText(key)),
    );
    const people = runs.reduce((sum, run) => sum + run.people, 0);
    return ok(people + keys.filter((key) => !packed.has(keyText(key))).length);
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
  const beside =
    batch === undefined
      ? []
      : await overlaidIn(
          books,
          (await runsOfBatch(books.db, batch)).filter((run) => run.space === space),
        );
  const keys = keysOf([...(await rows.toArray()), ...beside.map(([space, subject]) => ({ space, subject }))]);
  for (const part of chunks(keys, books.chunk))
    await commit(books, await spacesOf(books, part), { refold: await gather(books, part) });
  // Without a batch it is the region that moved: what the pages are found by is made anew.
  if (batch === undefined) await reindexAll(books, async (id) => (await readSpace(books, id)).policy.region, space);
  await commit(books, new Map(), { refold: new Map(), notes: { refold: null } });
}

/** Removes every trace of a batch: what a cancelled or broken import had written. May be repeated. */
export async function rollBack(books: Books, batch: string): Promise<void> {
  const rows = await books.db.ops.where('batch').equals(batch).toArray();
  const ids = groupBySubject(rows);
  const runs = await runsOfBatch(books.db, batch);
  // Whoever was changed since the run was whole keeps what was said since.
  const own = new Set(keysOf(rows).map(keyText));
  const beside = (await overlaidIn(books, runs)).filter((key) => !own.has(keyText(key)));
  for (const part of chunks(beside, books.chunk))
    await commit(books, await spacesOf(books, part), {
      refold: without(await gather(books, part), batch),
      forget: true,
    });
  for (const part of chunks(keysOf(rows), books.chunk)) {
    const drop = part.flatMap((key) => (ids.get(keyText(key)) ?? []).map(({ id }) => id));
    const refold = without(await gather(books, part), batch);
    await commit(books, await spacesOf(books, part), { drop, refold, forget: true, leaving: batch });
  }
  if (runs.length > 0) await dropRuns(books, runs);
  await commit(books, new Map(), { refold: new Map(), notes: { import: null } });
}

const without = (gathered: Commit['refold'], batch: string): Commit['refold'] =>
  new Map([...gathered].map(([text, { key, ops }]) => [text, { key, ops: ops.filter((op) => op.batch !== batch) }]));
