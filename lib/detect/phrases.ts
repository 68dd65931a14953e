import { bare, fold, originalEnd, originalStart } from './fold.ts';
import { type HashTable, hashTable, slotOf } from './phrase-table.ts';
import { hashOver, SEED, type WordHashes, wordHashes } from './word-hashes.ts';
import { clitic, joins, wordsOf } from './words-of.ts';

/**
 * Phrases by a hash of all their words, and by the hash of their first word how many words those have that begin so: where
 * thousands begin with "PT", a text of nothing but "PT" costs one look for each length, not one for each phrase.
 */
export interface PhraseIndex<Ref> {
  readonly phrases: readonly string[];
  readonly refs: readonly Ref[];
  /** Slot → phrase; below zero, −1 − phrase: its words written as one. */
  readonly whose: Int32Array;
  readonly table: HashTable;
  /** First word → bits of the lengths, 1 to 31 words. */
  readonly lengths: ReadonlyMap<number, number>;
  readonly firsts: Uint32Array;
}

export interface PhraseMatch<Ref> {
  readonly ref: Ref;
  readonly start: number;
  readonly end: number;
}

/** Longer phrases are known by so many of their words, and then compared whole. */
const MOST_WORDS = 31;
const SHORTEST_JOIN = 8;
const FIRST_BITS = 1 << 18;

export function indexPhrases<Ref>(
  items: readonly { readonly phrases: readonly string[]; readonly ref: Ref }[],
): PhraseIndex<Ref> {
  const phrases: string[] = [];
  const refs: Ref[] = [];
  const whose: number[] = [];
  const keys: number[] = [];
  const lengths = new Map<number, number>();
  const firsts = new Uint32Array(FIRST_BITS / 32);
  const add = (entry: number, key: number, first: number, words: number): void => {
    whose.push(entry);
    keys.push(key);
    lengths.set(first, (lengths.get(first) ?? 0) | (1 << (words - 1)));
    const bit = first & (FIRST_BITS - 1);
    firsts[bit >>> 5] = (firsts[bit >>> 5] ?? 0) | (1 << (bit & 31));
  };
  for (const { phrases: own, ref } of items)
    for (const phrase of own) {
      const { text } = fold(phrase);
      const words = wordHashes(text);
      if (words.count === 0) continue;
      const entry = phrases.push(phrase) - 1;
      refs.push(ref);
      let key = 0;
      let joined = SEED;
      let units = 0;
      for (let at = 0; at < words.count; at++) {
        if (at < MOST_WORDS) key = chained(key, words.hashes[at] ?? 0);
        joined = hashOver(text, words.starts[at] ?? 0, words.ends[at] ?? 0, joined);
        units += (words.ends[at] ?? 0) - (words.starts[at] ?? 0);
      }
      add(entry, key, words.hashes[0] ?? 0, Math.min(MOST_WORDS, words.count));
      // #ProyekGaruda and proyek_garuda@ are the phrase too; short ones would hit common words.
      if (words.count > 1 && units >= SHORTEST_JOIN) add(-1 - entry, chained(0, joined), joined, 1);
    }
  return { phrases, refs, whose: Int32Array.from(whose), table: hashTable(Int32Array.from(keys)), lengths, firsts };
}

/** Whole words in any case, accents, clitics and invisible characters aside. Offsets are the original text's. */
export function findPhrases<Ref>(index: PhraseIndex<Ref>, text: string): readonly PhraseMatch<Ref>[] {
  if (index.phrases.length === 0) return [];
  const folded = fold(text);
  const words = wordHashes(folded.text);
  const found: PhraseMatch<Ref>[] = [];
  const take = (from: number, count: number, key: number): void => {
    for (let slot = slotOf(index.table, key); slot !== -1; slot = slotOf(index.table, key, slot)) {
      const entry = index.whose[slot] ?? 0;
      const phrase = entry < 0 ? -1 - entry : entry;
      const wanted = wordsOf(index.phrases[phrase] ?? '');
      const last = lastWord(entry < 0 ? [wanted.join('')] : wanted, folded.text, words, from, count);
      const ref = index.refs[phrase];
      if (last === undefined || ref === undefined) continue;
      const [start, end] = [words.starts[from] ?? 0, words.ends[last] ?? 0];
      found.push({ ref, start: originalStart(folded, start), end: originalEnd(folded, end) });
    }
  };
  for (let at = 0; at < words.count; at++) {
    const first = words.hashes[at] ?? 0;
    if (isFirst(index, first)) eachLength(words, at, index.lengths.get(first) ?? 0, take);
    const stem = words.stems[at] ?? 0;
    if (stem !== first && isFirst(index, stem)) take(at, 1, chained(0, stem));
  }
  return found;
}

/** Every stretch from this word on that has as many words as some phrase that begins with it; the last may carry a clitic. */
function eachLength(
  words: WordHashes,
  from: number,
  lengths: number,
  take: (from: number, count: number, key: number) => void,
): void {
  let key = 0;
  for (let count = 1; count <= MOST_WORDS && lengths >>> (count - 1) !== 0; count++) {
    const at = from + count - 1;
    if (at >= words.count) return;
    const [hash, stem] = [words.hashes[at] ?? 0, words.stems[at] ?? 0];
    if ((lengths >>> (count - 1)) & 1) {
      take(from, count, chained(key, hash));
      if (count > 1 && stem !== hash) take(from, count, chained(key, stem));
    }
    key = chained(key, hash);
  }
}

/** Hashes may lie: the words themselves, one for one; inner words as they are, the last with or without its clitic. */
function lastWord(
  wanted: readonly string[],
  text: string,
  words: WordHashes,
  from: number,
  count: number,
): number | undefined {
  if (Math.min(MOST_WORDS, wanted.length) !== count) return undefined;
  const last = from + wanted.length - 1;
  if (last >= words.count) return undefined;
  for (let at = from; at <= last; at++) {
    if (at > from && !joined(text, words, at)) return undefined;
    const word = bare(text.slice(words.starts[at], words.ends[at]));
    const own = wanted[at - from];
    if (word !== own && !(at === last && clitic(word) === own)) return undefined;
  }
  return last;
}

function isFirst({ firsts }: { readonly firsts: Uint32Array }, hash: number): boolean {
  const bit = hash & (FIRST_BITS - 1);
  return (((firsts[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

const chained = (key: number, hash: number): number => Math.imul(key ^ hash, 0x85ebca6b) ^ (hash >>> 13);

const joined = (text: string, words: WordHashes, at: number): boolean =>
  joins(text.slice(words.ends[at - 1], words.starts[at]), (words.ends[at - 1] ?? 0) - (words.starts[at - 1] ?? 0));
