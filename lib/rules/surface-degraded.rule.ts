import type { Rule } from './rule.ts';

/** Something else than the recipients could not be read on this page. It holds nothing, and is said. */
export const rule: Rule = {
  id: 'surface-degraded',
  kind: 'fact',
  tier: 'T0',
  needsLedger: false,
  judge(draft) {
    const problems = draft.unreadable.filter((problem) => problem !== 'recipients');
    if (problems.length === 0) return [];
    return [
      {
        rule: 'surface-degraded',
        tier: 'T0',
        kind: 'fact',
        title: { key: 'rule_surface-degraded_title' },
        evidence: problems.map((problem) => ({ key: `rule_surface-degraded_${problem}` })),
        law: [],
        subjects: [],
        places: [],
        fixes: [{ kind: 'reload-page' }, { kind: 'report' }],
      },
    ];
  },
};
