import { numbers } from '../numbers.ts';
import { hash, hashLists } from './hash-lists.ts';
import { mayBeSame, type Words } from './may-be-same.ts';
import { formOf } from './name.ts';
import { ALIKE, type Features, type Likeness, weigh } from './score.ts';

/** Somebody to be found again: the number under which they were added, how like they are, and why. */
export interface Alike {
  readonly at: number;
  readonly score: number;
  readonly why: Likeness;
}

export interface LookAlikes {
  find(features: Features): readonly Alike[];
  add(at: number, features: Features): void;
}

/** More than this under one block say nothing: a desk, a family name, a filler. */
const CROWD = 40;
const NOBODY: readonly never[] = [];

/**
 * Who is like whom, without comparing everybody with everybody: only those who share a name's words, an account, or a
 * word and an outlet are looked at. Of each only numbers are kept, some 40 bytes: words and outlets by their number in a
 * vocabulary, accounts by 64 bits of their hash.
 */
export function lookAlikes(): LookAlikes {
  const blocks = hashLists(CROWD);
  const words = vocabulary();
  const outlets = vocabulary();
  const added = { at: numbers(), outlet: numbers(), words: pool(), accounts: pool() };
  /** Number of the search that last looked at somebody. */
  const seen = numbers();
  let search = 0;

  /** The one who is looked at, as words. */
  let looked = 0;
  const theirs: Words = {
    get length() {
      return added.words.length(looked);
    },
    id: (index) => added.words.at(looked, index),
    word: (index) => words.of(added.words.at(looked, index)),
  };
  const look = (one: number, features: Features, asked: Asked) => {
    const other = added.outlet.at(one);
    const sameOutlet = asked.outlet !== 0 && asked.outlet === other;
    const nowhere = asked.outlet === 0 || other === 0;
    const account = asked.accounts.length > 0 && added.accounts.shares(one, asked.accounts);
    if (!account && !sameOutlet && !(nowhere && features.name.words.length >= 3)) return undefined;
    looked = one;
    if (!mayBeSame(asked.words, theirs)) return undefined;
    const form = formOf(Array.from({ length: theirs.length }, (_, index) => theirs.word(index)));
    return weigh(features.name, form, { account, sameOutlet, nowhere });
  };
  const askedOf = ({ name, outlet, accounts }: Features): Asked => {
    const ids = name.words.map(words.known);
    return {
      outlet: outlet === '' ? 0 : outlets.known(outlet),
      accounts: hashesOf(accounts),
      words: { length: ids.length, id: (index) => ids[index] ?? 0, word: (index) => name.words[index] ?? '' },
    };
  };

  return {
    find(features) {
      search += 1;
      let best: Alike[] | undefined;
      let asked: Asked | undefined;
      for (const block of blocksOf(features)) {
        const there = blocks.of(block);
        if (there === undefined || (typeof there !== 'number' && there.length > CROWD)) continue;
        asked ??= askedOf(features);
        for (const one of typeof there === 'number' ? [there] : there) {
          if (seen.at(one) === search) continue;
          seen.set(one, search);
          const score = look(one, features, asked);
          if (score?.why === undefined || score.score < ALIKE) continue;
          best ??= [];
          best.push({ at: added.at.at(one), score: score.score, why: score.why });
        }
      }
      return best === undefined ? NOBODY : best.sort((a, b) => b.score - a.score).slice(0, 5);
    },
    add(at, features) {
      const one = added.at.push(at);
      seen.push(0);
      added.outlet.push(features.outlet === '' ? 0 : outlets.enter(features.outlet));
      added.words.push(features.name.words.map(words.enter));
      added.accounts.push(hashesOf(features.accounts));
      for (const block of blocksOf(features)) blocks.add(block, one);
    },
  };
}

function blocksOf({ name, outlet, accounts }: Features): readonly number[] {
  const blocks = [hash(name.key, 1)];
  for (const account of accounts) blocks.push(hash(account, 2));
  if (outlet === '') return blocks;
  const place = hash(outlet, 3);
  for (const word of name.words) if (word.length > 2) blocks.push(hash(word, place));
  return blocks;
}

/** Two numbers an account. */
const hashesOf = (accounts: readonly string[]): readonly number[] =>
  accounts.length === 0 ? NOBODY : accounts.flatMap((account) => [hash(account, 5), hash(account, 0x5bd1e995)]);

interface Asked {
  readonly outlet: number;
  readonly accounts: readonly number[];
  readonly words: Words;
}

/** Words by number, from 1; a word that was never entered is as none other: 2³² − 1. */
function vocabulary() {
  const ids = new Map<string, number>();
  const all: string[] = [''];
  return {
    of: (id: number): string => all[id] ?? '',
    known: (word: string): number => ids.get(word) ?? 0xffff_ffff,
    enter(word: string): number {
      const there = ids.get(word);
      if (there !== undefined) return there;
      ids.set(word, all.length);
      return all.push(word) - 1;
    },
  };
}

/** Short lists of numbers, end to end. */
function pool() {
  const values = numbers();
  const ends = numbers();
  const start = (list: number): number => (list === 0 ? 0 : ends.at(list - 1));
  return {
    push(list: readonly number[]): void {
      for (const value of list) values.push(value);
      ends.push(values.length);
    },
    length: (list: number): number => ends.at(list) - start(list),
    at: (list: number, index: number): number => values.at(start(list) + index),
    /** One pair of numbers in both. */
    shares(list: number, pairs: readonly number[]): boolean {
      for (let at = start(list); at < ends.at(list); at += 2)
        for (let own = 0; own < pairs.length; own += 2)
          if (values.at(at) === pairs[own] && values.at(at + 1) === pairs[own + 1]) return true;
      return false;
    },
  };
}
