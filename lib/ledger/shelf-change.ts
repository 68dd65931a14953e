import Dexie from 'dexie';
import type { SpaceId } from '../domain/person.ts';
import { type Books, chunks, type Key } from './context.ts';
import { LedgerError } from './failure.ts';
import { openIndex, type Packed, packedOf, placesOf, recordsIn, runsOf, scanRun, sealPage } from './shelf.ts';
import { bucketOf, numberOf, PER_BLOCK, PER_PAGE, toIndex } from './shelf-format.ts';
import { collector, indexPages, scanIndex } from './shelf-index.ts';
import { openLines } from './shelf-lines.ts';
import { peoplePacker } from './shelf-people.ts';
import { stateToIndex } from './shelf-state.ts';
import { lineOf, numbersOf, type PackedLine, sealLines } from './shelf-write.ts';
import { type PageRow, type RunRow, revisionOf } from './tables.ts';

/** The pages on which a person is: as they lie, and as they are without that person; and the run, with one fewer. */
export interface Taken {
  readonly packed: readonly Packed[];
  readonly before: readonly PageRow[];
  readonly pages: readonly PageRow[];
  readonly runs: readonly RunRow[];
}

/** The place stays empty, so that everybody else's stays theirs. */
export async function pagesWithout(books: Books, key: Key, region: string): Promise<Taken> {
  const packed = await packedOf(books, [key]);
  const each = await Promise.all(packed.map((one) => oneWithout(books, one, region)));
  return {
    packed,
    before: each.flatMap((pairs) => pairs.map(({ before }) => before)),
    pages: each.flatMap((pairs) => pairs.map(({ after }) => after)),
    runs: packed.map(({ run, ops }) => ({ ...run, people: run.people - 1, ops: run.ops - ops.length })),
  };
}

interface Rewritten {
  readonly before: PageRow;
  readonly after: PageRow;
}

async function oneWithout(
  books: Books,
  { run, place, key, ops }: Packed,
  region: string,
): Promise<readonly Rewritten[]> {
  const state = stateToIndex(key[1], run.space, ops);
  const buckets = new Set(numbersOf(books, state, region).map((one) => bucketOf(one, run.buckets)));
  const names: readonly [string, string, number][] = [
    [run.id, 'people', Math.floor(place / PER_PAGE)],
    [run.id, 'lines', Math.floor(place / PER_BLOCK)],
    ...[...buckets].map((id): [string, string, number] => [run.id, 'index', id]),
  ];
  const rows = (await books.db.pages.bulkGet([...names])).filter((row) => row !== undefined);
  return Promise.all(rows.map(async (before) => ({ before, after: await rowWithout(books, run, before, place) })));
}

async function rowWithout(books: Books, run: RunRow, row: PageRow, place: number): Promise<PageRow> {
  if (row.kind === 'people') {
    const packer = peoplePacker(run);
    for (const one of await recordsIn(books, row)) {
      while (packer.size() < one.place % PER_PAGE) packer.addEmpty();
      if (one.place === place) packer.addEmpty();
      else packer.add(one.key[1], one.ops);
    }
    return sealPage(books, row, packer.end());
  }
  if (row.kind === 'lines') {
    const lines = await openLines(books, row);
    return sealLines(
      books,
      row,
      lines.map((line, at) => (at === place % PER_BLOCK ? null : line)),
    );
  }
  const { numbers, places } = await openIndex(books, row);
  const kept = collector();
  for (const [at, number] of numbers.entries()) if (places[at] !== place) kept.add(number, places[at] ?? 0);
  const { numbers: left, places: leading } = kept.entries();
  return sealPage(books, row, toIndex({ numbers: left, places: leading }));
}

/**
 * Makes the index and the lines of a run anew from its people: after a change of the region, which changes what numbers
 * without a country code mean. What leads to a page that does not open stays as it was.
 */
export async function reindexRun(books: Books, run: RunRow, region: string): Promise<void> {
  const { db } = books;
  const made = collector();
  const unread = new Set<number>();
  let lines: PackedLine[] = [];
  const keepLines = async (id: number): Promise<void> => {
    const old = await db.pages.get([run.id, 'lines', id]);
    const before = old ? await openLines(books, old).catch(() => []) : [];
    const merged = lines.map((line, at) =>
      unread.has(Math.floor((id * PER_BLOCK + at) / PER_PAGE)) ? (before[at] ?? null) : line,
    );
    await db.pages.put(await sealLines(books, { run: run.id, id }, merged));
    lines = [];
  };
  let page = 0;
  for await (const records of scanRun(books, run)) {
    const slots: PackedLine[] = Array.from({ length: PER_PAGE }, () => null);
    if (records instanceof LedgerError) unread.add(page);
    else
      for (const { key, place, ops } of records) {
        const state = stateToIndex(key[1], run.space, ops);
        slots[place % PER_PAGE] = lineOf(state, region);
        for (const number of numbersOf(books, state, region)) made.add(number, place);
      }
    lines.push(...slots);
    page += 1;
    if (lines.length === PER_BLOCK) await keepLines(Math.floor(page / (PER_BLOCK / PER_PAGE)) - 1);
  }
  if (lines.length > 0) await keepLines(Math.floor((page - 1) / (PER_BLOCK / PER_PAGE)));
  if (unread.size > 0)
    for await (const { numbers, places } of scanIndex(books, run))
      for (const [at, number] of numbers.entries())
        if (unread.has(Math.floor((places[at] ?? 0) / PER_PAGE))) made.add(number, places[at] ?? 0);
  const rows: PageRow[] = [];
  // As many pages as before: whoever reads meanwhile looks where it was.
  for await (const some of indexPages(books, run.id, made.entries(), run.buckets)) rows.push(...some);
  await db.transaction('rw', [db.pages, db.runs, db.meta], async () => {
    const rev = (await revisionOf(db)) + 1;
    await db.pages.bulkPut(rows);
    await db.runs.put({ ...run, rev });
    await db.meta.put({ key: 'revision', value: rev });
  });
}

/** Makes the index anew of every run of a space, or of all. */
export async function reindexAll(
  books: Books,
  regionOf: (space: SpaceId) => Promise<string>,
  space?: SpaceId,
): Promise<void> {
  for (const run of await runsOf(books, space)) await reindexRun(books, run, await regionOf(run.space));
}

/** Also those that are not whole. */
export const runsOfBatch = (db: Books['db'], batch: string): Promise<RunRow[]> =>
  db.runs.where('batch').equals(batch).toArray();

export async function dropRuns({ db }: Books, runs: readonly RunRow[]): Promise<void> {
  await db.transaction('rw', [db.pages, db.runs, db.meta], async () => {
    for (const { id } of runs) {
      await db.pages
        .where('[run+kind+id]')
        .between([id, Dexie.minKey, Dexie.minKey], [id, Dexie.maxKey, Dexie.maxKey])
        .delete();
      await db.runs.delete(id);
    }
    await db.meta.put({ key: 'revision', value: (await revisionOf(db)) + 1 });
  });
}

/** Subjects of these runs who have a row of their own since. */
export async function overlaidIn(books: Books, runs: readonly RunRow[]): Promise<readonly Key[]> {
  const found: Key[] = [];
  for (const run of runs.filter(({ buckets }) => buckets > 0)) {
    const keys = await books.db.states
      .where('[space+subject]')
      .between([run.space, Dexie.minKey], [run.space, Dexie.maxKey])
      .primaryKeys();
    for (const part of chunks(keys, books.chunk)) {
      const places = await placesOf(
        books,
        run,
        part.map(([, subject]) => numberOf(subject)),
      );
      found.push(...part.filter(([, subject]) => places.has(numberOf(subject))));
    }
  }
  return found;
}
