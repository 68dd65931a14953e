import { currentLanguage, locale } from '@/lib/platform/words.ts';

/** Names of the closed lists are lower case, as they stand inside a sentence; a label or an option starts with a capital. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase(currentLanguage()) + words.slice(1);

/** "a, b and c" as the language says it. */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
