import type { Run } from './digit-runs.ts';
import { type Token, tokensOf, wordsOf } from './words-of.ts';

const LONG = 6;
const SHORT = 4;
/** A run of these alone is how anybody writes, and no note. */
const COMMON: ReadonlySet<string> = new Set(
  'a an and are as at be by can do for from has have her him his i if in is it its me my no not of on or our please she so that the their them they this to up us was we were will with you your ada adalah agar akan aku anda atau bagi bahwa bapak berikut bisa bu dan dari dengan di dia hari ibu ini itu jika juga kak kami kalau karena ke kepada kita lagi mas mbak mohon nya oleh pada pak para saat saja salam sampai saya selamat sudah terima kasih tidak untuk ya yang'.split(
    ' ',
  ),
);

/** A text's words and where each of them stands: made once, asked for every recipient. */
export interface WordIndex {
  readonly tokens: readonly Token[];
  readonly at: ReadonlyMap<string, readonly number[]>;
}

export function indexWords(text: string): WordIndex {
  const tokens = tokensOf(text);
  const at = new Map<string, number[]>();
  tokens.forEach(({ word }, index) => {
    const places = at.get(word);
    if (places) places.push(index);
    else at.set(word, [index]);
  });
  return { tokens, at };
}

/**
 * Where the text repeats a run of a note's words: six or more, or four or more with a number or a name in it
 * (`domain.md` §7.4, ruling 15). At least half of the run must be words that carry something; the recipient's own
 * names (`own`), which any letter to them holds, carry nothing. Offsets are those of the text.
 */
export function noteRuns(index: WordIndex, note: string, own: readonly string[]): readonly Run[] {
  const ownWords = new Set(own.flatMap(wordsOf));
  const words = tokensOf(note);
  const found: Run[] = [];
  let until = 0;
  words.forEach((first, from) => {
    if (from < until) return;
    for (const start of index.at.get(first.word) ?? []) {
      let length = 1;
      while (words[from + length] && words[from + length]?.word === index.tokens[start + length]?.word) length++;
      const last = index.tokens[start + length - 1];
      if (!last || !tells(words.slice(from, from + length), note, ownWords)) continue;
      found.push({ start: index.tokens[start]?.start ?? 0, end: last.end });
      until = Math.max(until, from + length);
    }
  });
  return found;
}

function tells(run: readonly Token[], note: string, own: ReadonlySet<string>): boolean {
  if (run.length < SHORT) return false;
  const words = run.filter(({ word }) => !COMMON.has(word) && !own.has(word));
  if (words.length * 2 < run.length) return false;
  return run.length >= LONG || words.some((token) => /\d/.test(token.word) || isName(token, note));
}

/** A capital that no sentence's beginning explains. */
const isName = ({ start }: Token, note: string): boolean =>
  /^\p{Lu}/u.test(note.slice(start, start + 2)) && !/(?:^|[.!?:\n])\s*$/.test(note.slice(0, start));
