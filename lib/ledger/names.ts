import type { PersonState, SpaceId } from '../domain/person.ts';
import { type Books, chunks, keyText } from './context.ts';
import { LedgerError } from './failure.ts';
import { openState } from './read.ts';
import { epochOf, revisionOf, type StateRow } from './tables.ts';

/*
 * Names are sealed, so finding and sorting happen in memory: one line a person, read once after opening and then only
 * where the revision moved on, by whichever context. Rows that do not open are told, and the rest is still listed.
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

interface Line {
  readonly space: SpaceId;
  readonly subject: string;
  readonly name: string;
  readonly words: string;
  readonly damaged: boolean;
}

export function namesOf(books: Books): (space: SpaceId, query: PeopleQuery) => Promise<PeoplePage> {
  const lines = new Map<string, Line>();
  let seen = { epoch: -1, rev: 0 };
  let sorted: readonly Line[] = [];
  let refreshing: Promise<void> = Promise.resolve();

  async function refresh(): Promise<void> {
    const [epoch, rev] = [await epochOf(books.db), await revisionOf(books.db)];
    if (epoch !== seen.epoch) {
      // Rows vanished without a trace (a cancelled import): what is left of the index is still good.
      const left = new Set((await books.db.states.toCollection().primaryKeys()).map(keyText));
      for (const key of lines.keys()) if (!left.has(key)) lines.delete(key);
    }
    if (rev === seen.rev) return;
    const keys = await books.db.states.where('rev').above(seen.rev).primaryKeys();
    for (const part of chunks(keys, books.chunk)) {
      const rows = (await books.db.states.bulkGet([...part])).filter((row) => row !== undefined);
      for (const line of await Promise.all(rows.map((row) => lineOf(books, row)))) {
        if ('gone' in line) lines.delete(line.gone);
        else lines.set(keyText([line.space, line.subject]), line);
      }
    }
    sorted = [...lines.values()].sort((a, b) => collator.compare(a.name, b.name) || (a.subject < b.subject ? -1 : 1));
    seen = { epoch, rev };
  }

  return async (space, { query = '', limit, offset = 0 }) => {
    refreshing = refreshing.then(refresh, refresh);
    await refreshing;
    const wanted = fold(query).split(' ').filter(Boolean);
    const own = sorted.filter((line) => line.space === space);
    const matching = own.filter(({ damaged, words }) => !damaged && wanted.every((word) => words.includes(word)));
    const page = matching.slice(offset, offset + limit).map(({ subject }): [string, string] => [space, subject]);
    const rows = (await books.db.states.bulkGet(page)).filter((row) => row !== undefined);
    const opened = await Promise.all(rows.map((row) => openState(books, row)));
    return {
      people: opened.flatMap((folded) => (folded && !folded.removed ? [folded.state] : [])),
      total: matching.length,
      damaged: own.filter(({ damaged }) => damaged).map(({ subject }) => subject),
    };
  };
}

async function lineOf(books: Books, row: StateRow): Promise<Line | { readonly gone: string }> {
  const { space, subject } = row;
  const gone = { gone: keyText([space, subject]) };
  try {
    const folded = await openState(books, row);
    if (!folded || folded.removed) return gone;
    const { person, points } = folded.state;
    const words = [person.name, person.outlet ?? '', ...person.nicknames, ...points.map(({ address }) => address)];
    return { space, subject, name: person.name, words: fold(words.join(' ')), damaged: false };
  } catch (thrown) {
    if (!(thrown instanceof LedgerError)) throw thrown;
    return { space, subject, name: '', words: '', damaged: true };
  }
}

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });
/** Case and accents do not matter to one who searches. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
