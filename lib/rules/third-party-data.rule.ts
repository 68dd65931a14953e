import type { Finding } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import type { IdentifierFact, Owner } from './facts.ts';
import { contactLists, fixesAt } from './files.ts';
import type { Rule } from './rule.ts';
import { label, linesFor, outsiders, subjectOf } from './who.ts';

/** Contact data of somebody in the ledger, unpublished, goes to others than that person allows. */
export const rule: Rule = {
  id: 'third-party-data',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  judge(draft, facts, policy) {
    const owners = new Map<string, { readonly owner: Owner; readonly found: IdentifierFact[] }>();
    // A whole list is one finding of its own, whoever stands in it.
    const lists = new Set(contactLists(draft, facts).map(({ name }) => name));
    for (const found of facts.identifiers) {
      const { kind, owner } = found;
      if (found.place.file !== undefined && lists.has(found.place.file)) continue;
      if (typeof owner !== 'object' || (kind !== 'phone' && kind !== 'email')) continue;
      const entry = owners.get(owner.personId) ?? { owner, found: [] };
      entry.found.push(found);
      owners.set(owner.personId, entry);
    }
    return [...owners.values()].flatMap(({ owner, found }): Finding[] => {
      const others = outsiders(facts).filter(
        ({ people }) =>
          !people.some(({ person }) => person.id === owner.personId || owner.sharedWith.includes(person.id)),
      );
      if (others.length === 0 && draft.audience !== 'public') return [];
      const many = draft.audience !== 'people' || others.length > 1;
      const places = found.map(({ place }) => place);
      return [
        {
          rule: 'third-party-data',
          tier: many ? 'T2' : 'T1',
          kind: 'fact',
          title: { key: 'rule_third-party-data_title', params: { who: owner.name } },
          evidence: [
            ...found.slice(0, 3).map(({ kind, place }) => ({
              key: 'rule_third-party-data_found',
              params: { words: place.words, who: owner.name, identifier_word: `identifier_${kind}` },
            })),
            ...linesFor(others, (one) => ({
              key: 'rule_third-party-data_to',
              params: { who: label(subjectOf(one)), owner: owner.name },
            })),
          ],
          law: lawRefs(policy.lawPacks, 'disclosure'),
          subjects: others.map((one) => subjectOf(one)),
          places,
          fixes: [...fixesAt(places[0]), { kind: 'record-permission' as const }],
        },
      ];
    });
  },
};
