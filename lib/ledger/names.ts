import type { PersonState, SpaceId } from '../domain/person.ts';
import { type Books, chunks, keyText, openState } from './context.ts';
import { LedgerError } from './failure.ts';
import { findIn } from './names-find.ts';
import { damagedLine, keepNames, type Line, loadNames } from './names-kept.ts';
import { type NamesSource, pick } from './names-merge.ts';
import { byName, plainOrder } from './names-order.ts';
import { type Listed, packedNames } from './names-packed.ts';
import { holds, searchable, wantedBy } from './names-search.ts';
import { blockOf } from './shelf-grams.ts';
import { lineAt, NOBODY, nameInLine, PER_LINES } from './shelf-lines.ts';
import { readSpace, rememberedByRevision } from './space.ts';
import { epochOf, revisionOf, type StateRow } from './tables.ts';

/*
 * Names are sealed, so finding and sorting happen in memory: one line a person, read once after opening (from the kept
 * index, where there is one) and then only where the revision moved on, by whichever context. Rows that do not open are
 * told, and the rest is still listed.
 */
export interface PeoplePage {
  readonly people: readonly PersonState[];
  /** Of all that match, not of this page. */
  readonly total: number;
  /** Ids of people whose row cannot be read. */
  readonly damaged: readonly string[];
  /** False: it was asked for soon, and more may match than `total` says. */
  readonly complete: boolean;
}

export interface PeopleQuery {
  readonly query?: string;
  readonly limit: number;
  readonly offset?: number;
  /** As soon as this page is full: how many match in all is then not known. */
  readonly soon?: boolean;
  /** Nobody waits for the answer any more: looking further ends with its reason. */
  readonly signal?: AbortSignal;
}

/** Share of a chunk: when so many people were read one by one, the index is kept anew. With the usual chunk, 500. */
const KEEP_FROM = 1 / 4;

export function namesOf(books: Books): (space: SpaceId, query: PeopleQuery) => Promise<PeoplePage> {
  const lines = new Map<string, Line>();
  const regionOf = rememberedByRevision(books, async (id) => (await readSpace(books, id)).policy.region);
  let seen = { epoch: -1, rev: 0 };
  let fresh = 0;
  /** Of the rows, in order. */
  let own: readonly Line[] = [];
  let refreshing: Promise<void> = Promise.resolve();

  const packed = packedNames(books);
  /** What was found last, while the ledger stands: the list is asked for page by page. */
  let last: { readonly asked: string; readonly found: Finding } | undefined;

  async function refresh(): Promise<void> {
    if (seen.rev === 0) {
      const kept = await loadNames(books);
      for (const line of kept?.lines ?? []) lines.set(keyText([line.space, line.subject]), line);
      if (kept) seen = { epoch: kept.epoch, rev: kept.rev };
      if (kept) own = kept.lines;
    }
    const [epoch, rev] = [await epochOf(books.db), await revisionOf(books.db)];
    if (epoch !== seen.epoch) {
      // Rows vanished without a trace (a cancelled import): what is left of the index is still good, the kept one is gone.
      const left = new Set((await books.db.states.toCollection().primaryKeys()).map(keyText));
      for (const key of lines.keys()) if (!left.has(key)) lines.delete(key);
      fresh = Math.max(fresh, lines.size);
    }
    if (rev === seen.rev) return;
    last = undefined;
    const keys = await books.db.states.where('rev').above(seen.rev).primaryKeys();
    for (const part of chunks(keys, books.chunk)) {
      const rows = (await books.db.states.bulkGet([...part])).filter((row) => row !== undefined);
      for (const line of await Promise.all(rows.map((row) => lineOf(row)))) {
        if ('gone' in line) lines.delete(line.gone);
        else lines.set(keyText([line.space, line.subject]), line);
      }
    }
    if (keys.length > 0 || epoch !== seen.epoch || own.length !== lines.size) own = [...lines.values()].sort(byName);
    seen = { epoch, rev };
    fresh += keys.length;
    if (fresh < books.chunk * KEEP_FROM) return;
    fresh = 0;
    // Beside the answer: what cannot be kept (no room, closed meanwhile) is read from the people again.
    void keepNames(books, { ...seen, lines: own }).catch(() => undefined);
  }

  async function lineOf(row: StateRow): Promise<Line | { readonly gone: string }> {
    const { space, subject } = row;
    const gone = { gone: keyText([space, subject]) };
    try {
      const folded = await openState(books, row);
      if (!folded || folded.removed) return gone;
      const { name } = folded.state.person;
      const found = searchable(folded.state, await regionOf(space));
      return { space, subject, name, order: plainOrder(name), ...found, damaged: false };
    } catch (thrown) {
      if (!(thrown instanceof LedgerError)) throw thrown;
      return damagedLine(space, subject);
    }
  }

  /** What the index knows may have been damaged since: such a row is told from then on, and the page read without it. */
  async function openedOr(row: StateRow): Promise<PersonState | 'damaged' | undefined> {
    try {
      const folded = await openState(books, row);
      return folded && !folded.removed ? folded.state : undefined;
    } catch (thrown) {
      if (!(thrown instanceof LedgerError)) throw thrown;
      lines.set(keyText([row.space, row.subject]), damagedLine(row.space, row.subject));
      return 'damaged';
    }
  }

  /** In rows and in pages, those of this space that match. Everybody matches no query. */
  async function find(space: SpaceId, query: string, most: number, signal?: AbortSignal): Promise<Finding> {
    // With the revision: the ledger may move on while this is looked for.
    const asked = JSON.stringify([space, query, seen.rev]);
    if (last?.asked === asked && (last.found.complete || last.found.most >= most)) return last.found;
    const wanted = wantedBy(query);
    const mine = own.filter((line) => line.space === space);
    const rows = mine.filter((line) => !line.damaged && wanted.every((one) => holds(line, one)));
    const listed = await packed.of(space, seen.rev);
    const inPages = await Promise.all(
      listed.map(async (one) =>
        wanted.length === 0
          ? { one, length: one.length, complete: true, position: (index: number) => nth(one.out, index) }
          : findIn(one, wanted, most, signal).then(({ positions, complete }) => {
              return { one, length: positions.length, complete, position: (index: number) => positions[index] ?? 0 };
            }),
      ),
    );
    const damaged = [
      ...mine.filter((line) => line.damaged).map(({ subject }) => subject),
      ...listed.flatMap((one) => one.damaged),
    ];
    const found = { rows, inPages, damaged, most, complete: inPages.every(({ complete }) => complete) };
    last = { asked, found };
    return found;
  }

  async function list(space: SpaceId, asked: PeopleQuery): Promise<PeoplePage> {
    const { query = '', limit, offset = 0, soon = false, signal } = asked;
    const found = await find(space, query, soon ? offset + limit : Number.POSITIVE_INFINITY, signal);
    const { rows, inPages, damaged, complete } = found;
    const ofRows: NamesSource = { length: rows.length, at: (index) => rows[index] ?? damagedLine(space, '') };
    const sources = [ofRows, ...inPages.map((one) => ofPages(one))];
    const picked = await pick(sources, offset, limit);
    const keys = picked.flatMap(({ source, index }): readonly [string, string][] => {
      const line = source === 0 ? rows[index] : undefined;
      return line ? [[space, line.subject]] : [];
    });
    const states = new Map<string, PersonState | 'damaged' | undefined>();
    const opened = await Promise.all((await books.db.states.bulkGet(keys)).map((row) => row && openedOr(row)));
    for (const [at, state] of opened.entries()) states.set(`0 ${keys[at]?.[1]}`, state);
    let unread = opened.includes('damaged');
    for (const [source, one] of inPages.entries()) {
      const wanted = picked.filter((each) => each.source === source + 1);
      const places = await Promise.all(wanted.map(({ index }) => placeAt(one.one, one.position(index))));
      const people = places.length > 0 ? await packed.open(one.one, places) : [];
      for (const [at, state] of people.entries()) states.set(`${source + 1} ${wanted[at]?.index}`, state);
      const lost = places.filter((_, at) => people[at] === 'damaged');
      if (lost.length > 0) await packed.tell(one.one, lost);
      unread ||= lost.length > 0;
    }
    if (unread) {
      last = undefined;
      own = own.map((line) => lines.get(keyText([line.space, line.subject])) ?? line);
      return list(space, asked);
    }
    const nameOf = ({ source, index }: { readonly source: number; readonly index: number }): string =>
      `${source} ${source === 0 ? rows[index]?.subject : index}`;
    return {
      people: picked
        .map((one) => states.get(nameOf(one)))
        .filter((state) => state !== undefined && state !== 'damaged'),
      total: sources.reduce((sum, { length }) => sum + length, 0),
      damaged,
      complete,
    };
  }

  return async (space, query) => {
    refreshing = refreshing.then(refresh, refresh);
    await refreshing;
    for (;;)
      try {
        return await list(space, query);
      } catch (thrown) {
        if (!packed.mend(thrown)) throw thrown;
        last = undefined;
      }
  };
}

interface InPages {
  readonly one: Listed;
  readonly length: number;
  readonly complete: boolean;
  /** In the run's list, of the one of this index among those that were found. */
  readonly position: (index: number) => number;
}

interface Finding {
  readonly rows: readonly Line[];
  readonly inPages: readonly InPages[];
  readonly damaged: readonly string[];
  readonly complete: boolean;
  /** So many were wanted at least. */
  readonly most: number;
}

/** The position with so many before it that count. */
function nth(out: readonly number[], index: number): number {
  let [low, high] = [0, out.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((out[middle] ?? 0) - middle <= index) low = middle + 1;
    else high = middle;
  }
  return index + low;
}

async function lineOfBlock(
  { roll }: Listed,
  position: number,
): Promise<{ readonly text: string; readonly place: number }> {
  const [block] = await roll.load([blockOf(position)]);
  const at = position % PER_LINES;
  return { text: block ? lineAt(block, at) : '', place: block?.places[at] ?? NOBODY };
}

const placeAt = async (listed: Listed, position: number): Promise<number> =>
  (await lineOfBlock(listed, position)).place;

const ofPages = ({ one, length, position }: InPages): NamesSource => ({
  length,
  async at(index) {
    const name = nameInLine((await lineOfBlock(one, position(index))).text);
    return { name, order: plainOrder(name) };
  },
});
