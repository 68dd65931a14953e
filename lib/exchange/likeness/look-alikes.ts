import { ALIKE, type Features, type Likeness, likeness } from './score.ts';

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
 * word and an outlet are looked at. Of each only a number is kept under hashes of these; two that meet by chance are told
 * apart by the score. `featuresOf`: of whoever was added under that number.
 */
export function lookAlikes(featuresOf: (at: number) => Features): LookAlikes {
  const blocks = new Map<number, number | number[]>();
  return {
    find(features) {
      let best: Map<number, Alike> | undefined;
      for (const block of blocksOf(features)) {
        const there = blocks.get(block);
        if (there === undefined || (typeof there !== 'number' && there.length > CROWD)) continue;
        for (const at of typeof there === 'number' ? [there] : there) {
          if (best?.has(at)) continue;
          const { score, why } = likeness(features, featuresOf(at));
          if (score < ALIKE || why === undefined) continue;
          best ??= new Map();
          best.set(at, { at, score, why });
        }
      }
      return best === undefined ? NOBODY : [...best.values()].toSorted((a, b) => b.score - a.score).slice(0, 5);
    },
    add(at, features) {
      for (const block of blocksOf(features)) {
        const there = blocks.get(block);
        if (there === undefined) blocks.set(block, at);
        else if (typeof there === 'number') blocks.set(block, [there, at]);
        else if (there.length <= CROWD) there.push(at);
      }
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

/** FNV-1a, 30 bits: a number that needs no memory of its own. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 2) ^ (value & 3);
}
