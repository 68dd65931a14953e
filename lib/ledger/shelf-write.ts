import { newId } from '../domain/new-op.ts';
import type { Op } from '../domain/op.ts';
import type { Books } from './context.ts';
import { searchable } from './names-search.ts';
import { tokenTexts } from './project.ts';
import { sealPage } from './shelf.ts';
import { bucketsFor, numberOf, PER_BLOCK, PER_PAGE } from './shelf-format.ts';
import { collector, indexPages } from './shelf-index.ts';
import type { ShelfLine } from './shelf-lines.ts';
import { peoplePacker } from './shelf-people.ts';
import { rollPages } from './shelf-roll.ts';
import { lineCollector } from './shelf-sort.ts';
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
  /** While one block is being written the next is made: what fails of it, fails the call after. */
  readonly add: (people: readonly Person[]) => Promise<void>;
  /** From here on it is part of the ledger. Answers with its id. */
  readonly finish: () => Promise<string>;
  /** Nothing more is written once it answers, whatever became of what was under way. */
  readonly settle: () => Promise<void>;
}

/** More people than this begin a run of their own: what is kept of them in memory stays near a hundred megabytes. */
export const PER_RUN = 2 ** 20;

export function beginRun(books: Books, { space, batch }: Pick<RunRow, 'space' | 'batch'>, region: string): RunWriter {
  const { db } = books;
  const id = newId();
  const packer = peoplePacker({ space, batch });
  const index = collector();
  const lines = lineCollector();
  let [people, ops, pages] = [0, 0, 0];
  let sealing: Promise<PageRow>[] = [];
  let writing: Promise<unknown> = Promise.resolve();

  async function next(write: () => Promise<unknown>): Promise<void> {
    await writing;
    writing = write();
    // It is told by the next one, or by the end.
    writing.catch(() => undefined);
  }

  function endPage(): void {
    if (packer.size() === 0) return;
    const page = sealPage(books, { run: id, kind: 'people', id: pages }, packer.end());
    page.catch(() => undefined);
    sealing.push(page);
    pages += 1;
  }

  async function endBlock(): Promise<void> {
    endPage();
    if (sealing.length === 0) return;
    const made = Promise.all(sealing);
    made.catch(() => undefined);
    sealing = [];
    const row = { id, space, batch, rev: 0, people, ops, pages, buckets: 0, lines: 0, gone: [] };
    await next(async () => {
      const rows = await made;
      await db.transaction('rw', [db.pages, db.runs, db.meta], async () => {
        await db.runs.put(row);
        await db.meta.put({ key: 'import', value: batch });
        await db.pages.bulkAdd(rows);
      });
    });
  }

  return {
    people: () => people,
    async add(list) {
      for (const { subject, ops: own } of list) {
        const state = stateToIndex(subject, space, own);
        for (const number of numbersOf(books, state, region)) index.add(number, people);
        packer.add(subject, own);
        lines.add(people, lineOf(state, region));
        people += 1;
        ops += own.length;
        if (packer.size() === PER_PAGE) endPage();
        if (sealing.length === PER_BLOCK / PER_PAGE) await endBlock();
      }
    },
    async finish() {
      await endBlock();
      const entries = index.entries();
      const buckets = bucketsFor(entries.numbers.length);
      const sorted = lines.sorted();
      for await (const rows of indexPages(books, id, entries, buckets)) await next(() => db.pages.bulkAdd([...rows]));
      for await (const rows of rollPages(books, id, sorted, people)) await next(() => db.pages.bulkAdd([...rows]));
      await writing;
      await db.transaction('rw', [db.runs, db.meta], async () => {
        const rev = (await revisionOf(db)) + 1;
        await db.runs.put({ id, space, batch, rev, people, ops, pages, buckets, lines: sorted.count, gone: [] });
        await db.meta.put({ key: 'revision', value: rev });
      });
      return id;
    },
    settle: () =>
      writing.then(
        () => undefined,
        () => undefined,
      ),
  };
}

/** By what one finds this person in the index of a run: the tokens, and the subject itself. */
export function numbersOf({ vault }: Books, state: ToIndex, region: string): readonly number[] {
  const { id, space } = state.person;
  return [...tokenTexts(state, region).map((text) => vault.number(space, text)), numberOf(id)];
}

export const lineOf = (state: ToIndex, region: string): ShelfLine => ({
  name: state.person.name,
  ...searchable(state, region),
});
