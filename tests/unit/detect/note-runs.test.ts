import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexWords, noteRuns } from '@/lib/detect/note-runs.ts';

const NOTE = 'Sering telat menyerahkan naskah. Tarif lama 7 juta bersama Teh Contoh.';
const repeated = (text: string, own: readonly string[] = []): string[] =>
  noteRuns(indexWords(text), NOTE, own).map(({ start, end }) => text.slice(start, end));

describe('a run of a note', () => {
  it('of four words counts with a number or a name in it', () => {
    expect(repeated('kan tarif lama 7 juta ya')).toEqual(['tarif lama 7 juta']);
    expect(repeated('7 JUTA, bersama Teh!')).toEqual(['7 JUTA, bersama Teh']);
    expect(repeated('yang juta bersama teh contoh itu')).toEqual(['juta bersama teh contoh']);
  });

  it('of four or five plain words is how anybody writes', () => {
    expect(repeated('ia sering telat menyerahkan naskah')).toEqual([]);
  });

  it('is found whatever the case and the line breaks, and once', () => {
    expect(repeated('SERING telat\nmenyerahkan naskah: tarif lama')).toEqual([
      'SERING telat\nmenyerahkan naskah: tarif lama',
    ]);
  });

  it('of the recipient’s own names tells them nothing', () => {
    expect(repeated('juta bersama teh contoh', ['Teh Contoh'])).toEqual([]);
  });

  it('is the whole note wherever that is put in', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,40}$/), (before) => {
        expect(repeated(`${before}\n${NOTE}`).join(' ')).toContain('bersama Teh Contoh');
      }),
    );
  });
});
