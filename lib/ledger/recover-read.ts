import type { Op } from '../domain/op.ts';
import { PRACTICE_SPACE } from '../domain/person.ts';
import { type Books, type Key, openOp } from './context.ts';
import { LedgerError } from './failure.ts';
import type { OpRow } from './tables.ts';

/** Ops of whole subjects; rows that could not be read are counted, so that a copy can say what it lacks. */
export interface OpPage {
  readonly ops: readonly Op[];
  readonly unreadable: number;
}

const LAST = '\uffff';

/** Every op but those of the practice space, page by page: each space's own first, then subject by subject. */
export async function* opPages(books: Books): AsyncGenerator<OpPage> {
  for (const space of await spacesIn(books)) {
    yield await opened(books, await rowsOf(books, [space, space]));
    for (let after: Key = [space, '']; ; ) {
      const rows = await wholeSubjects(books, after, space);
      const last = rows.at(-1);
      if (!last) break;
      yield await opened(
        books,
        rows.filter(({ subject }) => subject !== space),
      );
      after = [space, last.subject];
    }
  }
}

export async function spacesIn({ db }: Books): Promise<readonly string[]> {
  const spaces: string[] = [];
  for (let from = ''; ; from = spaces.at(-1) ?? LAST) {
    const next = await db.ops.where('[space+subject]').above([from, LAST]).first();
    if (!next) return spaces.filter((space) => space !== PRACTICE_SPACE);
    spaces.push(next.space);
  }
}

/** For the figures that a copy is announced with. */
export async function countOps({ db }: Books): Promise<number> {
  const practice = db.ops.where('[space+subject]').between([PRACTICE_SPACE, ''], [PRACTICE_SPACE, LAST]);
  return (await db.ops.count()) - (await practice.count());
}

const rowsOf = ({ db }: Books, [space, subject]: Key): Promise<OpRow[]> =>
  db.ops.where('[space+subject]').equals([space, subject]).toArray();

/** A page never ends in the middle of a subject. */
async function wholeSubjects(books: Books, [, after]: Key, space: string): Promise<readonly OpRow[]> {
  const rows = await books.db.ops
    .where('[space+subject]')
    .between([space, after], [space, LAST], false, true)
    .limit(books.chunk)
    .toArray();
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < books.chunk) return rows;
  if (first.subject === last.subject) return rowsOf(books, [space, last.subject]);
  return rows.filter(({ subject }) => subject !== last.subject);
}

async function opened(books: Books, rows: readonly OpRow[]): Promise<OpPage> {
  const all = await Promise.all(rows.map((row) => openOp(books, row).catch(unreadable)));
  const ops = all.filter((op) => op !== undefined);
  return { ops, unreadable: all.length - ops.length };
}

function unreadable(thrown: unknown): undefined {
  if (!(thrown instanceof LedgerError)) throw thrown;
}
