import { type Token, tokensOf, wordsOf } from './words-of.ts';

interface Entry<Ref> {
  readonly words: readonly string[];
  readonly ref: Ref;
}

/** Phrases by their first word, or their first two: one key alone is slow where thousands begin with "PT". */
export interface PhraseIndex<Ref> {
  readonly byKey: ReadonlyMap<string, readonly Entry<Ref>[]>;
  readonly firsts: ReadonlySet<string>;
}

export interface PhraseMatch<Ref> {
  readonly ref: Ref;
  readonly start: number;
  readonly end: number;
}

export function indexPhrases<Ref>(
  items: readonly { readonly phrases: readonly string[]; readonly ref: Ref }[],
): PhraseIndex<Ref> {
  const byKey = new Map<string, Entry<Ref>[]>();
  const firsts = new Set<string>();
  const add = (words: readonly string[], ref: Ref): void => {
    const key = keyOf(words[0] ?? '', words[1]);
    const entries = byKey.get(key);
    if (entries) entries.push({ words, ref });
    else byKey.set(key, [{ words, ref }]);
    if (words[0] !== undefined) firsts.add(words[0]);
  };
  for (const { phrases, ref } of items)
    for (const phrase of phrases) {
      const words = wordsOf(phrase);
      if (words.length === 0) continue;
      add(words, ref);
      // #ProyekGaruda and proyek_garuda@ are the phrase too; short ones would hit common words.
      const joined = words.join('');
      if (words.length > 1 && joined.length >= 8) add([joined], ref);
    }
  return { byKey, firsts };
}

/** Whole words in any case, accents, clitics and invisible characters aside. Offsets are the original text's. */
export function findPhrases<Ref>(index: PhraseIndex<Ref>, text: string): readonly PhraseMatch<Ref>[] {
  if (index.byKey.size === 0) return [];
  const tokens = tokensOf(text);
  const found: PhraseMatch<Ref>[] = [];
  tokens.forEach((token, at) => {
    if (!index.firsts.has(token.word) && !index.firsts.has(token.stem)) return;
    for (const entry of candidates(index, token, tokens[at + 1])) {
      const last = tokens[at + entry.words.length - 1];
      if (last && matches(entry.words, tokens, at)) found.push({ ref: entry.ref, start: token.start, end: last.end });
    }
  });
  return found;
}

function candidates<Ref>(index: PhraseIndex<Ref>, first: Token, second: Token | undefined): readonly Entry<Ref>[] {
  const keys = new Set([first.word, first.stem]);
  if (second?.joins) for (const next of [second.word, second.stem]) keys.add(keyOf(first.word, next));
  return [...keys].flatMap((key) => index.byKey.get(key) ?? []);
}

/** Inner words must stand as they are; the last may carry a clitic. */
const matches = (words: readonly string[], tokens: readonly Token[], at: number): boolean =>
  words.every((word, i) => {
    const token = tokens[at + i];
    if (!token || (i > 0 && !token.joins)) return false;
    return token.word === word || (i === words.length - 1 && token.stem === word);
  });

const keyOf = (first: string, second: string | undefined): string =>
  second === undefined ? first : `${first} ${second}`;
