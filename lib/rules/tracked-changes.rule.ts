import { type FileFacts, isMarkedUp } from '../domain/file-reading.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import { goesOut, removeFile, showParts } from './files.ts';
import { purposeOf, type Rule } from './rule.ts';

/** What its writers said to each other is still in the file. To the press it holds: a comment is quoted like a sentence. */
export const rule: Rule = {
  id: 'tracked-changes',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(draft, facts, policy) {
    if (!goesOut(draft, facts)) return [];
    return draft.attachments.flatMap(({ name, reading }): Finding[] => {
      if (!reading || !isMarkedUp(reading.facts)) return [];
      return [
        {
          rule: 'tracked-changes',
          tier: purposeOf(draft, policy) === 'pr_media' ? 'T2' : 'T1',
          kind: 'fact',
          title: { key: 'rule_tracked-changes_title', params: { file: name } },
          evidence: evidenceOf(reading.facts),
          law: [],
          subjects: [],
          places: [],
          file: name,
          fixes: [removeFile(name), showParts(name, 'changes')],
        },
      ];
    });
  },
};

const AUTHORS = 3;

function evidenceOf({ comments, trackedChanges, authors }: FileFacts): readonly Phrase[] {
  const counted = (key: string, count: number): readonly Phrase[] =>
    count > 0 ? [{ key: `rule_tracked-changes_${key}`, params: { count } }] : [];
  const who = authors.slice(0, AUTHORS).join(', ');
  return [
    ...counted('comments', comments),
    ...counted('changes', trackedChanges),
    ...(who === '' ? [] : [{ key: 'rule_tracked-changes_authors', params: { names: who } }]),
  ];
}
