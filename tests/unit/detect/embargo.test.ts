import { describe, expect, it } from 'vitest';
import { embargoes } from '@/lib/detect/embargo.ts';

const lacks = (text: string): readonly string[] | undefined => embargoes(text)[0]?.lacks;

describe('an embargo in words', () => {
  it.each([
    ['EMBARGO: 25/11/2026 pukul 09.00 WIB', []],
    ['EMBARGOED UNTIL 09:00 GMT ON 25 NOVEMBER 2026', []],
    ['Embargo s.d. 25 Nov 2026, 10.00 WITA', []],
    ['Embargo lifts 2026-11-25T09:00+07:00', []],
    ['Under embargo until 9am Jakarta time on November 25', []],
    ['Embargo sampai 25.11.2026', ['time', 'zone']],
    ['Mohon embargo sampai 25 November 2026 pukul 9', ['zone']],
    ['Embargo until 9am ET', ['date']],
    ['Embargo berakhir saat acara dimulai', ['date', 'time', 'zone']],
  ])('%s lacks %j', (text, wanted) => {
    expect(lacks(text)).toEqual(wanted);
  });

  it.each([
    'Tidak ada embargo untuk bahan ini.',
    'This is no longer under embargo.',
    'Embargo telah dicabut, silakan tayang.',
    'It was under embargo until yesterday.',
    'Kebijakan embargo kami ada di situs.',
    'Embargo minyak berlaku sejak 2025.',
    'Could you accept it under embargo?',
    'Boleh kami kirim, atau masih embargo?',
  ])('%s announces none', (text) => {
    expect(embargoes(text)).toEqual([]);
  });

  it('is found where it stands', () => {
    const text = 'Halo,\n\n  [EMBARGO]\nRilis kami.';
    expect(embargoes(text).map(({ start, end }) => text.slice(start, end))).toContain('EMBARGO');
  });
});
