import { durationIn } from '@/lib/domain/consent-speech.ts';
import { currentLanguage, words } from '@/lib/platform/words.ts';

/** "24 months" of `P24M`, in the language of the page. */
export const durationWords = (duration: string): string =>
  durationIn({ language: currentLanguage(), say: words }, duration);
