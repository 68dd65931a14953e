import Dexie from 'dexie';
import { PERSONAL_SPACE, type PersonId, type SpaceId } from '../domain/person.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { nextLine } from './activity.ts';
import type { Books } from './context.ts';
import { failureOf, LedgerError, type LedgerFailure } from './failure.ts';
import { runsOf, scanRun } from './shelf.ts';
import { dropRuns } from './shelf-change.ts';
import { epochOf, type MetaRow, revisionOf } from './tables.ts';
import { shareInto } from './team-share.ts';
import { readSpaces } from './team-spaces.ts';

/**
 * All lists of a team go from this ledger: people, what was said of them, terms, releases, tokens of the erased, and what
 * was still to be sent. `keep`: copies of the people go into the user's own list first. Logged, one line a list. Done
 * again after a death half-way, it does the rest. Answers with how many lists went. Under the ledger's lock.
 */
export async function dropTeam(books: Books, team: string, keep: boolean): Promise<Result<number, LedgerFailure>> {
  try {
    const lists = (await readSpaces(books)).filter((one) => one.team?.id === team);
    for (const { id } of lists) {
      const people = await peopleIn(books, id);
      if (keep) {
        const kept = await shareInto(books, { into: PERSONAL_SPACE, people, from: id });
        if (!kept.ok) return kept;
      }
      await dropSpace(books, id, people.length);
    }
    return ok(lists.length);
  } catch (thrown) {
    return err(failureOf(thrown, 'write-failed'));
  }
}

const within = (space: SpaceId) => [[space, Dexie.minKey] as const, [space, Dexie.maxKey] as const] as const;

async function peopleIn(books: Books, space: SpaceId): Promise<readonly PersonId[]> {
  const [from, to] = within(space);
  const states = await books.db.states.where('[space+subject]').between(from, to).toArray();
  const known = new Set(states.flatMap(({ subject, sealed }) => (sealed ? [subject] : [])));
  for (const run of await runsOf(books, space))
    for await (const page of scanRun(books, run)) {
      // A page that does not open holds nobody who could be kept.
      if (page instanceof LedgerError) continue;
      for (const { key } of page) known.add(key[1]);
    }
  return [...known];
}

/** Pages first, then all the rest in one transaction; the epoch moves, so that every other context lets go of it too. */
async function dropSpace(books: Books, space: SpaceId, count: number): Promise<void> {
  const { db } = books;
  await dropRuns(books, await runsOf(books, space));
  const line = await nextLine(books, { at: books.now(), kind: 'left', rules: [], people: [], count, space });
  const [from, to] = within(space);
  const own = [db.ops, db.states, db.topics, db.erased, db.outgoing, db.spaces];
  await db.transaction('rw', [...own, db.names, db.activity, db.meta], async () => {
    for (const table of [db.ops, db.states, db.topics, db.erased])
      await table.where('[space+subject]').between(from, to).delete();
    await db.outgoing.where('space').equals(space).delete();
    await db.spaces.delete(space);
    await db.names.clear();
    await db.meta.delete('names');
    await db.activity.put(line.row);
    const moved: MetaRow[] = [
      { key: 'revision', value: (await revisionOf(db)) + 1 },
      { key: 'epoch', value: (await epochOf(db)) + 1 },
      line.head,
    ];
    await db.meta.bulkPut(moved);
  });
}
