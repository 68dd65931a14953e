import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingsOf } from '@/lib/domain/topic-spelling.ts';

describe('other spellings of a phrase', () => {
  it.each([
    ['Riset & Teknologi', ['Riset dan Teknologi', 'Riset and Teknologi']],
    ['Proyek Garuda II', ['Proyek Garuda 2']],
    ['Rencana 4', ['Rencana IV']],
    ['Dana Abadi Kota', ['DAK']],
    ['Soerabaja', ['Surabaya']],
    ['Tjirebon', ['Cirebon']],
    ['Djakarta Raja', ['Jakarta Raja']],
    ['Proyek Garuda', []],
    ['  ', []],
  ])('of "%s" are %j', (phrase, ways) => {
    expect(spellingsOf(phrase)).toEqual(ways);
  });

  it('are few, differ from each other and from the phrase, and are never empty', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (phrase) => {
        const ways = spellingsOf(phrase);
        const seen = new Set([phrase.trim().toLowerCase(), ...ways.map((way) => way.toLowerCase())]);
        expect(ways.length).toBeLessThanOrEqual(6);
        expect(seen.size).toBe(ways.length + 1);
        expect(ways.filter((way) => way.trim() === '')).toEqual([]);
      }),
    );
  });
});
