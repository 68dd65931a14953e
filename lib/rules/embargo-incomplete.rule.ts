import { type Announced, embargoes } from '../detect/embargo.ts';
import { ownText } from '../detect/zones.ts';
import type { Draft } from '../domain/draft.ts';
import type { Phrase, Place } from '../domain/verdict.ts';
import { type FileWords, fixesAt, placeOf, quoted, wordsOf } from './files.ts';
import type { Rule } from './rule.ts';
import { insidersOnly } from './who.ts';

interface Said {
  readonly announced: Announced;
  readonly place: Place;
}

/** An embargo is announced, and nowhere in the message does it say date, time and zone (ruling 10). */
export const rule: Rule = {
  id: 'embargo-incomplete',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(draft, facts) {
    if (insidersOnly(facts)) return [];
    const said = saidIn(draft);
    const [first] = said.toSorted((a, b) => a.announced.lacks.length - b.announced.lacks.length);
    // Once said in full is enough, be it in the file or in the message that is answered.
    if (!first || first.announced.lacks.length === 0 || isFull(draft.quoted)) return [];
    return [
      {
        rule: 'embargo-incomplete',
        tier: 'T2',
        kind: 'fact',
        title: { key: 'rule_embargo-incomplete_title' },
        evidence: [
          quoted(first.place),
          ...first.announced.lacks.map((part): Phrase => ({ key: `rule_embargo-incomplete_${part}` })),
        ],
        law: [],
        subjects: [],
        places: said.map(({ place }) => place),
        fixes: fixesAt(first.place).filter(({ kind }) => kind !== 'remove-it'),
      },
    ];
  },
};

function saidIn({ text, subject = '', attachments }: Draft): readonly Said[] {
  const read = (zone: Place['zone'], words: string): readonly Said[] =>
    embargoes(words).map((announced) => {
      const { start, end } = announced;
      return { announced, place: { zone, start, end, words: words.slice(start, end) } };
    });
  return [
    ...read('text', ownText(text)),
    ...read('subject', subject),
    ...attachments.flatMap(wordsOf).flatMap(saidInFile),
  ];
}

const known = new WeakMap<FileWords, readonly Said[]>();
function saidInFile(words: FileWords): readonly Said[] {
  const before = known.get(words);
  if (before) return before;
  const said = embargoes(words.text).map((announced) => ({
    announced,
    place: placeOf(words, announced.start, announced.end),
  }));
  known.set(words, said);
  return said;
}

const isFull = (text = ''): boolean => embargoes(text).some(({ lacks }) => lacks.length === 0);
