import type { PersonState, SpaceId } from '../domain/person.ts';
import { type Books, chunks, keyText } from './context.ts';
import { LedgerError } from './failure.ts';
import { damagedLine, keepNames, type Line, loadNames } from './names-kept.ts';
import { byName, plainOrder } from './names-order.ts';
import { packedNames } from './names-packed.ts';
import { matcher, searchable } from './names-search.ts';
import { openState } from './read.ts';
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
}

export interface PeopleQuery {
  readonly query?: string;
  readonly limit: number;
  readonly offset?: number;
}

/** Share of a chunk: when so many people were read one by one, the index is kept anew. With the usual chunk, 500. */
const KEEP_FROM = 1 / 4;

export function namesOf(books: Books): (space: SpaceId, query: PeopleQuery) => Promise<PeoplePage> {
  const lines = new Map<string, Line>();
  const regionOf = rememberedByRevision(books, async (id) => (await readSpace(books, id)).policy.region);
  let seen = { epoch: -1, rev: 0 };
  let fresh = 0;
  /** Of the rows, and of all. */
  let own: readonly Line[] = [];
  let sorted: readonly Line[] = [];
  let refreshing: Promise<void> = Promise.resolve();

  /** Lines of the pages, and those of them who have rows since, which then answer for them. */
  const packed = packedNames(books);
  let packedAt = -1;

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
    if (rev === seen.rev && packedAt === rev) return;
    const keys = await books.db.states.where('rev').above(seen.rev).primaryKeys();
    for (const part of chunks(keys, books.chunk)) {
      const rows = (await books.db.states.bulkGet([...part])).filter((row) => row !== undefined);
      for (const line of await Promise.all(rows.map((row) => lineOf(row)))) {
        if ('gone' in line) lines.delete(line.gone);
        else lines.set(keyText([line.space, line.subject]), line);
      }
    }
    if (keys.length > 0 || epoch !== seen.epoch || own.length !== lines.size) own = [...lines.values()].sort(byName);
    sorted = await packed.beside(own, lines);
    packedAt = rev;
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

  async function list(space: SpaceId, asked: PeopleQuery): Promise<PeoplePage> {
    const { query = '', limit, offset = 0 } = asked;
    const matches = matcher(query);
    const own = sorted.filter((line) => line.space === space);
    const matching = own.filter((line) => !line.damaged && matches(line));
    const page = matching.slice(offset, offset + limit).map(({ subject }): [string, string] => [space, subject]);
    const rows = await books.db.states.bulkGet(page);
    const inPages = await packed.open(page.filter((_, index) => rows[index] === undefined));
    const opened = await Promise.all(
      rows.map((row, index) => (row ? openedOr(row) : inPages.get(page[index]?.[1] ?? ''))),
    );
    for (const [subject, state] of inPages)
      if (state === 'damaged') lines.set(keyText([space, subject]), damagedLine(space, subject));
    if (opened.includes('damaged')) {
      sorted = sorted.map((line) => lines.get(keyText([line.space, line.subject])) ?? line);
      return list(space, asked);
    }
    return {
      people: opened.filter((state) => state !== undefined && state !== 'damaged'),
      total: matching.length,
      damaged: own.filter(({ damaged }) => damaged).map(({ subject }) => subject),
    };
  }

  return async (space, query) => {
    refreshing = refreshing.then(refresh, refresh);
    await refreshing;
    return list(space, query);
  };
}
