import { bare, fold, originalEnd, originalStart } from './fold.ts';

/** A word of the text as it is compared: folded, lower case, without accents; with its place in the original. */
export interface Token {
  readonly word: string;
  /** Without -nya, -ku, -mu, -lah, -kah, -pun; the word itself where nothing comes off. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Whether the gap before it lets one phrase run across. */
  readonly joins: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const CLITIC = /^(.{3,}?)(?:nya|ku|mu|lah|kah|pun)$/;
const GAP = /^[\s\-–—_/&+'’"“”().*]{0,4}$/;

export function tokensOf(text: string): readonly Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  let last = 0;
  for (const match of folded.text.matchAll(WORD)) {
    const word = bare(match[0]);
    const gap = folded.text.slice(last, match.index);
    tokens.push({
      word,
      stem: clitic(word),
      start: originalStart(folded, match.index),
      end: originalEnd(folded, match.index + match[0].length),
      joins: joins(gap, tokens.at(-1)?.word.length ?? 0),
    });
    last = match.index + match[0].length;
  }
  return tokens;
}

/** A word without what hangs on its end. */
export const clitic = (word: string): string => CLITIC.exec(word)?.[1] ?? word;

/** A full stop after more than a title ("PT.", "Dr.") ends what belongs together. */
export const joins = (gap: string, lengthBefore: number): boolean =>
  GAP.test(gap) && !(/\.\s/.test(gap) && lengthBefore > 3);

export const wordsOf = (phrase: string): readonly string[] =>
  [...fold(phrase).text.matchAll(WORD)].map((match) => bare(match[0]));
