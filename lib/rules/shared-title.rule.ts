import { isChatTitle } from '../domain/chat.ts';
import type { PersonState } from '../domain/person.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import type { RecipientFacts } from './facts.ts';
import type { Rule } from './rule.ts';
import { outsiders, subjectOf } from './who.ts';

/**
 * Two people are bound to chats of one title, and the page shows nothing else: which of them it is, only the user can
 * say. Until then the stricter of both holds, and the message waits.
 */
export const rule: Rule = {
  id: 'shared-title',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  judge: (_draft, facts) => outsiders(facts).flatMap((recipient) => ask(recipient)),
};

function ask(recipient: RecipientFacts): readonly Finding[] {
  const { people } = recipient;
  const { address } = recipient.recipient;
  if (!isChatTitle(address) || !isShared(people)) return [];
  const subjects = people.map(({ person }) => subjectOf(recipient, person.id));
  return [
    {
      rule: 'shared-title',
      tier: 'T2',
      kind: 'fact',
      title: {
        key: 'rule_shared-title_title',
        params: { title: subjectOf({ ...recipient, people: [] }).name ?? '', count: people.length },
      },
      evidence: people.map(lineOf),
      law: [],
      subjects,
      places: [],
      fixes: [{ kind: 'choose-person', addresses: [address] }],
    },
  ];
}

/** One person may stand in two spaces under two ids; two in one space are two people. */
const isShared = (people: readonly PersonState[]): boolean =>
  people.some((one) =>
    people.some((other) => other.person.id !== one.person.id && other.person.space === one.person.space),
  );

function lineOf({ person, points }: PersonState): Phrase {
  const other = points.find(({ address }) => !isChatTitle(address))?.address;
  const who = person.outlet ? `${person.name} (${person.outlet})` : person.name;
  return other === undefined
    ? { key: 'rule_shared-title_person', params: { who } }
    : { key: 'rule_shared-title_person_at', params: { who, address: other } };
}
