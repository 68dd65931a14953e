import type { Tier } from '../domain/enums.ts';
import type { Term } from '../domain/topic.ts';
import type { Finding } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { clearanceLines, rank } from './clearance.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import { fixesAt } from './files.ts';
import { purposeOf, type Rule } from './rule.ts';
import { outsiders, peopleFix, subjectOf } from './who.ts';

/** A registered term goes to an outsider who may not see it. Not in the public-information lane (R20). */
export const rule: Rule = {
  id: 'secret-term',
  kind: 'fact',
  tier: 'T3',
  needsLedger: true,
  judge(draft, facts, policy) {
    if (purposeOf(draft, policy) === 'public_information') return [];
    const terms = new Map(facts.terms.filter(inOwnWords).map(({ term }) => [term.id, term]));
    return [...terms.values()].flatMap((term): Finding[] => {
      if (rank(term.class) < rank('internal')) return [];
      const places = facts.terms
        .filter((found) => found.term.id === term.id && inOwnWords(found))
        .map(({ place }) => place);
      const uncleared = outsiders(facts).filter((recipient) => !maySee(recipient, term));
      if (uncleared.length === 0 && draft.audience !== 'public') return [];
      const subjects = uncleared.map((one) => subjectOf(one));
      const tier: Tier = term.class === 'secret' ? 'T3' : 'T1';
      const words = places[0]?.words ?? term.phrases[0] ?? '';
      const class_word = `class_${term.class}`;
      return [
        {
          rule: 'secret-term',
          tier,
          kind: 'fact',
          title: { key: 'rule_secret-term_title', params: { words, class_word } },
          evidence: clearanceLines(draft, uncleared, term.class),
          law: lawRefs(policy.lawPacks, 'security'),
          subjects,
          places,
          fixes: [
            ...fixesAt(places[0]).filter(({ kind }) => kind !== 'remove-it'),
            ...(subjects.length > 0 ? [peopleFix('remove-people', subjects)] : []),
          ],
        },
      ];
    });
  },
};

/** What stands in the quote is `quoted-history`'s (ruling 1). */
const inOwnWords = ({ place }: Facts['terms'][number]): boolean => place.zone !== 'quoted';

/** Ruling 2; an address that several people share is cleared when all of them are. */
export const maySee = ({ people, recipient }: RecipientFacts, term: Term): boolean =>
  people.length > 0 &&
  !recipient.group &&
  people.every(
    ({ person }) =>
      rank(person.clearance) >= rank(term.class) ||
      [person.id, ...person.groups].some((name) => term.cleared.includes(name)),
  );
