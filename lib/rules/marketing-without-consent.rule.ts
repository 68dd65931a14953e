import { type StateFor, stateFor } from '../domain/consent-state.ts';
import type { Draft } from '../domain/draft.ts';
import type { Purpose, Tier } from '../domain/enums.ts';
import type { Instant } from '../domain/person.ts';
import { VALID } from '../domain/transitions.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { contacts } from './contact.ts';
import type { RecipientFacts } from './facts.ts';
import { MARKETING } from './marketing.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';
import { purposeWord, stateWord } from './words.ts';

interface Lacking {
  readonly recipient: RecipientFacts;
  readonly states: readonly StateFor[];
}

/**
 * Marketing to somebody who has not explicitly agreed to it, whatever other basis there is: blocked under the Indonesian
 * pack, held under others. Who said stop is `opted-out`'s.
 */
export const rule: Rule = {
  id: 'marketing-without-consent',
  kind: 'fact',
  tier: 'T4',
  needsLedger: true,
  judge(draft, facts, policy) {
    const purpose = purposeOf(draft, policy);
    if (!MARKETING.has(purpose)) return [];
    const lacking = contacts(draft, facts, policy)
      .filter(({ answer }) => answer.answer !== 'block')
      .flatMap(({ recipient }): Lacking[] => {
        const all = recipient.people.map(({ records }) =>
          records.map((record) => stateFor(record, scopeOf(draft, purpose), facts.sendAt)),
        );
        const without = all.find((states) => !states.some(isExplicit));
        return without ? [{ recipient, states: without }] : [];
      });
    if (lacking.length === 0) return [];
    const tier: Tier = policy.lawPacks.includes('ID_PDP') ? 'T4' : 'T2';
    const subjects = lacking.map(({ recipient }) => subjectOf(recipient));
    const purpose_word = purposeWord(purpose);
    const found: Finding = {
      rule: 'marketing-without-consent',
      tier,
      kind: 'fact',
      title: titleOf('rule_marketing-without-consent_title', subjects, { purpose_word }),
      evidence: linesFor(lacking, (one) => evidence(one, purpose, facts.sendAt)),
      law: [...lawRefs(policy.lawPacks, 'basis'), ...lawRefs(policy.lawPacks, 'proof')],
      subjects,
      places: [],
      fixes: [peopleFix('remove-people', subjects), peopleFix('ask-consent', subjects), { kind: 'change-purpose' }],
    };
    return [found];
  },
};

const scopeOf = ({ channel, client }: Draft, purpose: Purpose) => ({
  purpose,
  channel,
  ...(client === undefined ? {} : { client }),
});

const isValid = ({ state }: StateFor): boolean => state !== 'none' && VALID.has(state);
const isExplicit = (found: StateFor): boolean => isValid(found) && found.event?.consent_type === 'explicit';

/** The nearest miss: a consent that is not explicit, another state, else nothing. */
function evidence({ recipient, states }: Lacking, purpose: Purpose, sendAt: Instant): Phrase {
  const who = label(subjectOf(recipient));
  const weak = states.find(isValid);
  if (weak) return { key: 'rule_marketing-without-consent_weak', params: { who, since_at: weak.since ?? sendAt } };
  const other = states.find(({ state, since }) => state !== 'none' && since !== undefined);
  if (other)
    return {
      key: 'rule_marketing-without-consent_state',
      params: { who, state_word: stateWord(other.state), since_at: other.since ?? sendAt },
    };
  return { key: 'rule_marketing-without-consent_none', params: { who, purpose_word: purposeWord(purpose) } };
}
