import { saysOfSomebody } from '../detect/health-words.ts';
import { ownText } from '../detect/zones.ts';
import type { Draft } from '../domain/draft.ts';
import type { Person } from '../domain/person.ts';
import type { Finding, Place } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import type { Facts } from './facts.ts';
import { callable, isAmong, mayCall } from './names.ts';
import { isNamedNear } from './other-party-terms.rule.ts';
import type { Rule } from './rule.ts';
import { insidersOnly, outsiders, peopleFix, subjectOf } from './who.ts';

/**
 * Specific data of a person (UU PDP 4(2)) go to others. That the ledger keeps it of them, and they are named beside it, is
 * a fact; a sentence that says so of somebody else is a guess. To the person themselves it is none.
 */
export const rule: Rule = {
  id: 'specific-data',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(draft, facts, policy) {
    if (insidersOnly(facts)) return [];
    const law = lawRefs(policy.lawPacks, 'sensitivity');
    const kept = new Map<string, { readonly person: Person; readonly places: Place[] }>();
    for (const held of facts.held ?? [])
      if (held.kind === 'health')
        for (const { person } of held.holders) {
          const others = outsiders(facts).filter(
            ({ people }) =>
              !isAmong(person.id, people) && !people.some((one) => person.sharedWith.includes(one.person.id)),
          );
          if ((others.length === 0 && draft.audience !== 'public') || !isNamedNear(person, held, facts)) continue;
          const entry = kept.get(person.id) ?? { person, places: [] };
          entry.places.push(held.place);
          kept.set(person.id, entry);
        }
    const known = [...kept.values()].flatMap(({ person, places }) => finding('T2', person.name, places, facts, law));
    const places = kept.size > 0 ? [] : said(draft, facts);
    return [...known, ...finding('T1', places[0]?.words ?? '', places, facts, law)];
  },
};

function finding(
  tier: 'T1' | 'T2',
  who: string,
  places: readonly Place[],
  facts: Facts,
  law: Finding['law'],
): readonly Finding[] {
  const [first] = places;
  if (!first) return [];
  const subjects = outsiders(facts).map((one) => subjectOf(one));
  return [
    {
      rule: 'specific-data',
      tier,
      kind: tier === 'T2' ? 'fact' : 'guess',
      title: tier === 'T2' ? { key: 'rule_specific-data_title', params: { who } } : { key: 'rule_specific-data_guess' },
      evidence: places.slice(0, 3).map(({ words }) => ({ key: 'rule_specific-data_words', params: { words } })),
      law,
      subjects,
      places,
      fixes: [
        { kind: 'go-to-it', place: first },
        { kind: 'remove-it', place: first },
        ...(subjects.length > 0 ? [peopleFix('remove-people', subjects)] : []),
      ],
    },
  ];
}

/** Said of somebody whose name is nobody's who gets this. */
function said({ text }: Draft, { recipients }: Facts): readonly Place[] {
  return saysOfSomebody(ownText(text))
    .filter(({ name }) => !recipients.some((one) => mayCall(name, callable(one))))
    .map(({ start, end }) => ({ zone: 'text', start, end, words: text.slice(start, end) }));
}
