import type { Vocabulary } from './vocabulary.ts';

/** The words of somebody's name, by number, where they lie in a longer list. */
export interface Words {
  readonly list: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * False only where `sameName` could answer nothing but 0; found without making anything, since most of those who share an
 * outlet and one word of their name end here.
 */
export function mayBeSame(a: Words, b: Words, words: Vocabulary): boolean {
  // A word twice in a name is rare: such a pair is always looked at.
  if (twice(a) || twice(b)) return true;
  let shared = 0;
  for (let i = a.from; i < a.to; i += 1) if (holds(b, a.list[i] ?? 0)) shared += 1;
  return shared === Math.min(a.to - a.from, b.to - b.from) || nearIn(a, b, words);
}

/** A word of one that the other has not, and one in the other that is close to it. */
function nearIn(a: Words, b: Words, words: Vocabulary): boolean {
  for (let i = a.from; i < a.to; i += 1) {
    const word = a.list[i] ?? 0;
    const alone = !holds(b, word);
    for (let j = b.from; j < b.to; j += 1) {
      const other = b.list[j] ?? 0;
      if ((alone || !holds(a, other)) && words.near(word, other)) return true;
    }
  }
  return false;
}

function holds({ list, from, to }: Words, id: number): boolean {
  for (let i = from; i < to; i += 1) if (list[i] === id) return true;
  return false;
}

function twice({ list, from, to }: Words): boolean {
  for (let i = from + 1; i < to; i += 1) for (let j = from; j < i; j += 1) if (list[i] === list[j]) return true;
  return false;
}
