import { afterEach, describe, expect, it } from 'vitest';
import { writeDistance, writeInstant } from '@/components/kit/instant.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { capital, listed } from '@/components/kit/sentence.ts';
import { setLanguage } from '@/lib/platform/words.ts';

afterEach(() => setLanguage('en'));

describe('a phrase', () => {
  it('writes an instant as a date of the language', () => {
    const phrase = { key: 'kit_since', params: { at: '2026-10-12T03:00:00Z' } };
    expect(writePhrase(phrase)).toBe('Since 12 October 2026');
    setLanguage('id');
    expect(writePhrase(phrase)).toBe('Sejak 12 Oktober 2026');
  });

  it('writes a word by its key, and a word it does not have as it came', () => {
    const said = (parts_word: string) =>
      writePhrase({ key: 'warning_unread_parts', params: { parts: 'x', parts_word } });
    expect(said('purpose_pr_media')).toContain('x');
    setLanguage('id');
    expect(writePhrase({ key: 'warning_name_of', params: { address: 'a@b.example' } })).toBe('Nama untuk a@b.example');
  });

  it('throws for a sentence that nobody wrote', () => {
    expect(() => writePhrase({ key: 'no_such_sentence' })).toThrow('no_such_sentence');
  });
});

describe('an instant', () => {
  it.each([
    ['WIB', '09:00'],
    ['WITA', '10:00'],
    ['WIT', '11:00'],
    ['Europe/London', '02:00'],
  ])('in %s is written at its own time', (zone, time) => {
    expect(writeInstant('2026-11-25T02:00:00Z', 'moment', zone)).toContain(time);
  });

  it('in a zone that does not exist is written in that of the user', () => {
    expect(writeInstant('2026-11-25T02:00:00Z', 'moment', 'Atlantis')).toContain('25 November 2026');
  });

  it('that is none comes back as it is', () => expect(writeInstant('kemarin')).toBe('kemarin'));

  it('is told as a distance', () => {
    const now = Date.parse('2026-11-22T00:00:00Z');
    expect(writeDistance('2026-11-25T00:00:00Z', now)).toBe('in 3 days');
    setLanguage('id');
    expect(writeDistance('2026-11-21T22:00:00Z', now)).toBe('2 jam yang lalu');
  });
});

it('names in a list are joined as the language does', () => {
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  setLanguage('id');
  expect(capital(listed(['ani', 'budi']))).toBe('Ani dan budi');
});
