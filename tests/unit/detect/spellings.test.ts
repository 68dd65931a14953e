import { describe, expect, it } from 'vitest';
import { scan } from '@/lib/detect/scan.ts';

const NIK = '3174051212900001';
const kinds = (text: string, region = 'ID'): string[] => scan(text, { region }).spans.map(({ kind }) => kind);

describe('a number', () => {
  it.each([
    ['digit by digit', `NIK saya ${[...NIK].join(' ')} ya`],
    ['with the hyphens of a word processor', 'NIK 3174\u20110512\u20111290\u20110001'],
    ['with a minus between', 'NIK 3174\u22120512\u22121290\u22120001'],
    ['in bold digits', `NIK ${NIK.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit)))}`],
    ['with thin spaces', 'NIK 3174\u20090512\u20091290\u20090001'],
  ])('is read when it is written %s', (_how, text) => {
    expect(scan(text).spans).toMatchObject([{ kind: 'nik', value: NIK }]);
  });

  it('is told where it stands in the text as it was given', () => {
    const text = `NIK ${[...NIK].join(' ')}.`;
    const [span] = scan(text).spans;
    expect(text.slice(span?.start, span?.end)).toBe([...NIK].join(' '));
  });

  it('beside one that is written digit by digit is read as well', () => {
    expect(kinds(`HP 0 8 1 2 3 4 5 6 7 8 9 0, NIK ${NIK}`)).toEqual(['phone', 'nik']);
  });

  it('of points and places, one after the other, is none', () => {
    expect(kinds('Urutan duduk: 1 2 3 4 5 6 7 8 9 1 2 3')).toEqual([]);
  });

  it('in groups is a phone elsewhere, where it could be an account at home', () => {
    expect(kinds('0212 123 45 67', 'TR')).toEqual(['phone']);
    expect(kinds('021 5550123', 'ID')).toEqual([]);
  });
});
