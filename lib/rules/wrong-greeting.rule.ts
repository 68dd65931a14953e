import { type Greeting, greetingIn } from '../detect/greeting.ts';
import { ownText } from '../detect/zones.ts';
import type { Draft } from '../domain/draft.ts';
import type { Finding, Place } from '../domain/verdict.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import { callable, mayCall, nameWords, wordsOfPerson } from './names.ts';
import type { Rule } from './rule.ts';
import { label, peopleFix, subjectOf } from './who.ts';

/**
 * The greeting calls the only addressee by a name that is not theirs: a guess, because people have more names than we
 * know. That it is the name of somebody else in the ledger, and of nobody who gets this, is a fact.
 */
export const rule: Rule = {
  id: 'wrong-greeting',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(draft, facts) {
    const greeting = greetingFor(draft, facts);
    const to = addressee(facts);
    if (!greeting || !to) return [];
    const named = nameWords(greeting.names.join(' '));
    const theirs = callable(to);
    if (named.length === 0 || named.some((word) => mayCall(word, theirs))) return [];
    // On copy, they may be who is greeted.
    if (facts.recipients.some((one) => one !== to && named.some((word) => mayCall(word, callable(one))))) return [];
    const other = (facts.called ?? []).filter(({ person }) =>
      named.every((word) => wordsOfPerson(person).includes(word)),
    );
    const [only] = other.length === 1 ? other : [];
    const subject = subjectOf(to);
    const { start, end } = greeting;
    const place: Place = { zone: 'text', start, end, words: draft.text.slice(start, end) };
    const found: Finding = {
      rule: 'wrong-greeting',
      tier: only ? 'T2' : 'T1',
      kind: only ? 'fact' : 'guess',
      title: { key: 'rule_wrong-greeting_title', params: { who: label(subject), words: greeting.names.join(' ') } },
      evidence: only
        ? [{ key: 'rule_wrong-greeting_other', params: { words: place.words, who: only.person.name } }]
        : [{ key: 'rule_wrong-greeting_words', params: { words: place.words } }],
      law: [],
      subjects: [subject],
      places: [place],
      fixes: [{ kind: 'go-to-it', place }, peopleFix('remove-people', [subject])],
    };
    return [found];
  },
};

/** The one person that the message is addressed to, of whom more is known than a number. */
export function addressee(facts: Facts): RecipientFacts | undefined {
  const to = facts.recipients.filter(({ recipient: { field } }) => field === 'to' || field === 'direct');
  const [one] = to;
  if (!one || to.length > 1 || !one.outsider || one.recipient.group) return undefined;
  if (one.people.some(({ person }) => person.role === 'institution' || person.name === '')) return undefined;
  return one.people.length > 0 || nameWords(one.recipient.name ?? '').length > 0 ? one : undefined;
}

export const greetingFor = ({ text, audience }: Draft, facts: Facts): Greeting | undefined =>
  audience === 'people' && addressee(facts) ? greetingIn(ownText(text)) : undefined;
