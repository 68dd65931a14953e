import type { Rule } from './rule.ts';

/** While the ledger is locked nobody can say who opted out or agreed to an embargo: held, not passed (W16). */
export const rule: Rule = {
  id: 'ledger-locked',
  kind: 'fact',
  tier: 'T3',
  needsLedger: false,
  judge: (_draft, facts) =>
    facts.locked
      ? [
          {
            rule: 'ledger-locked',
            tier: 'T3',
            kind: 'fact',
            title: { key: 'rule_ledger-locked_title' },
            evidence: [{ key: 'rule_ledger-locked_evidence' }],
            law: [],
            subjects: [],
            places: [],
            fixes: [{ kind: 'unlock' }],
          },
        ]
      : [],
};
