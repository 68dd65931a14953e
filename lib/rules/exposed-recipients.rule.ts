import type { Tier } from '../domain/enums.ts';
import { lawRefs } from '../law/articles.ts';
import type { RecipientFacts } from './facts.ts';
import type { Rule } from './rule.ts';
import { addressesOf, outsiders, peopleFix, subjectOf } from './who.ts';

/** Outsiders who can see each other's address: five or more of two domains are held, two or more are told (ruling 7). */
export const rule: Rule = {
  id: 'exposed-recipients',
  kind: 'fact',
  tier: 'T3',
  needsLedger: false,
  lighterInReply: true,
  judge(_draft, facts, policy) {
    const visible = distinct(outsiders(facts).filter(({ recipient: { field } }) => field === 'to' || field === 'cc'));
    if (visible.length < 2) return [];
    const domains = new Set(visible.map(({ domain, recipient }) => domain ?? recipient.address.toLowerCase()));
    const held = visible.length >= policy.exposedFrom && domains.size >= 2;
    const tier: Tier = held ? 'T3' : 'T1';
    const subjects = visible.map((one) => subjectOf(one));
    const params = { count: subjects.length, domains: domains.size };
    return [
      {
        rule: 'exposed-recipients',
        tier,
        kind: 'fact',
        title: { key: held ? 'rule_exposed-recipients_title' : 'rule_exposed-recipients_note', params },
        evidence: [{ key: 'rule_exposed-recipients_evidence', params: { count: domains.size } }],
        law: held ? lawRefs(policy.lawPacks, 'disclosure') : [],
        subjects,
        places: [],
        fixes: [
          peopleFix('move-to-bcc', subjects),
          { kind: 'send-one-by-one', addresses: addressesOf(subjects) },
          peopleFix('remove-people', subjects),
        ],
      },
    ];
  },
};

function distinct(recipients: readonly RecipientFacts[]): readonly RecipientFacts[] {
  const seen = new Map(recipients.map((one) => [one.address ?? one.recipient.address.toLowerCase(), one]));
  return [...seen.values()];
}
