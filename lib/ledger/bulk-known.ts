import Dexie from 'dexie';
import type { Books } from './context.ts';
import { runsOf } from './shelf.ts';
import { numberOf } from './shelf-format.ts';
import { scanIndex } from './shelf-index.ts';
import { revisionOf } from './tables.ts';

/** Numbers below 2^53, eight to sixteen bytes each: a Set of a million of them takes fifty megabytes. */
export interface NumberSet {
  readonly has: (number: number) => boolean;
  readonly add: (number: number) => void;
}

const EMPTY = -1;

export function numberSet(): NumberSet {
  let slots = new Float64Array(8_192).fill(EMPTY);
  let size = 0;
  const slotOf = (number: number): number => {
    let at = number % slots.length;
    for (let there = slots[at]; there !== EMPTY && there !== number; there = slots[at]) at = (at + 1) % slots.length;
    return at;
  };
  const put = (number: number): void => {
    const at = slotOf(number);
    if (slots[at] === number) return;
    slots[at] = number;
    size += 1;
  };
  return {
    has: (number) => slots[slotOf(number)] === number,
    add(number) {
      put(number);
      if (size * 2 <= slots.length) return;
      const before = slots;
      slots = new Float64Array(before.length * 2).fill(EMPTY);
      size = 0;
      for (const one of before) if (one !== EMPTY) put(one);
    },
  };
}

/**
 * Whom this ledger knew before: somebody who is said to be known and is not goes the longer way, and that is all. Moves
 * with what others write meanwhile.
 */
export interface Known {
  /** By `numberOf` the subject. */
  readonly has: (subject: number) => boolean;
  /** Under the ledger's lock, before anything is asked. */
  readonly refresh: () => Promise<void>;
}

export function knownIn(books: Books, space: string): Known {
  const { db } = books;
  const numbers = numberSet();
  let seen = -1;
  const read = new Set<string>();
  return {
    has: numbers.has,
    async refresh() {
      const revision = await revisionOf(db);
      if (revision === seen) return;
      seen = revision;
      const pairs = await db.ops
        .where('[space+subject]')
        .between([space, Dexie.minKey], [space, Dexie.maxKey])
        .uniqueKeys();
      for (const pair of pairs) if (Array.isArray(pair) && typeof pair[1] === 'string') numbers.add(numberOf(pair[1]));
      for (const run of (await runsOf(books, space)).filter(({ id }) => !read.has(id))) {
        read.add(run.id);
        for await (const entries of scanIndex(books, run)) for (const number of entries.numbers) numbers.add(number);
      }
    },
  };
}
