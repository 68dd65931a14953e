/*
 * The matcher is blind to case, accents, hyphens and spaces between the words. What it cannot know is a name said in
 * another way: these are proposed to whoever writes a term down, and kept only where that person takes them.
 */
const AND = ['&', 'dan', 'and'] as const;
const ROMAN: readonly string[] = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
/** Spelling before 1972 and now: Soerabaja, Djakarta, Tjirebon. */
const OLD: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/tj/g, 'c'],
  [/dj/g, '§'],
  [/nj/g, 'ny'],
  [/sj/g, 'sy'],
  [/ch/g, 'kh'],
  [/j/g, 'y'],
  [/§/g, 'j'],
];
const FEW = 6;

/** Other ways to write a phrase, without the phrase itself; at most six. */
export function spellingsOf(phrase: string): readonly string[] {
  const words = phrase.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const ways = [...otherAnd(words), ...otherNumbers(words), ...initials(words), ...newSpelling(words)];
  const own = phrase.trim().toLowerCase();
  const byCase = new Map(ways.map((way) => [way.toLowerCase(), way]));
  byCase.delete(own);
  return [...byCase.values()].slice(0, FEW);
}

function otherAnd(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => AND.some((and) => and === word.toLowerCase()));
  return at <= 0 ? [] : AND.map((and) => words.with(at, and).join(' '));
}

function otherNumbers(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const roman = ROMAN.indexOf(word);
    if (at > 0 && roman >= 0) return [words.with(at, String(roman + 1)).join(' ')];
    const number = /^([1-9]|10)$/.test(word) ? ROMAN[Number(word) - 1] : undefined;
    return number === undefined ? [] : [words.with(at, number).join(' ')];
  });
}

/** Of three words or more: two letters are in every text. */
function initials(words: readonly string[]): readonly string[] {
  const own = words.filter(
    (word) => !AND.some((and) => and === word.toLowerCase()) && !ROMAN.includes(word) && /^\p{L}/u.test(word),
  );
  return own.length < 3 ? [] : [own.map((word) => word.charAt(0).toUpperCase()).join('')];
}

/** Only where the phrase shows the old spelling by a sign of its own. */
function newSpelling(words: readonly string[]): readonly string[] {
  const phrase = words.join(' ');
  if (!/oe|tj|dj/i.test(phrase)) return [];
  const changed = words.map((word) => {
    if (!/oe|tj|dj/i.test(word)) return word;
    const low = OLD.reduce((text, [old, now]) => text.replace(old, now), word.toLowerCase());
    return word.charAt(0) === word.charAt(0).toUpperCase() ? low.charAt(0).toUpperCase() + low.slice(1) : low;
  });
  return [changed.join(' ')];
}
