import { indexWords, noteRuns, type WordIndex } from '../detect/note-runs.ts';
import { ownText } from '../detect/zones.ts';
import type { Draft } from '../domain/draft.ts';
import type { Finding, Place } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import type { RecipientFacts } from './facts.ts';
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
          evidence: places.slice(0, 3).map(({ words, zone }) => ({
            key: 'rule_evidence_words',
            params: { words, zone_word: `rule_zone_${zone}` },
          })),
          law: lawRefs(policy.lawPacks, 'security'),
          subjects: [subject],
          places,
          fixes: [{ kind: 'go-to-it', place: first }, peopleFix('remove-people', [subject])],
        },
      ];
    });
  },
};

interface Zone {
  readonly zone: Place['zone'];
  readonly text: string;
  readonly index: WordIndex;
}

const zonesOf = ({ text, subject = '', attachments }: Draft): readonly Zone[] => {
  const zone = (of: Place['zone'], words: string): Zone => ({ zone: of, text: words, index: indexWords(words) });
  return [
    zone('text', ownText(text)),
    zone('subject', subject),
    ...attachments.map((file) => zone('attachment', file.text ?? '')),
  ];
};

const placesOf = ({ people }: RecipientFacts, zones: readonly Zone[]): readonly Place[] =>
  zones.flatMap(({ zone, text, index }) =>
    people
      .flatMap(({ notes, person }) =>
        notes.flatMap((note) => noteRuns(index, note.text, [person.name, person.outlet ?? '', ...person.nicknames])),
      )
      .map(({ start, end }) => ({ zone, start, end, words: text.slice(start, end) })),
  );
