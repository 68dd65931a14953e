import type { Draft } from '../domain/draft.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import type { Rule } from './rule.ts';

/**
 * Something else than the recipients could not be read on this page, or is no text. It holds nothing, and is said; but
 * a post that becomes public from a list, where its text is not shown, waits for a word of the user's.
 */
export const rule: Rule = {
  id: 'surface-degraded',
  kind: 'fact',
  tier: 'T0',
  needsLedger: false,
  judge(draft) {
    const problems = draft.unreadable.filter((problem) => problem !== 'recipients' && problem !== 'content');
    return [...unread(problems), ...wordless(draft)];
  },
};

const unread = (problems: Draft['unreadable']): readonly Finding[] =>
  problems.length === 0
    ? []
    : [
        finding(
          { key: 'rule_surface-degraded_title' },
          problems.map((problem) => ({ key: `rule_surface-degraded_${problem}` })),
          [{ kind: 'reload-page' }, { kind: 'report' }],
        ),
      ];

/** A voice message, a sticker: nothing is wrong with the page, but there are no words to check. */
function wordless({ content, unreadable }: Draft): readonly Finding[] {
  if (content === undefined && !unreadable.includes('content')) return [];
  const evidence = { key: 'rule_surface-degraded_wordless' };
  const found = finding({ key: `rule_surface-degraded_content${content ? `_${content}` : ''}` }, [evidence], []);
  return [content === 'post' ? { ...found, tier: 'T2', evidence: [{ key: 'rule_surface-degraded_unseen' }] } : found];
}

const finding = (title: Phrase, evidence: readonly Phrase[], fixes: Finding['fixes']): Finding => ({
  rule: 'surface-degraded',
  tier: 'T0',
  kind: 'fact',
  title,
  evidence,
  law: [],
  subjects: [],
  places: [],
  fixes,
});
