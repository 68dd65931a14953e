import { close } from './score.ts';

/** Words by number, from 1, and of each what tells at a glance that two are not close. */
export interface Vocabulary {
  of(id: number): string;
  enter(word: string): number;
  /** `close` of the two words, either way. */
  near(a: number, b: number): boolean;
}

const SHORT = 5;

export function vocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [''];
  let lengths = new Uint8Array(1_024);
  let letters = new Uint32Array(1_024);
  return {
    of: (id) => words[id] ?? '',
    enter(word) {
      const there = ids.get(word);
      if (there !== undefined) return there;
      const id = words.push(word) - 1;
      ids.set(word, id);
      if (id === lengths.length) {
        const [longer, more] = [new Uint8Array(id * 2), new Uint32Array(id * 2)];
        longer.set(lengths);
        more.set(letters);
        [lengths, letters] = [longer, more];
      }
      lengths[id] = Math.min(word.length, 255);
      letters[id] = lettersIn(word);
      return id;
    },
    near(a, b) {
      const [long, other] = [lengths[a] ?? 0, lengths[b] ?? 0];
      if (long > 1 && other > 1) {
        if (long < SHORT || other < SHORT || long - other > 1 || other - long > 1) return false;
        // A slip of the pen takes one letter away and brings another at most.
        const differ = (letters[a] ?? 0) ^ (letters[b] ?? 0);
        const more = differ & (differ - 1);
        if ((more & (more - 1)) !== 0) return false;
      }
      const [one, two] = [words[a] ?? '', words[b] ?? ''];
      return close(one, two) || close(two, one);
    },
  };
}

/** A bit for every letter that is in it, some sharing one. */
function lettersIn(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits >>> 0;
}
