import { describe, expect, test } from 'vitest';
import { entriesIn } from '@/lib/surfaces/roundcube/addresses.ts';

const addresses = (text: string): readonly (string | undefined)[] => entriesIn(text).map((entry) => entry.address);

describe('a recipient field', () => {
  test('is split at commas, semicolons and lines, but not inside quotes', () => {
    expect(addresses('a@x.example, b@x.example;c@x.example\n"Lestari, Ayu" <d@x.example>,')).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
      'd@x.example',
    ]);
  });

  test('keeps the name of an address', () => {
    expect(entriesIn('"Lestari, \\"Ayu\\"" <ayu@x.example>')[0]?.name).toBe('Lestari, "Ayu"');
  });

  test('takes bare addresses that only a space parts', () => {
    expect(addresses('a@x.example b@x.example')).toEqual(['a@x.example', 'b@x.example']);
  });

  test('takes the address in brackets when the name looks like another', () => {
    expect(addresses('a@x.example <b@y.example>')).toEqual(['b@y.example']);
  });

  test('keeps words without an address as they are', () => {
    expect(entriesIn('Ayu')).toEqual([{ words: 'Ayu' }]);
  });

  test('does not lose the rest of the list behind a quote that never closes', () => {
    expect(addresses('"Ayu, a@x.example, b@x.example')).toEqual([undefined, 'a@x.example', 'b@x.example']);
  });
});
