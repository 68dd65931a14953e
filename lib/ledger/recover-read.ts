import type { Op } from '../domain/op.ts';
import { PRACTICE_SPACE } from '../domain/person.ts';
import { type Books, type Key, keysOf, openOp } from './context.ts';
import { LedgerError } from './failure.ts';
import { type Packed, packedOf, runsOf, scanRun } from './shelf.ts';
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
    const runs = await runsOf(books, space);
    const inRows = new Set<string>();
    yield await opened(books, await rowsOf(books, [space, space]));
    for (let after: Key = [space, '']; ; ) {
      const rows = await wholeSubjects(books, after, space);
      const last = rows.at(-1);
      if (!last) break;
      if (runs.length > 0) for (const { subject } of rows) inRows.add(subject);
      yield await withPacked(
        books,
        rows.filter(({ subject }) => subject !== space),
      );
      after = [space, last.subject];
    }
    for (const run of runs) for await (const page of scanRun(books, run)) yield alone(page, inRows);
  }
}

export async function spacesIn(books: Books): Promise<readonly string[]> {
  const spaces: string[] = [];
  for (let from = ''; ; from = spaces.at(-1) ?? LAST) {
    const next = await books.db.ops.where('[space+subject]').above([from, LAST]).first();
    if (!next) break;
    spaces.push(next.space);
  }
  const all = new Set([...spaces, ...(await runsOf(books)).map(({ space }) => space)]);
  return [...all].filter((space) => space !== PRACTICE_SPACE);
}

/** For the figures that a copy is announced with. */
export async function countOps(books: Books): Promise<number> {
  const { db } = books;
  const packed = (await runsOf(books)).filter(({ space }) => space !== PRACTICE_SPACE);
  const practice = db.ops.where('[space+subject]').between([PRACTICE_SPACE, ''], [PRACTICE_SPACE, LAST]);
  return (await db.ops.count()) - (await practice.count()) + packed.reduce((sum, run) => sum + run.ops, 0);
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

/** What was said of these people before lies in pages: whole subjects come together. */
async function withPacked(books: Books, rows: readonly OpRow[]): Promise<OpPage> {
  const { ops, unreadable } = await opened(books, rows);
  const packed = await packedOf(books, keysOf(rows));
  return { ops: [...packed.flatMap((one) => one.ops), ...ops], unreadable };
}

/** Those of a page who have no rows beside it. How many were on one that does not open, nobody can say: at least one. */
function alone(page: readonly Packed[] | LedgerError, inRows: ReadonlySet<string>): OpPage {
  if (page instanceof LedgerError) return { ops: [], unreadable: 1 };
  return { ops: page.filter(({ key }) => !inRows.has(key[1])).flatMap(({ ops }) => ops), unreadable: 0 };
}

async function opened(books: Books, rows: readonly OpRow[]): Promise<OpPage> {
  const all = await Promise.all(rows.map((row) => openOp(books, row).catch(unreadable)));
  const ops = all.filter((op) => op !== undefined);
  return { ops, unreadable: all.length - ops.length };
}

function unreadable(thrown: unknown): undefined {
  if (!(thrown instanceof LedgerError)) throw thrown;
}
