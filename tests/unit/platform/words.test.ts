import { afterEach, describe, expect, it } from 'vitest';
import { isWord, languageOf, setLanguage, words } from '@/lib/platform/words.ts';

afterEach(() => setLanguage('en'));

describe('words', () => {
  it('speaks Indonesian to browsers set to Indonesian or a neighbouring language, English to all others', () => {
    expect(['id', 'id-ID', 'in', 'jv'].map(languageOf)).toEqual(['id', 'id', 'id', 'id']);
    expect(['en-GB', 'de', 'idx', ''].map(languageOf)).toEqual(['en', 'en', 'en', 'en']);
  });

  it('throws for a key that does not exist, because a missing sentence is a bug', () => {
    expect(isWord('no_such_key')).toBe(false);
    expect(() => words('no_such_key')).toThrow('no_such_key');
  });
});
