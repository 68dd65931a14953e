import { newId } from '../domain/new-op.ts';
import type { Op } from '../domain/op.ts';
import { type Books, chunks } from './context.ts';
import { searchable } from './names-search.ts';
import { tokenTexts } from './project.ts';
import { sealPage } from './shelf.ts';
import { bucketsFor, deflate, numberOf, PER_BLOCK, PER_PAGE } from './shelf-format.ts';
import { collector, indexPages } from './shelf-index.ts';
import { peoplePacker } from './shelf-people.ts';
import { stateToIndex, type ToIndex } from './shelf-state.ts';
import { type PageRow, type RunRow, revisionOf } from './tables.ts';

export interface Person {
  readonly subject: string;
  /** All of one batch. */
  readonly ops: readonly Op[];
}

/** A run that is being written. What is not yet a whole block is in memory; nobody reads any of it before `finish`. */
export interface RunWriter {
  readonly people: () => number;
  readonly add: (people: readonly Person[]) => Promise<void>;
  /** From here on it is part of the ledger. Answers with its id. */
  readonly finish: () => Promise<string>;
}

/** More people than this begin a run of their own: what is kept of them in memory stays within some forty megabytes. */
export const PER_RUN = 2 ** 20;

export function beginRun(books: Books, { space, batch }: Pick<RunRow, 'space' | 'batch'>, region: string): RunWriter {
  const id = newId();
  const packer = peoplePacker({ space, batch });
  const index = collector();
  let [people, ops, pages] = [0, 0, 0];
  let waiting: readonly Indexed[] = [];

  async function write(block: readonly Indexed[]): Promise<void> {
    const parts = chunks(block, PER_PAGE);
    const rows = await Promise.all([
      ...parts.map((part, index): Promise<PageRow> => {
        for (const { subject, ops } of part) packer.add(subject, ops);
        return sealPage(books, { run: id, kind: 'people', id: pages + index }, packer.end());
      }),
      sealLines(
        books,
        { run: id, id: Math.floor((pages * PER_PAGE) / PER_BLOCK) },
        block.map(({ line }) => line),
      ),
    ]);
    pages += parts.length;
    const { db } = books;
    await db.transaction('rw', [db.pages, db.runs, db.meta], async () => {
      await db.runs.put({ id, space, batch, rev: 0, people, ops, pages, buckets: 0 });
      await db.meta.put({ key: 'import', value: batch });
      await db.pages.bulkAdd(rows);
    });
  }

  return {
    people: () => people,
    async add(list) {
      const made = list.map((person) => indexed(books, space, region, person));
      for (const [at, one] of made.entries()) {
        for (const number of one.numbers) index.add(number, people + at);
      }
      people += made.length;
      ops += list.reduce((sum, person) => sum + person.ops.length, 0);
      const all = [...waiting, ...made];
      const whole = all.length - (all.length % PER_BLOCK);
      for (const block of chunks(all.slice(0, whole), PER_BLOCK)) await write(block);
      waiting = all.slice(whole);
    },
    async finish() {
      if (waiting.length > 0) await write(waiting);
      waiting = [];
      const { db } = books;
      const entries = index.entries();
      const buckets = bucketsFor(entries.numbers.length);
      for await (const rows of indexPages(books, id, entries, buckets)) await db.pages.bulkAdd([...rows]);
      await db.transaction('rw', [db.runs, db.meta], async () => {
        const rev = (await revisionOf(db)) + 1;
        await db.runs.put({ id, space, batch, rev, people, ops, pages, buckets });
        await db.meta.put({ key: 'revision', value: rev });
      });
      return id;
    },
  };
}

interface Indexed extends Person {
  readonly line: PackedLine;
  readonly numbers: readonly number[];
}

function indexed(books: Books, space: string, region: string, { subject, ops }: Person): Indexed {
  const state = stateToIndex(subject, space, ops);
  return {
    subject,
    ops,
    line: lineOf(state, region),
    numbers: numbersOf(books, state, region),
  };
}

/** By what one finds this person in the index of a run: the tokens, and the subject itself. */
export function numbersOf({ vault }: Books, state: ToIndex, region: string): readonly number[] {
  const { id, space } = state.person;
  return [...tokenTexts(state, region).map((text) => vault.number(space, text)), numberOf(id)];
}

/** Subject, name, words and digits: what the index of names has of one person. Null: nobody. */
export type PackedLine = readonly [subject: string, name: string, words: string, digits: string] | null;

export function lineOf(state: ToIndex, region: string): PackedLine {
  const { words, digits } = searchable(state, region);
  return [state.person.id, state.person.name, words, digits];
}

export const sealLines = async (
  books: Books,
  { run, id }: Pick<PageRow, 'run' | 'id'>,
  lines: readonly PackedLine[],
): Promise<PageRow> =>
  sealPage(books, { run, kind: 'lines', id }, await deflate(new TextEncoder().encode(JSON.stringify(lines))));
