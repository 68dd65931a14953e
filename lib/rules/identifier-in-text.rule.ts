import type { Finding, Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import type { Facts, IdentifierFact } from './facts.ts';
import { contactLists, fixesAt, quoted } from './files.ts';
import type { Rule } from './rule.ts';
import { insidersOnly, outsiders } from './who.ts';

/** Contact data, birth dates and what stands on a letterhead or a street are told; other numbers, and secrets, hold. */
const MILD: ReadonlySet<string> = new Set(['phone', 'email', 'birth_date', 'address', 'plate', 'nip', 'imei']);
/** Of a machine, not of a person. */
const SILENT: ReadonlySet<string> = new Set(['ip']);
const CONTACT: ReadonlySet<string> = new Set(['phone', 'email']);
const SHOWN = 5;

/** A personal identifier in own words, subject or file. Whose it is decides (ruling 11). */
export const rule: Rule = {
  id: 'identifier-in-text',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(draft, facts, policy) {
    if (insidersOnly(facts)) return [];
    // Of a whole list the numbers and addresses are one finding of its own.
    const lists = new Set(contactLists(draft, facts).map(({ name }) => name));
    const kinds = new Map<string, IdentifierFact[]>();
    for (const found of facts.identifiers)
      if (!SILENT.has(found.kind) && !isAllowed(found, facts) && !isListed(found, lists))
        kinds.set(found.kind, [...(kinds.get(found.kind) ?? []), found]);
    return [...kinds].map(([kind, found]): Finding => {
      const places = found.map(({ place }) => place);
      const identifier_word = `identifier_${kind}`;
      return {
        rule: 'identifier-in-text',
        tier: MILD.has(kind) ? 'T1' : 'T2',
        kind: 'fact',
        title: { key: 'rule_identifier-in-text_title', params: { identifier_word, count: found.length } },
        evidence: found.slice(0, SHOWN).map(
          ({ owner, place }): Phrase =>
            typeof owner === 'object'
              ? {
                  key: 'rule_identifier-in-text_of',
                  params: { words: place.words, who: owner.name, identifier_word },
                }
              : quoted(place),
        ),
        law: lawRefs(policy.lawPacks, 'identifier'),
        subjects: [],
        places,
        fixes: fixesAt(places[0]),
      };
    });
  },
};

const isListed = ({ kind, place }: IdentifierFact, lists: ReadonlySet<string>): boolean =>
  CONTACT.has(kind) && place.file !== undefined && lists.has(place.file);

function isAllowed({ kind, owner }: IdentifierFact, facts: Facts): boolean {
  if (owner === 'self' || owner === 'published') return true;
  if (owner === 'unknown') return false;
  // Contact data of a known person is `third-party-data`; the rest may go to the person and to whom they named.
  if (CONTACT.has(kind)) return true;
  const others = outsiders(facts).filter(
    ({ people }) => !people.some(({ person }) => person.id === owner.personId || owner.sharedWith.includes(person.id)),
  );
  return others.length === 0 && facts.recipients.length > 0;
}
