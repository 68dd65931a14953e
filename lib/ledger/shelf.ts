import type { Op } from '../domain/op.ts';
import type { SpaceId } from '../domain/person.ts';
import { foldPerson } from '../domain/person-fold.ts';
import type { Sealed } from '../vault/vault.ts';
import { type Books, chunks, type Key } from './context.ts';
import { failure, LedgerError } from './failure.ts';
import { parseOp } from './op-schema.ts';
import { bucketOf, fromIndex, numberOf, PER_PAGE } from './shelf-format.ts';
import { type PeoplePage, peoplePage } from './shelf-people.ts';
import type { PageRow, RunRow, Tables } from './tables.ts';

/*
 * A large batch lies in pages and not in rows: one row a person takes minutes to write and many times the room. A run is
 * up to a million people of one batch who were new when it came. Nothing in it is folded; whoever is changed later gets
 * rows of their own, made of all their ops, and those answer for them from then on.
 *
 * Readers look at the pages first and at the rows after: what moves from one to the other moves in that direction.
 */
export interface Packed {
  readonly run: RunRow;
  readonly place: number;
  readonly key: Key;
  readonly ops: readonly Op[];
}

export type PageName = Pick<PageRow, 'run' | 'kind' | 'id'>;
export const pageName = ({ run, kind, id }: PageName): string => `page:${run}:${kind}:${id}`;
export const damagedPage = (page: PageName): LedgerError =>
  new LedgerError(failure('damaged', { detail: pageName(page) }));

/** Those that are whole; of one space, or of all. */
export async function runsOf({ db }: Books, space?: SpaceId): Promise<readonly RunRow[]> {
  const runs = await (space === undefined ? db.runs.toArray() : db.runs.where('space').equals(space).toArray());
  return runs.filter(({ buckets }) => buckets > 0);
}

/** Everything that was packed of these subjects, parallel to nothing: whoever is not packed is not in it. */
export async function packedOf(books: Books, keys: readonly Key[]): Promise<readonly Packed[]> {
  const runs = await runsOf(books);
  const found = await Promise.all(
    runs.map(async (run) => {
      const subjects = new Set(keys.filter(([space]) => space === run.space).map(([, subject]) => subject));
      const places = await placesOf(books, run, [...subjects].map(numberOf));
      const records = await packedAt(books, run, [...new Set([...places.values()].flat())]);
      return records.filter(({ key }) => subjects.has(key[1]));
    }),
  );
  return found.flat();
}

export const foldPacked = ({ key: [space, subject], ops }: Omit<Packed, 'run'>, undone: ReadonlySet<string>) =>
  foldPerson(subject, space, ops, undone);

/** A page, and the numbers or the places that are looked for in it. */
export interface Wanted {
  readonly page: PageName;
  readonly asked: readonly number[];
}

/** The pages of a run's index in which these numbers stand, if they stand there at all. */
export const indexFor = (run: RunRow, numbers: readonly number[]): readonly Wanted[] =>
  grouped(run, 'index', numbers, (number) => bucketOf(number, run.buckets));

/** The pages on which these places are. */
export const peopleFor = (run: RunRow, places: readonly number[]): readonly Wanted[] =>
  grouped(run, 'people', places, (place) => Math.floor(place / PER_PAGE));

function grouped(
  run: RunRow,
  kind: PageRow['kind'],
  asked: readonly number[],
  idOf: (one: number) => number,
): readonly Wanted[] {
  const byId = new Map<number, number[]>();
  for (const one of new Set(asked)) {
    const id = idOf(one);
    const group = byId.get(id);
    if (group) group.push(one);
    else byId.set(id, [one]);
  }
  return [...byId].map(([id, group]) => ({ page: { run: run.id, kind, id }, asked: group }));
}

/** Number of a token or a subject → where it leads to. */
export async function placesIn(
  books: Books,
  row: PageRow,
  asked: readonly number[],
): Promise<readonly (readonly [number, readonly number[]])[]> {
  const { numbers, places } = await openIndex(books, row);
  return asked.flatMap((number): (readonly [number, readonly number[]])[] => {
    const own: number[] = [];
    for (let at = numbers.indexOf(number); at >= 0; at = numbers.indexOf(number, at + 1)) own.push(places[at] ?? 0);
    return own.length > 0 ? [[number, own]] : [];
  });
}

/** Of a page only the records at these places are read. */
export async function packedIn(
  books: Books,
  run: RunRow,
  row: PageRow,
  places: readonly number[],
): Promise<readonly Packed[]> {
  const page = await openPeople(books, row);
  return places.flatMap((place) => recordIn(row, page, place)).map((one) => ({ ...one, run }));
}

/** Number of a token or a subject → where it leads to in this run. Each page of the index is opened once. */
export async function placesOf(
  books: Books,
  run: RunRow,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const wanted = indexFor(run, numbers);
  const rows = await pagesAt(books.db, wanted);
  const found = await Promise.all(rows.map((row, at) => (row ? placesIn(books, row, wanted[at]?.asked ?? []) : [])));
  return new Map(found.flat());
}

/** The records at these places; each page is opened once, and of it only these are read. */
export async function packedAt(books: Books, run: RunRow, places: readonly number[]): Promise<readonly Packed[]> {
  const wanted = peopleFor(run, places);
  const rows = await pagesAt(books.db, wanted);
  const opened = rows.map((row, at) => (row ? packedIn(books, run, row, wanted[at]?.asked ?? []) : []));
  return (await Promise.all(opened)).flat();
}

/** Everybody in a run, page by page, in the order of their places. A page that does not open comes as its failure. */
export async function* scanRun(books: Books, run: RunRow): AsyncGenerator<readonly Packed[] | LedgerError> {
  for (const ids of chunks(
    Array.from({ length: run.pages }, (_, id) => id),
    32,
  )) {
    const rows = await books.db.pages.bulkGet(ids.map((id): [string, string, number] => [run.id, 'people', id]));
    const opened = await Promise.all(
      rows.map((row, index) => (row ? recordsIn(books, row) : missing(run, ids[index] ?? 0)).catch(asFailure)),
    );
    for (const page of opened) yield page instanceof LedgerError ? page : page.map((one) => ({ ...one, run }));
  }
}

export async function recordsIn(books: Books, row: PageRow): Promise<readonly InPage[]> {
  const page = await openPeople(books, row);
  return Array.from({ length: page.slots }, (_, slot) => row.id * PER_PAGE + slot).flatMap((place) =>
    recordIn(row, page, place),
  );
}

const missing = async (run: RunRow, id: number): Promise<never> => {
  throw damagedPage({ run: run.id, kind: 'people', id });
};

function asFailure(thrown: unknown): LedgerError {
  if (thrown instanceof LedgerError) return thrown;
  throw thrown;
}

type InPage = Omit<Packed, 'run'>;

function recordIn(row: PageRow, page: PeoplePage, place: number): readonly InPage[] {
  const record = page.record(place % PER_PAGE);
  if (record === undefined) return [];
  const ops = opsIn(page, record, row);
  const [first] = ops;
  return first ? [{ place, key: [first.space, first.subject], ops }] : [];
}

function opsIn({ space, batch }: PeoplePage, record: unknown, row: PageName): readonly Op[] {
  const [subject, ...ops] = listIn(record, row);
  return ops.map((value): Op => {
    const [id, at, by, changes] = listIn(value, row);
    const parsed = parseOp({ id, space, subject, of: 'person', at, by, batch, changes });
    if ('wrong' in parsed) throw damagedPage(row);
    return parsed.op;
  });
}

function listIn(value: unknown, row: PageName): readonly unknown[] {
  if (!Array.isArray(value)) throw damagedPage(row);
  return value;
}

const openPeople = async (books: Books, row: PageRow): Promise<PeoplePage> => peoplePage(await openBytes(books, row));

export const openIndex = async (books: Books, row: PageRow): Promise<ReturnType<typeof fromIndex>> =>
  fromIndex(await openBytes(books, row));

export async function openBytes({ vault }: Books, row: PageRow): Promise<Sealed> {
  const opened = await vault.openBytes(row.sealed, pageName(row));
  if (!opened.ok) throw damagedPage(row);
  return opened.value;
}

/** Catches what could not be read: nothing is there. */
export function onlyFailure(thrown: unknown): undefined {
  if (!(thrown instanceof LedgerError)) throw thrown;
}

/**
 * Parallel to what is wanted; undefined where the whole run is gone. A page that alone is not there is as bad as one that
 * does not open: a check must not pass because of it.
 */
export async function pagesAt(db: Tables, wanted: readonly Wanted[]): Promise<readonly (PageRow | undefined)[]> {
  const rows = await db.pages.bulkGet(
    wanted.map(({ page: { run, kind, id } }): [string, string, number] => [run, kind, id]),
  );
  const lost = wanted.find((_, index) => rows[index] === undefined);
  if (lost && (await db.runs.get(lost.page.run))) throw damagedPage(lost.page);
  return rows;
}

export const sealPage = async (books: Books, page: PageName, plain: Sealed): Promise<PageRow> => ({
  ...page,
  sealed: await books.vault.sealBytes(plain, pageName(page)),
});
