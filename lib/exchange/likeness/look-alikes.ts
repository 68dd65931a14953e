import { hash, hashLists } from './hash-lists.ts';
import { mayBeSame, type Words } from './may-be-same.ts';
import { formOf } from './name.ts';
import { ALIKE, type Features, type Likeness, type Score, weigh } from './score.ts';
import { vocabulary } from './vocabulary.ts';

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

/*
 * Somebody lies in one list of numbers, so that a look at them is a look at one place: the search that last came by, the
 * number under which they were added, their outlet, how many words and how many accounts; then the words by number, and
 * two hashes an account.
 */
const [SEEN, AT, OUTLET, SIZES, WORDS] = [0, 1, 2, 3, 4];

/** What is compared and what leads to it. */
interface Asked {
  readonly features: Features;
  readonly blocks: readonly number[];
  readonly outlet: number;
  readonly words: Words;
  /** Two numbers each. */
  readonly accounts: readonly number[];
}

/**
 * Who is like whom, without comparing everybody with everybody: only those who share a name's words, an account, or a
 * word and an outlet are looked at. Of each only numbers are kept, some 40 bytes: words and outlets by their number in a
 * vocabulary, accounts by 64 bits of their hash.
 */
export function lookAlikes(): LookAlikes {
  const blocks = hashLists(CROWD);
  const words = vocabulary();
  const outlets = vocabulary();
  let people = new Uint32Array(16_384);
  let end = 0;
  let search = 0;
  let last: Asked | undefined;

  /** Who is looked for is mostly added next. */
  const askedOf = (features: Features): Asked => {
    if (last?.features === features) return last;
    const { name, outlet, accounts } = features;
    const list = Uint32Array.from(name.words, words.enter);
    last = {
      features,
      blocks: blocksOf(features),
      outlet: outlet === '' ? 0 : outlets.enter(outlet),
      words: { list, from: 0, to: list.length },
      accounts: hashesOf(accounts),
    };
    return last;
  };

  const look = (one: number, asked: Asked): Score | undefined => {
    const outlet = people[one + OUTLET];
    const sameOutlet = asked.outlet !== 0 && asked.outlet === outlet;
    const nowhere = asked.outlet === 0 || outlet === 0;
    const sizes = people[one + SIZES] ?? 0;
    const from = one + WORDS;
    const to = from + (sizes & 0xffff);
    const account = sharesAccount(people, to, sizes >>> 16, asked.accounts);
    if (!account && !sameOutlet && !(nowhere && asked.words.to >= 3)) return undefined;
    const theirs: Words = { list: people, from, to };
    if (!mayBeSame(asked.words, theirs, words)) return undefined;
    const form = formOf(Array.from({ length: to - from }, (_, index) => words.of(people[from + index] ?? 0)));
    return weigh(asked.features.name, form, { account, sameOutlet, nowhere });
  };

  return {
    find(features) {
      search += 1;
      const asked = askedOf(features);
      let best: Alike[] | undefined;
      for (const block of asked.blocks) {
        const there = blocks.of(block);
        if (there === undefined || (typeof there !== 'number' && there.length > CROWD)) continue;
        for (const one of typeof there === 'number' ? [there] : there) {
          if (people[one + SEEN] === search) continue;
          people[one + SEEN] = search;
          const score = look(one, asked);
          if (score?.why === undefined || score.score < ALIKE) continue;
          best ??= [];
          best.push({ at: people[one + AT] ?? 0, score: score.score, why: score.why });
        }
      }
      return best === undefined ? NOBODY : best.sort((a, b) => b.score - a.score).slice(0, 5);
    },
    add(at, features) {
      const asked = askedOf(features);
      const [names, accounts] = [asked.words.list.length, asked.accounts.length];
      if (end + WORDS + names + accounts > people.length) {
        const larger = new Uint32Array(Math.max(people.length * 2, end + WORDS + names + accounts));
        larger.set(people);
        people = larger;
      }
      people.set([0, at, asked.outlet, names | (accounts << 16)], end);
      people.set(asked.words.list, end + WORDS);
      people.set(asked.accounts, end + WORDS + names);
      for (const block of asked.blocks) blocks.add(block, end);
      end += WORDS + names + accounts;
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

/** One pair of numbers in both. */
function sharesAccount(list: Uint32Array, from: number, length: number, pairs: readonly number[]): boolean {
  for (let own = 0; own < pairs.length; own += 2)
    for (let at = from; at < from + length; at += 2)
      if (list[at] === pairs[own] && list[at + 1] === pairs[own + 1]) return true;
  return false;
}
