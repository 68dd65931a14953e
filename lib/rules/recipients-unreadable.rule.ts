import type { Rule } from './rule.ts';

/**
 * At a send the page gave no recipients (the gate marks it; while somebody still writes, none is nothing to say), or its
 * two sources name different people. A public post has none (ruling 14).
 */
export const rule: Rule = {
  id: 'recipients-unreadable',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(draft) {
    if (draft.audience === 'public') return [];
    const unread = draft.unreadable.includes('recipients');
    // In a chat the identity is the recipient; in mail it is the sender's account.
    const disagree = draft.channel !== 'email' && draft.unreadable.includes('identity');
    if (!unread && !disagree) return [];
    const why = disagree ? 'disagree' : draft.recipients.length > 0 ? 'unread' : 'none';
    return [
      {
        rule: 'recipients-unreadable',
        tier: 'T2',
        kind: 'fact',
        title: { key: 'rule_recipients-unreadable_title' },
        evidence: [{ key: `rule_recipients-unreadable_${why}` }],
        law: [],
        subjects: [],
        places: [],
        fixes: [{ kind: 'check-again' }, { kind: 'report' }],
      },
    ];
  },
};
