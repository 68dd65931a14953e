import words from '@/assets/words/gate.json';

/** The guard carries only its own few words: the catalogue of all rooms is many times its size. */
export function say(key: keyof typeof words, language: string): string {
  return words[key][/^(id|in|ms|jv|su)\b/i.test(language) ? 'id' : 'en'];
}
