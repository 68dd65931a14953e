import { ownText } from '../detect/zones.ts';
import type { Draft } from '../domain/draft.ts';
import { CLASSES, type Classification } from '../domain/enums.ts';
import type { Finding, Place } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, linesFor, outsiders, peopleFix, subjectOf } from './who.ts';

const rank = (level: Classification): number => CLASSES.indexOf(level);

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
    const class_word = `class_${level}`;
    const subjects = low.map((one) => subjectOf(one));
    const found: Finding = {
      rule: 'clearance-too-low',
      tier: 'T3',
      kind: 'fact',
      title: { key: 'rule_clearance-too-low_title', params: { words: place.words, class_word } },
      evidence:
        low.length === 0
          ? [{ key: 'rule_secret-term_public', params: { class_word } }]
          : linesFor(low, (one) => ({
              key: one.people.length > 0 ? 'rule_secret-term_clearance' : 'rule_secret-term_unknown',
              params: {
                who: label(subjectOf(one)),
                class_word,
                clearance_word: `class_${one.people[0]?.person.clearance ?? 'public'}`,
              },
            })),
      law: lawRefs(policy.lawPacks, 'security'),
      subjects,
      places: [place],
      fixes: [{ kind: 'go-to-it', place }, ...(subjects.length > 0 ? [peopleFix('remove-people', subjects)] : [])],
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

function marksIn({ text, subject = '', attachments }: Draft): readonly Mark[] {
  const read = (zone: Place['zone'], words: string): readonly Mark[] =>
    MARKS.flatMap(([level, mark]) =>
      [...words.matchAll(new RegExp(mark.source, 'gi'))]
        .filter(([found]) => isMark(found))
        .map((match) => {
          const start = match.index + (/^[\s*_]+/.exec(match[0])?.[0].length ?? 0);
          const end = match.index + match[0].length;
          return { level, place: { zone, start, end, words: words.slice(start, end) } };
        }),
    );
  return [
    ...read('text', ownText(text)),
    ...read('subject', subject),
    ...attachments.flatMap((file) => read('attachment', file.text ?? '')),
  ];
}

/** Alone on a line a mark is in capitals; in brackets or after its word it may be written anyhow. */
const isMark = (found: string): boolean => /[[:]/.test(found) || found === found.toUpperCase();
