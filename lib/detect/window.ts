/** What stands around a candidate on its line: whole words, lower case, clitics taken off. */
export interface Window {
  readonly before: readonly Word[];
  readonly after: readonly Word[];
}
interface Word {
  readonly text: string;
  /** Characters between this word and the candidate. */
  readonly distance: number;
}

const BEFORE = 60;
const AFTER = 30;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*(?:\.(?=\p{L})\p{L}+)*/gu;
const CLITIC = /^(?:di|ke)?-?(\p{L}{2,}?)-?(?:nya|ku|mu|lah|kah|pun)?$/u;

export function windowAt(text: string, start: number, end: number): Window {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const after = text.slice(end, end + AFTER).split('\n', 1)[0] ?? '';
  return {
    before: words(line).map((word) => ({ text: word.text, distance: line.length - word.end })),
    after: words(after).map((word) => ({ text: word.text, distance: word.start })),
  };
}

const words = (text: string): { readonly text: string; readonly start: number; readonly end: number }[] =>
  [...text.matchAll(WORD)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** "rekeningku", "KTP-nya" and "dikartu" count as their word; a word that merely begins alike does not. */
function isKeyword(word: string, keywords: ReadonlySet<string>): boolean {
  if (keywords.has(word)) return true;
  const stem = CLITIC.exec(word)?.[1];
  return stem !== undefined && keywords.has(stem);
}

const DIRECT = 20;

/** `direct`: at most 20 characters before. `near`: elsewhere in the window, or within `reach` where one is given. */
export function keyword(window: Window, keywords: ReadonlySet<string>, reach = BEFORE): 'direct' | 'near' | undefined {
  const found = nearest(window.before, keywords, reach);
  if (found !== undefined && found <= DIRECT) return 'direct';
  if (found !== undefined || nearest(window.after, keywords, Math.min(reach, AFTER)) !== undefined) return 'near';
  return undefined;
}

/** Distance of the closest of these words before the candidate. */
export const distanceBefore = (window: Window, keywords: ReadonlySet<string>): number | undefined =>
  nearest(window.before, keywords, BEFORE);

const nearest = (words: readonly Word[], keywords: ReadonlySet<string>, reach: number): number | undefined =>
  words
    .filter((word) => word.distance <= reach && isKeyword(word.text, keywords))
    .reduce<number | undefined>((least, { distance }) => Math.min(least ?? distance, distance), undefined);
