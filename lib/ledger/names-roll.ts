import type { Sealed } from '../vault/vault.ts';
import type { Books } from './context.ts';
import { LedgerError } from './failure.ts';
import { damagedPage, foldPacked, openBytes, pageName, scanRun } from './shelf.ts';
import { numbersIn, PER_PAGE } from './shelf-format.ts';
import { gramPageOf, hasGram } from './shelf-grams.ts';
import { fromBlock, type LineBlock, NOBODY, PER_LINES } from './shelf-lines.ts';
import { blocksOf, PER_RANKS, ranksOf } from './shelf-roll.ts';
import { lineCollector } from './shelf-sort.ts';
import { lineOf } from './shelf-write.ts';
import type { PageRow, RunRow } from './tables.ts';

/** The lines of one run, in the order of their names; what was read of them stays in memory, as text. */
export interface Roll {
  readonly run: RunRow;
  /** Positions, with those where nobody is any more. */
  readonly count: number;
  readonly gone: readonly number[];
  /** Pages of people who cannot be listed. */
  readonly damaged: readonly string[];
  readonly load: (ids: readonly number[]) => Promise<readonly LineBlock[]>;
  /** Where these people are in the list, as far as they are. */
  readonly positionsOf: (places: readonly number[]) => Promise<readonly number[]>;
  /** Blocks that have all of these hashes; undefined: it cannot be told. */
  readonly having: (hashes: readonly number[]) => Promise<readonly number[] | undefined>;
}

/** Pages of hashes that are read for one word: more of them leave out little more. */
const MOST_GRAMS = 16;

/** Throws a `LedgerError` where a page of it does not open. */
export function rollOf(books: Books, run: RunRow): Roll {
  const blocks = new Map<number, LineBlock>();
  const grams = new Map<number, Sealed>();
  const read = (kind: PageRow['kind'], ids: readonly number[]): Promise<readonly (Sealed | LedgerError)[]> =>
    books.db.pages
      .bulkGet(ids.map((id): [string, string, number] => [run.id, kind, id]))
      .then((rows) => Promise.all(rows.map((row, at) => bytesOr(books, { run: run.id, kind, id: ids[at] ?? 0 }, row))));
  return {
    run,
    count: run.lines,
    gone: run.gone,
    damaged: [],
    async load(ids) {
      const missing = ids.filter((id) => !blocks.has(id));
      if (missing.length > 0)
        for (const [at, bytes] of (await read('lines', missing)).entries())
          blocks.set(missing[at] ?? 0, fromBlock(orThrow(bytes)));
      return ids.flatMap((id) => blocks.get(id) ?? []);
    },
    async positionsOf(places) {
      const pages = [...new Set(places.map((place) => Math.floor(place / PER_RANKS)))];
      const opened = (await read('ranks', pages)).map((bytes) => numbersIn(orThrow(bytes)));
      const byPage = new Map(pages.map((page, at) => [page, opened[at]]));
      return places.flatMap((place) => {
        const position = byPage.get(Math.floor(place / PER_RANKS))?.[place % PER_RANKS] ?? NOBODY;
        return position === NOBODY ? [] : [position];
      });
    },
    async having(hashes) {
      const each = Math.max(1, hashes.length / MOST_GRAMS);
      const asked = hashes.filter((_, at) => Math.floor(at / each) !== Math.floor((at - 1) / each));
      const missing = [...new Set(asked.map(gramPageOf))].filter((page) => !grams.has(page));
      for (const [at, bytes] of (await read('grams', missing)).entries())
        if (bytes instanceof LedgerError) return undefined;
        else grams.set(missing[at] ?? 0, bytes);
      const ids = Array.from({ length: Math.ceil(run.lines / PER_LINES) }, (_, id) => id);
      return ids.filter((id) =>
        asked.every((hash) => {
          const page = grams.get(gramPageOf(hash));
          return !page || hasGram(page, id, hash);
        }),
      );
    },
  };
}

async function bytesOr(books: Books, name: Pick<PageRow, 'run' | 'kind' | 'id'>, row?: PageRow) {
  if (!row) return damagedPage(name);
  return openBytes(books, row).catch((thrown: unknown) => {
    if (thrown instanceof LedgerError) return thrown;
    throw thrown;
  });
}

function orThrow(bytes: Sealed | LedgerError): Sealed {
  if (bytes instanceof LedgerError) throw bytes;
  return bytes;
}

/** Where the lines do not open, the people still may: made anew from them, in memory. A page of them that does not either is told. */
export async function mendedRoll(books: Books, run: RunRow, region: string): Promise<Roll> {
  const lines = lineCollector();
  const damaged: string[] = [];
  let page = 0;
  for await (const records of scanRun(books, run)) {
    if (records instanceof LedgerError) damaged.push(pageName({ run: run.id, kind: 'people', id: page }));
    else
      for (const one of records) {
        const state = foldPacked(one, new Set())?.state;
        if (state) lines.add(one.place, lineOf(state, region));
      }
    page += 1;
  }
  const sorted = lines.sorted();
  const blocks = [...blocksOf(sorted)].map(fromBlock);
  const ranks = [...ranksOf(sorted, run.pages * PER_PAGE)].flatMap((bytes) => [...numbersIn(bytes)]);
  return {
    run,
    count: sorted.count,
    gone: [],
    damaged,
    load: async (ids) => ids.flatMap((id) => blocks[id] ?? []),
    positionsOf: async (places) => places.flatMap((place) => ranks[place] ?? []).filter((one) => one !== NOBODY),
    having: async () => undefined,
  };
}
