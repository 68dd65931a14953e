import { describe, expect, it } from 'vitest';
import { findPhrases, indexPhrases } from '@/lib/detect/phrases.ts';

const index = indexPhrases([
  { phrases: ['Proyek Garuda', 'PT Maju Jaya'], ref: 'garuda' },
  { phrases: ['Merger'], ref: 'merger' },
  { phrases: ['Café Uji'], ref: 'cafe' },
]);
const found = (text: string): string[] =>
  findPhrases(index, text).map(({ ref, start, end }) => `${ref}: ${text.slice(start, end)}`);

describe("the ledger's phrases", () => {
  it.each([
    ['soal proyek garudanya', 'garuda: proyek garudanya'],
    ['PROYEK\nGARUDA', 'garuda: PROYEK\nGARUDA'],
    ['Pro\u200byek Gar\u00fada', 'garuda: Pro\u200byek Gar\u00fada'],
    ['Proyek Gаrudа in Cyrillic', 'garuda: Proyek Gаrudа'],
    ['lihat Proyek_Garuda.pdf', 'garuda: Proyek_Garuda'],
    ['#ProyekGaruda', 'garuda: ProyekGaruda'],
    ['PT. Maju Jaya', 'garuda: PT. Maju Jaya'],
    ['mergernya batal', 'merger: mergernya'],
    ['di cafe uji', 'cafe: cafe uji'],
  ])('are found in "%s", with the original offsets', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each(['proyek. Garuda Indonesia', 'Garuda Proyek', 'proyek, garuda', 'emerger mergers', 'Garudafood'])(
    'are whole words in their order: not in "%s"',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('are told apart among thousands with the same first word', () => {
    const many = indexPhrases(Array.from({ length: 5_000 }, (_, i) => ({ phrases: [`PT Nama${i} Uji`], ref: i })));
    const text = `${'pt '.repeat(10_000)}PT Nama4711 Uji`;
    expect(findPhrases(many, text).map(({ ref }) => ref)).toEqual([4711]);
  });

  it('of nothing but signs are no phrase', () => {
    expect(findPhrases(indexPhrases([{ phrases: ['!!!', ' '], ref: 1 }]), 'wow !!!')).toEqual([]);
  });
});
