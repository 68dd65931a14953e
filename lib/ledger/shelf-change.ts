import Dexie from 'dexie';
import type { SpaceId } from '../domain/person.ts';
import { type Books, chunks, type Key } from './context.ts';
import { LedgerError } from './failure.ts';
import {
  onlyFailure,
  openBytes,
  openIndex,
  type Packed,
  packedOf,
  placesOf,
  recordsIn,
  runsOf,
  scanRun,
  sealPage,
} from './shelf.ts';
import { bucketOf, numberOf, numbersIn, PER_PAGE, toIndex } from './shelf-format.ts';
import { blockOf, gramPageWith, gramsOfBlock } from './shelf-grams.ts';
import { collector, indexPages, scanIndex } from './shelf-index.ts';
import { blockWithout, fromBlock, lineAt, NOBODY, PER_LINES } from './shelf-lines.ts';
import { peoplePacker } from './shelf-people.ts';
import { PER_RANKS, rollPages } from './shelf-roll.ts';
import { lineCollector } from './shelf-sort.ts';
import { stateToIndex } from './shelf-state.ts';
import { lineOf, numbersOf } from './shelf-write.ts';
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
    before: each.flatMap(({ rewritten }) => rewritten.map(({ before }) => before)),
    pages: each.flatMap(({ rewritten }) => rewritten.map(({ after }) => after)),
    runs: each.map(({ run }) => run),
  };
}

interface Rewritten {
  readonly before: PageRow;
  readonly after: PageRow;
}

interface Without {
  readonly rewritten: readonly Rewritten[];
  readonly run: RunRow;
}

async function oneWithout(books: Books, { run, place, key, ops }: Packed, region: string): Promise<Without> {
  const state = stateToIndex(key[1], run.space, ops);
  const buckets = new Set(numbersOf(books, state, region).map((one) => bucketOf(one, run.buckets)));
  const names: readonly [string, string, number][] = [
    [run.id, 'people', Math.floor(place / PER_PAGE)],
    ...[...buckets].map((id): [string, string, number] => [run.id, 'index', id]),
  ];
  const rows = (await books.db.pages.bulkGet([...names])).filter((row) => row !== undefined);
  const listed = await lineWithout(books, run, place);
  const after = rows.map(async (before) => ({ before, after: await rowWithout(books, run, before, place) }));
  const left = { ...run, people: run.people - 1, ops: run.ops - ops.length };
  return {
    rewritten: [...(await Promise.all(after)), ...listed.rewritten],
    run: listed.position === undefined ? left : { ...left, gone: [...run.gone, listed.position].sort((a, b) => a - b) },
  };
}

/** Their line, where it was in the list, and what only they had of the search's fours. */
async function lineWithout(
  books: Books,
  run: RunRow,
  place: number,
): Promise<{ readonly rewritten: readonly Rewritten[]; readonly position?: number }> {
  const ranks = await books.db.pages.get([run.id, 'ranks', Math.floor(place / PER_RANKS)]);
  if (!ranks) return { rewritten: [] };
  const positions = numbersIn(await openBytes(books, ranks));
  const position = positions[place % PER_RANKS] ?? NOBODY;
  if (position === NOBODY) return { rewritten: [] };
  positions[place % PER_RANKS] = NOBODY;
  const forgotten = { before: ranks, after: await sealPage(books, ranks, new Uint8Array(positions.buffer)) };
  const at = blockOf(position);
  const row = await books.db.pages.get([run.id, 'lines', at]);
  if (!row) return { rewritten: [forgotten], position };
  const block = blockWithout(fromBlock(await openBytes(books, row)), place);
  const lines = { before: row, after: await sealPage(books, row, block) };
  const bits = gramsOfBlock(block);
  const grams = await books.db.pages
    .where('[run+kind+id]')
    .between([run.id, 'grams', Dexie.minKey], [run.id, 'grams', Dexie.maxKey])
    .toArray();
  const moved = grams.map(async (before) => {
    const page = gramPageWith(await openBytes(books, before), before.id, at, bits);
    return page ? [{ before, after: await sealPage(books, before, page) }] : [];
  });
  return { rewritten: [forgotten, lines, ...(await Promise.all(moved)).flat()], position };
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
  const { numbers, places } = await openIndex(books, row);
  const kept = collector();
  for (const [at, number] of numbers.entries()) if (places[at] !== place) kept.add(number, places[at] ?? 0);
  const { numbers: left, places: leading } = kept.entries();
  return sealPage(books, row, toIndex({ numbers: left, places: leading }));
}

/**
 * Makes the index and the list of a run anew from its people: after a change of the region, which changes what numbers
 * without a country code mean. What leads to a page that does not open stays as it was.
 */
export async function reindexRun(books: Books, run: RunRow, region: string): Promise<void> {
  const { db } = books;
  const made = collector();
  const lines = lineCollector();
  const unread = new Set<number>();
  let page = 0;
  for await (const records of scanRun(books, run)) {
    if (records instanceof LedgerError) unread.add(page);
    else
      for (const { key, place, ops } of records) {
        const state = stateToIndex(key[1], run.space, ops);
        lines.add(place, lineOf(state, region));
        for (const number of numbersOf(books, state, region)) made.add(number, place);
      }
    page += 1;
  }
  const isUnread = (place: number | undefined): boolean => unread.has(Math.floor((place ?? 0) / PER_PAGE));
  if (unread.size > 0) {
    for await (const { numbers, places } of scanIndex(books, run))
      for (const [at, number] of numbers.entries()) if (isUnread(places[at])) made.add(number, places[at] ?? 0);
    for (let id = 0; id * PER_LINES < run.lines; id += 1) {
      const row = await db.pages.get([run.id, 'lines', id]);
      const block = row && (await openBytes(books, row).then(fromBlock, onlyFailure));
      for (const [at, place] of block?.places.entries() ?? [])
        if (block && place !== NOBODY && isUnread(place)) lines.addText(place, lineAt(block, at));
    }
  }
  const rows: PageRow[] = [];
  // As many pages of the index as before: whoever reads meanwhile looks where it was.
  for await (const some of indexPages(books, run.id, made.entries(), run.buckets)) rows.push(...some);
  const sorted = lines.sorted();
  for await (const some of rollPages(books, run.id, sorted, run.pages * PER_PAGE)) rows.push(...some);
  await db.transaction('rw', [db.pages, db.runs, db.meta], async () => {
    const rev = (await revisionOf(db)) + 1;
    for (const kind of ['lines', 'ranks'])
      await db.pages
        .where('[run+kind+id]')
        .between([run.id, kind, Dexie.minKey], [run.id, kind, Dexie.maxKey])
        .delete();
    await db.pages.bulkPut(rows);
    await db.runs.put({ ...run, rev, lines: sorted.count, gone: [] });
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
