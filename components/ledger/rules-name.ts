import { isWord, words } from '@/lib/platform/words.ts';
import { capital } from '../kit/sentence.ts';

/** In the words of the page; a rule that has none is shown by its id. */
export const ruleName = (rule: string): string => {
  const key = `rule_${rule}_name`;
  return isWord(key) ? capital(words(key)) : rule;
};
