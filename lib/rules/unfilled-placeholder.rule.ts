import type { Rule } from './rule.ts';
import { insidersOnly } from './who.ts';

/** A gap that somebody forgot to fill, in own text, subject or file. */
export const rule: Rule = {
  id: 'unfilled-placeholder',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(_draft, facts) {
    const [first] = facts.placeholders;
    if (!first || insidersOnly(facts)) return [];
    return [
      {
        rule: 'unfilled-placeholder',
        tier: 'T2',
        kind: 'fact',
        title: {
          key: 'rule_unfilled-placeholder_title',
          params: { count: facts.placeholders.length, words: first.words },
        },
        evidence: facts.placeholders.slice(0, 5).map(({ words, zone }) => ({
          key: 'rule_evidence_words',
          params: { words, zone_word: `rule_zone_${zone}` },
        })),
        law: [],
        subjects: [],
        places: facts.placeholders,
        fixes: [{ kind: 'go-to-it', place: first }],
      },
    ];
  },
};
