import { tokensOf } from '../detect/words-of.ts';
import type { Person } from '../domain/person.ts';
import type { Finding, Place } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import type { Facts, HeldFact, RecipientFacts } from './facts.ts';
import { isAmong, wordsOfPerson } from './names.ts';
import type { Rule } from './rule.ts';
import { label, linesFor, outsiders, peopleFix, subjectOf } from './who.ts';

/**
 * What was agreed with one person, told to another: a fee or a term that the ledger keeps of them, and their name near
 * it. The sum alone is no finding, because many are paid alike.
 */
export const rule: Rule = {
  id: 'other-party-terms',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  judge(draft, facts, policy) {
    const told = new Map<string, { readonly person: Person; readonly places: Place[] }>();
    for (const held of facts.held ?? [])
      if (held.kind === 'fee' || held.kind === 'contract_term')
        for (const { person } of held.holders)
          if (!YOURS.test(held.before) && isNamedNear(person, held, facts)) {
            const entry = told.get(person.id) ?? { person, places: [] };
            entry.places.push(held.place);
            told.set(person.id, entry);
          }
    return [...told.values()].flatMap(({ person, places }): Finding[] => {
      const others = outsiders(facts).filter((one) => !mayKnow(one, person));
      if (others.length === 0 && draft.audience !== 'public') return [];
      const [first] = places;
      if (!first) return [];
      const subjects = others.map((one) => subjectOf(one));
      return [
        {
          rule: 'other-party-terms',
          tier: 'T2',
          kind: 'fact',
          title: { key: 'rule_other-party-terms_title', params: { who: person.name } },
          evidence: [
            ...places.slice(0, 3).map(({ words }) => ({
              key: 'rule_other-party-terms_found',
              params: { words, who: person.name },
            })),
            ...linesFor(others, (one) => ({
              key: 'rule_third-party-data_to',
              params: { who: label(subjectOf(one)), owner: person.name },
            })),
          ],
          law: lawRefs(policy.lawPacks, 'disclosure'),
          subjects,
          places,
          fixes: [
            { kind: 'go-to-it', place: first },
            { kind: 'remove-it', place: first },
            ...(subjects.length > 0 ? [peopleFix('remove-people', subjects)] : []),
          ],
        },
      ];
    });
  },
};

/** The person, whom they named, and their manager (ruling 12). */
const mayKnow = ({ people }: RecipientFacts, about: Person): boolean =>
  isAmong(about.id, people) ||
  people.some(
    ({ person }) =>
      about.sharedWith.includes(person.id) ||
      about.guardianId === person.id ||
      (person.role === 'kol_manager' &&
        (sharesOne(person.groups, about.groups) || (about.outlet !== undefined && person.outlet === about.outlet))),
  );

const sharesOne = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** "Your fee", "fee kakak", "untuk Anda": what follows is offered to whoever reads it. */
const YOURS =
  /(?:\byour (?:fee|rate)|\byou (?:get|would get|will get|receive)|\b(?:offer|pay)(?:ing)? you|\b(?:fee|rate|honor|tarif|untuk|buat)(?:nya)? (?:kak(?:ak)?|anda|kamu|ibu|bapak|mas|mbak)|\b(?:fee|rate|honor)mu)[^.!?\n]{0,20}$/i;

/** Named in the words around it, by a name that nobody else who gets this bears. */
export function isNamedNear(person: Person, { before, after }: HeldFact, facts: Facts): boolean {
  const theirs = new Set(
    facts.recipients.flatMap(({ people }) =>
      people.filter((state) => state.person.id !== person.id).flatMap((state) => wordsOfPerson(state.person)),
    ),
  );
  const words = new Set(wordsOfPerson(person).filter((word) => word.length > 2 && !theirs.has(word)));
  return [...tokensOf(before), ...tokensOf(after)].some(({ word, stem }) => words.has(word) || words.has(stem));
}
