import type { Rule } from './rule.ts';
import { outsiders, peopleFix, subjectOf, titleOf } from './who.ts';

/** An address or chat that no contact point in the ledger matches. A group is nobody's. */
export const rule: Rule = {
  id: 'unknown-person',
  kind: 'fact',
  tier: 'T0',
  needsLedger: true,
  lighterInReply: true,
  judge(_draft, facts) {
    const unknown = outsiders(facts).filter(({ people, recipient }) => people.length === 0 && !recipient.group);
    if (unknown.length === 0) return [];
    const subjects = unknown.map((one) => subjectOf(one));
    return [
      {
        rule: 'unknown-person',
        tier: 'T0',
        kind: 'fact',
        title: titleOf('rule_unknown-person_title', subjects),
        evidence: [{ key: 'rule_unknown-person_evidence' }],
        law: [],
        subjects,
        places: [],
        fixes: [peopleFix('add-person', subjects)],
      },
    ];
  },
};
