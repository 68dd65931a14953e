import { promisedFiles } from '../detect/promised-files.ts';
import { ownText } from '../detect/zones.ts';
import type { Rule } from './rule.ts';

/** The message says that a file goes along, and none does. Only where the page shows its files: elsewhere nobody knows. */
export const rule: Rule = {
  id: 'forgotten-attachment',
  kind: 'fact',
  tier: 'T1',
  needsLedger: false,
  judge(draft) {
    if (!draft.showsFiles || draft.attachments.length > 0 || draft.content !== undefined) return [];
    const [first, ...others] = promisedFiles(ownText(draft.text));
    if (!first) return [];
    const places = [first, ...others].map(({ start, end }) => ({
      zone: 'text' as const,
      start,
      end,
      words: draft.text.slice(start, end),
    }));
    return [
      {
        rule: 'forgotten-attachment',
        tier: 'T1',
        kind: 'fact',
        title: { key: 'rule_forgotten-attachment_title' },
        evidence: places.slice(0, 1).map(({ words, zone }) => ({
          key: 'rule_evidence_words',
          params: { words, zone_word: `rule_zone_${zone}` },
        })),
        law: [],
        subjects: [],
        places,
        fixes: [{ kind: 'back-to-attach' }],
      },
    ];
  },
};
