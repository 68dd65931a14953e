import type { Phrase } from '@/lib/domain/verdict.ts';
import { isWord, words } from '@/lib/platform/words.ts';
import { writeInstant } from './instant.tsx';
import { capital } from './sentence.ts';

/**
 * The sentence of a phrase in the current language. Values are written by the end of their name:
 * `…_at` an instant, as a date (`lifts_at` and `…_moment_at` with the time, in the phrase's own `zone` where it has
 * one); `…_word` a key of the catalogue.
 */
export function writePhrase({ key, params = {} }: Phrase): string {
  const written = Object.entries(params).map(([name, value]) => [name, writeValue(name, value, params.zone)]);
  return capital(words(key, Object.fromEntries(written)));
}

function writeValue(name: string, value: string | number, zone?: string | number): string | number {
  if (typeof value === 'number') return value;
  if (/(^|_)moment_at$|^lifts_at$/.test(name)) return writeInstant(value, 'moment', zone?.toString());
  if (/(^|_)at$/.test(name)) return writeInstant(value);
  // A word that the catalogue does not have is shown as it came: a finding with a rough edge is better than none.
  if (/(^|_)word$/.test(name)) return isWord(value) ? words(value) : value;
  return value;
}

export const PhraseText = ({ phrase }: { readonly phrase: Phrase }) => <>{writePhrase(phrase)}</>;
