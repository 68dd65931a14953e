import { close } from './score.ts';

/** Words of a name as numbers, with what they are; `at`: of the `index`th word of somebody. */
export interface Words {
  readonly length: number;
  readonly id: (index: number) => number;
  readonly word: (index: number) => string;
}

/**
 * False only where `sameName` could answer nothing but 0; found without making anything, since most of those who share an
 * outlet and one word of their name end here.
 */
export function mayBeSame(a: Words, b: Words): boolean {
  // A word twice in a name is rare: such a pair is always looked at.
  if (twice(a) || twice(b)) return true;
  let shared = 0;
  for (let i = 0; i < a.length; i += 1) if (holds(b, a.id(i))) shared += 1;
  return shared === Math.min(a.length, b.length) || nearIn(a, b) || nearIn(b, a);
}

/** A word of `a` that `b` has not, and one in `b` that is close to it. */
function nearIn(a: Words, b: Words): boolean {
  for (let i = 0; i < a.length; i += 1) {
    if (holds(b, a.id(i))) continue;
    const word = a.word(i);
    for (let j = 0; j < b.length; j += 1) if (close(word, b.word(j)) || close(b.word(j), word)) return true;
  }
  return false;
}

function holds(words: Words, id: number): boolean {
  for (let i = 0; i < words.length; i += 1) if (words.id(i) === id) return true;
  return false;
}

function twice(words: Words): boolean {
  for (let i = 1; i < words.length; i += 1) for (let j = 0; j < i; j += 1) if (words.id(i) === words.id(j)) return true;
  return false;
}
