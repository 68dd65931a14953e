import { indexWords, noteRuns, type WordIndex } from '../detect/note-runs.ts';
import { ownText } from '../detect/zones.ts';
import type { Draft } from '../domain/draft.ts';
import type { Finding, Phrase, Place } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import type { RecipientFacts } from './facts.ts';
import { type FileWords, placeOf, quoted, removeFile, wordsOf } from './files.ts';
import type { Rule } from './rule.ts';
import { label, outsiders, peopleFix, subjectOf } from './who.ts';

/** The draft or a file repeats what we noted about somebody who gets it (ruling 15). Only the recipients' notes are read. */
export const rule: Rule = {
  id: 'internal-notes',
  kind: 'fact',
  tier: 'T3',
  needsLedger: true,
  judge(draft, facts, policy) {
    const to = outsiders(facts);
    if (!to.some(({ people }) => people.some(({ notes }) => notes.length > 0))) return [];
    const zones = zonesOf(draft);
    return to.flatMap((recipient): Finding[] => {
      const places = placesOf(recipient, zones);
      const [first] = places;
      if (!first) return [];
      const subject = subjectOf(recipient);
      return [
        {
          rule: 'internal-notes',
          tier: 'T3',
          kind: 'fact',
          title: { key: 'rule_internal-notes_title', params: { who: label(subject) } },
          evidence: places.slice(0, 3).map((place): Phrase => quoted(place)),
          law: lawRefs(policy.lawPacks, 'security'),
          subjects: [subject],
          places,
          fixes: [
            first.file === undefined ? { kind: 'go-to-it', place: first } : removeFile(first.file),
            peopleFix('remove-people', [subject]),
          ],
        },
      ];
    });
  },
};

interface Zone {
  readonly index: WordIndex;
  readonly place: (start: number, end: number) => Place;
}

const zonesOf = ({ text, subject = '', attachments }: Draft): readonly Zone[] => {
  const zone = (of: Place['zone'], words: string): Zone => ({
    index: indexWords(words),
    place: (start, end) => ({ zone: of, start, end, words: words.slice(start, end) }),
  });
  return [
    zone('text', ownText(text)),
    zone('subject', subject),
    ...attachments.flatMap(wordsOf).map((words) => ({
      index: indexOf(words),
      place: (start: number, end: number) => placeOf(words, start, end),
    })),
  ];
};

/** A file's words stay as they were read, and may be many. */
const indexes = new WeakMap<FileWords, WordIndex>();
function indexOf(words: FileWords): WordIndex {
  const index = indexes.get(words) ?? indexWords(words.text);
  indexes.set(words, index);
  return index;
}

const placesOf = ({ people }: RecipientFacts, zones: readonly Zone[]): readonly Place[] =>
  zones.flatMap(({ index, place }) =>
    people
      .flatMap(({ notes, person }) =>
        notes.flatMap((note) => noteRuns(index, note.text, [person.name, person.outlet ?? '', ...person.nicknames])),
      )
      .map(({ start, end }) => place(start, end)),
  );
