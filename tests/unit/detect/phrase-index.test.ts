import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrases, indexPhrases } from '@/lib/detect/phrases.ts';
import { wordHashes } from '@/lib/detect/word-hashes.ts';
import { tokensOf, wordsOf } from '@/lib/detect/words-of.ts';

const PIECES =
  'PT|pt.|Maju|maju|Jaya|jayanya|Ga\u0301ruda|garudaku|Рroyek|proyeklah|ﬁ|1|\u200bx|x|Dr.|é|—|,|\n|😀|𝐏𝐓|ß|.'.split(
    '|',
  );
const words = (most: number) =>
  fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', '', '-', '. ')), { maxLength: most });
const text = (most: number) => words(most).map((pairs) => pairs.flat().join(''));

/** The plain way: every phrase at every word. */
function slowly(phrases: readonly string[], written: string): readonly string[] {
  const tokens = tokensOf(written);
  const at = (wanted: readonly string[], from: number): boolean =>
    wanted.every((word, i) => {
      const token = tokens[from + i];
      if (!token || (i > 0 && !token.joins)) return false;
      return token.word === word || (i === wanted.length - 1 && token.stem === word);
    });
  return phrases.flatMap((phrase, ref) => {
    const own = wordsOf(phrase);
    const joined = own.join('');
    return tokens.flatMap((token, from) => {
      const whole = own.length > 0 && at(own, from) ? [own.length] : [];
      const asOne = own.length > 1 && joined.length >= 8 && at([joined], from) ? [1] : [];
      return [...whole, ...asOne].map((count) => `${ref} ${token.start}-${tokens[from + count - 1]?.end}`);
    });
  });
}

describe('the index of phrases', () => {
  it('finds what comparing every phrase at every word finds', () => {
    fc.assert(
      fc.property(fc.array(text(4), { maxLength: 6 }), text(30), (phrases, written) => {
        const index = indexPhrases(phrases.map((phrase, ref) => ({ phrases: [phrase], ref })));
        const found = findPhrases(index, written).map(({ ref, start, end }) => `${ref} ${start}-${end}`);
        expect([...new Set(found)].sort()).toEqual([...new Set(slowly(phrases, written))].sort());
      }),
      { seed: 6, numRuns: 600 },
    );
  });

  it('knows a phrase of forty words by all of them', () => {
    const long = Array.from({ length: 40 }, (_, i) => `kata${i}`).join(' ');
    const index = indexPhrases([{ phrases: [long], ref: 'long' }]);
    expect(findPhrases(index, `Isi: ${long}.`)).toEqual([{ ref: 'long', start: 5, end: 5 + long.length }]);
    expect(findPhrases(index, long.replace('kata39', 'lain'))).toEqual([]);
  });

  it('gives the same phrase for everyone who has it', () => {
    const index = indexPhrases(['a', 'b'].map((ref) => ({ phrases: ['Proyek Garuda'], ref })));
    expect(findPhrases(index, 'proyek garuda').map(({ ref }) => ref)).toEqual(['a', 'b']);
  });
});

describe("a text's words as hashes", () => {
  it('are the words and stems of the text, equal where these are equal', () => {
    fc.assert(
      fc.property(text(20), (written) => {
        const plain = tokensOf(written).map(({ word }) => word);
        const folded = plain.join(' ');
        const own = wordHashes(folded);
        expect(Array.from({ length: own.count }, (_, i) => folded.slice(own.starts[i], own.ends[i]))).toEqual(plain);
        const byHash = new Map(plain.map((word, i) => [own.hashes[i], word]));
        expect(plain.map((_, i) => byHash.get(own.hashes[i] ?? 0))).toEqual(plain);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
