import type { PersonState } from '../domain/person.ts';
import { type Books, chunks, type Key, keyText } from './context.ts';
import { LedgerError } from './failure.ts';
import { damagedLine, type Line } from './names-kept.ts';
import { byName, plainOrder } from './names-order.ts';
import { foldPacked, packedOf, pageName, recordsIn, runsOf } from './shelf.ts';
import { PER_BLOCK, PER_PAGE } from './shelf-format.ts';
import { openLines } from './shelf-lines.ts';
import { lineOf, type PackedLine } from './shelf-write.ts';
import { readSpace, rememberedByRevision } from './space.ts';
import type { RunRow } from './tables.ts';

/** The lines of those who lie in pages: read once a run, and again when it was made anew. */
export interface PackedNames {
  /** Everybody who is in pages alone, among the lines of rows, in order. */
  readonly beside: (own: readonly Line[], inRows: ReadonlyMap<string, Line>) => Promise<readonly Line[]>;
  /** By subject. Whoever is not there is not packed, or gone. */
  readonly open: (keys: readonly Key[]) => Promise<ReadonlyMap<string, PersonState | 'damaged'>>;
}

export function packedNames(books: Books): PackedNames {
  const known = new Map<string, { readonly rev: number; readonly lines: readonly Line[] }>();
  const spaceOf = rememberedByRevision(books, (id) => readSpace(books, id));

  async function linesOf(run: RunRow): Promise<readonly Line[]> {
    const { undone, policy } = await spaceOf(run.space);
    if (undone.has(run.batch)) return [];
    const before = known.get(run.id);
    if (before?.rev === run.rev) return before.lines;
    const lines = await readLines(books, run, policy.region);
    known.set(run.id, { rev: run.rev, lines });
    return lines;
  }

  return {
    async beside(own, inRows) {
      const runs = await runsOf(books);
      const ids = new Set(runs.map(({ id }) => id));
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
      if (runs.length === 0) return own;
      const rows = new Set((await books.db.states.toCollection().primaryKeys()).map(keyText));
      let all = own;
      for (const run of runs) {
        const lines = await linesOf(run);
        const alone = lines.filter(({ space, subject }) => {
          const key = keyText([space, subject]);
          return !rows.has(key) && !inRows.has(key);
        });
        all = merged(all, alone);
      }
      return all;
    },
    async open(keys) {
      if (keys.length === 0) return new Map();
      try {
        return await openAll(keys);
      } catch (thrown) {
        if (!(thrown instanceof LedgerError)) throw thrown;
      }
      // One of them does not open: each by itself, so that the others still come.
      const found = new Map<string, PersonState | 'damaged'>();
      for (const key of keys)
        try {
          for (const [subject, state] of await openAll([key])) found.set(subject, state);
        } catch (thrown) {
          if (!(thrown instanceof LedgerError)) throw thrown;
          found.set(key[1], 'damaged');
        }
      return found;
    },
  };

  async function openAll(keys: readonly Key[]): Promise<ReadonlyMap<string, PersonState>> {
    const found = new Map<string, PersonState>();
    for (const one of await packedOf(books, keys)) {
      const state = foldPacked(one, (await spaceOf(one.run.space)).undone)?.state;
      if (state) found.set(one.key[1], state);
    }
    return found;
  }
}

function merged(a: readonly Line[], b: readonly Line[]): readonly Line[] {
  const all: Line[] = [];
  let [i, j] = [0, 0];
  for (let [x, y] = [a[i], b[j]]; x || y; [x, y] = [a[i], b[j]]) {
    if (x && (!y || byName(x, y) <= 0)) {
      all.push(x);
      i += 1;
    } else if (y) {
      all.push(y);
      j += 1;
    }
  }
  return all;
}

async function readLines(books: Books, run: RunRow, region: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const blocks = Array.from({ length: Math.ceil((run.pages * PER_PAGE) / PER_BLOCK) }, (_, id) => id);
  for (const ids of chunks(blocks, AT_ONCE)) {
    const rows = await books.db.pages.bulkGet(ids.map((id): [string, string, number] => [run.id, 'lines', id]));
    const opened = await Promise.all(rows.map((row) => row && openLines(books, row).catch(onlyFailure)));
    for (const [index, block] of opened.entries()) {
      if (!block) lines.push(...(await linesFromPeople(books, run, ids[index] ?? 0, region)));
      for (const line of block ?? []) if (line) lines.push(asLine(run, line));
    }
  }
  return lines.sort(byName);
}

const AT_ONCE = 16;

const asLine = ({ space }: RunRow, [subject, name, words, digits]: NonNullable<PackedLine>): Line => ({
  space,
  subject,
  name,
  words,
  digits,
  order: plainOrder(name),
  damaged: false,
});

/** Where the lines do not open, the people still may. A page of them that does not either is told as one. */
async function linesFromPeople(books: Books, run: RunRow, block: number, region: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const perBlock = PER_BLOCK / PER_PAGE;
  for (let id = block * perBlock; id < Math.min((block + 1) * perBlock, run.pages); id += 1) {
    const row = await books.db.pages.get([run.id, 'people', id]);
    const records = row && (await recordsIn(books, row).catch(onlyFailure));
    if (!records) lines.push(damagedLine(run.space, pageName({ run: run.id, kind: 'people', id })));
    for (const record of records ?? []) {
      const state = foldPacked(record, new Set())?.state;
      const line = state && lineOf(state, region);
      if (line) lines.push(asLine(run, line));
    }
  }
  return lines;
}

function onlyFailure(thrown: unknown): undefined {
  if (!(thrown instanceof LedgerError)) throw thrown;
}
