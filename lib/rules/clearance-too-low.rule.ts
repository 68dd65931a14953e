import { ownText } from '../detect/zones.ts';
import type { Draft } from '../domain/draft.ts';
import type { Classification } from '../domain/enums.ts';
import type { Finding, Place } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { clearanceLines, rank } from './clearance.ts';
import { type FileWords, fixesAt, placeOf, wordsOf } from './files.ts';
import { purposeOf, type Rule } from './rule.ts';
import { outsiders, peopleFix, subjectOf } from './who.ts';

/** A text or file that bears a mark of its class goes to an outsider whose clearance is lower. A term is `secret-term`'s (ruling 1). */
export const rule: Rule = {
  id: 'clearance-too-low',
  kind: 'fact',
  tier: 'T3',
  needsLedger: true,
  judge(draft, facts, policy) {
    if (purposeOf(draft, policy) === 'public_information') return [];
    const [mark] = marksIn(draft).toSorted((a, b) => rank(b.level) - rank(a.level));
    if (!mark) return [];
    const { level, place } = mark;
    const low = outsiders(facts).filter(
      ({ people, recipient }) =>
        people.length === 0 || recipient.group || people.some(({ person }) => rank(person.clearance) < rank(level)),
    );
    if (low.length === 0 && draft.audience !== 'public') return [];
    const subjects = low.map((one) => subjectOf(one));
    const found: Finding = {
      rule: 'clearance-too-low',
      tier: 'T3',
      kind: 'fact',
      title: { key: 'rule_clearance-too-low_title', params: { words: place.words, class_word: `class_${level}` } },
      evidence: clearanceLines(draft, low, level),
      law: lawRefs(policy.lawPacks, 'security'),
      subjects,
      places: [place],
      fixes: [
        ...fixesAt(place).filter(({ kind }) => kind !== 'remove-it'),
        ...(subjects.length > 0 ? [peopleFix('remove-people', subjects)] : []),
      ],
    };
    return [found];
  },
};

/**
 * A mark stands alone on its line, in brackets, or after the word for it. "Confidential" in a sentence or a disclaimer is
 * none, nor is a letter's "Sifat: Segera".
 */
const MARKS: readonly (readonly [Classification, RegExp])[] = [
  [
    'secret',
    /(?<=^|\n)[ \t*_]{0,8}(?:(?:klasifikasi|sifat|classification|tingkat kerahasiaan)[ \t]{0,12}:[ \t]{0,12}(?:sangat )?(?:rahasia|secret|confidential)|\[(?:sangat rahasia|rahasia|secret|confidential|strictly confidential)\]|(?:SANGAT RAHASIA|RAHASIA|TOP SECRET|STRICTLY CONFIDENTIAL|CONFIDENTIAL)(?=[ \t*_]{0,8}(?:\n|$)))/g,
  ],
  [
    'internal',
    /(?<=^|\n)[ \t*_]{0,8}(?:(?:klasifikasi|sifat|classification|tingkat kerahasiaan)[ \t]{0,12}:[ \t]{0,12}(?:terbatas|internal|restricted)|\[(?:internal|internal only|internal use only|khusus internal|terbatas)\]|(?:INTERNAL USE ONLY|INTERNAL ONLY|KHUSUS INTERNAL|TERBATAS)(?=[ \t*_]{0,8}(?:\n|$)))/g,
  ],
];

interface Mark {
  readonly level: Classification;
  readonly place: Place;
}

interface Found extends Omit<Mark, 'place'> {
  readonly start: number;
  readonly end: number;
}

function marksIn({ text, subject = '', attachments }: Draft): readonly Mark[] {
  const own = (zone: Place['zone'], words: string): readonly Mark[] =>
    marksOf(words).map(({ level, start, end }) => ({
      level,
      place: { zone, start, end, words: words.slice(start, end) },
    }));
  return [
    ...own('text', ownText(text)),
    ...own('subject', subject),
    ...attachments
      .flatMap(wordsOf)
      .flatMap((words) =>
        marksOfFile(words).map(({ level, start, end }) => ({ level, place: placeOf(words, start, end) })),
      ),
  ];
}

const marksOf = (words: string): readonly Found[] =>
  MARKS.flatMap(([level, mark]) =>
    [...words.matchAll(new RegExp(mark.source, 'gi'))]
      .filter(([found]) => isMark(found))
      .map((match) => {
        const start = match.index + (/^[\s*_]+/.exec(match[0])?.[0].length ?? 0);
        return { level, start, end: match.index + match[0].length };
      }),
  );

/** A file may be long, and stays the same while somebody writes: it is looked through once. */
function marksOfFile(words: FileWords): readonly Found[] {
  const known = kept.get(words);
  if (known) return known;
  const found = marksOf(words.text);
  kept.set(words, found);
  return found;
}
const kept = new WeakMap<FileWords, readonly Found[]>();

/** Alone on a line a mark is in capitals; in brackets or after its word it may be written anyhow. */
const isMark = (found: string): boolean => /[[:]/.test(found) || found === found.toUpperCase();
