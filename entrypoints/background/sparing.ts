import type { Messages } from '@/lib/bus/messages.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { PRACTICE_SPACE } from '@/lib/domain/person.ts';
import { spaceOf } from '@/lib/domain/space-of.ts';
import type { RuleKind } from '@/lib/domain/tier-fall.ts';
import { holds, type Verdict } from '@/lib/domain/verdict.ts';
import { markOf } from './asking.ts';
import { ledger } from './office.ts';

/*
 * What would have held a message, and did not: its rule was in a trial, or the budget was spent. It counts when the message
 * leaves. Until then it is in this worker's memory alone; a worker that was stopped in between counts one too few.
 */
const spared = new Map<string, readonly RuleKind[]>();
const KEPT = 100;

export function rememberSpared(draft: Draft, tabId: number | undefined, { findings }: Verdict): void {
  const mark = markOf(tabId, draft, draft.text.length);
  const rules = findings.flatMap(({ rule: id, kind, moved }) =>
    moved?.instead && holds(moved.instead) ? [{ id, kind }] : [],
  );
  spared.delete(mark);
  if (rules.length > 0) spared.set(mark, [...new Map(rules.map((rule) => [rule.id, rule])).values()]);
  for (const oldest of spared.keys()) if (spared.size > KEPT) spared.delete(oldest);
}

/** A message has left. */
export async function countSent(left: Messages['left'][0], tabId: number | undefined): Promise<void> {
  if (spaceOf(left.surface) === PRACTICE_SPACE) return;
  const books = await ledger();
  const { rules } = await books.policy(spaceOf(left.surface));
  const mark = left.length === undefined ? undefined : markOf(tabId, left, left.length);
  const held = (mark !== undefined && spared.get(mark)) || [];
  if (mark !== undefined) spared.delete(mark);
  if (held.length === 0 && !rules?.budget) return;
  const at = new Date().toISOString();
  await books.noteRules([
    ...held.map((rule) => ({ kind: 'spared', rule, at }) as const),
    ...(rules?.budget ? [{ kind: 'sent' } as const] : []),
  ]);
  if (held.length > 0)
    await books.log({ at, kind: 'spared', rules: held.map(({ id }) => id), people: [], surface: left.surface });
}
