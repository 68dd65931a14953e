import { assess } from '@/lib/assess/assess.ts';
import { revision } from '@/lib/bus/bus.ts';
import type { Summary } from '@/lib/bus/messages.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { spaceOf } from '@/lib/domain/space-of.ts';
import type { Verdict } from '@/lib/domain/verdict.ts';
import { spacesFor } from '@/lib/ledger/spaces-for.ts';
import { asAsked } from './asking.ts';
import { ledger } from './office.ts';
import { skippedIn } from './skipped.ts';

/**
 * One draft, judged against the ledger as it is now. Throws where the ledger cannot be asked: that is never a clear verdict.
 * The revision that it is told by is read first: what changes meanwhile has it judged again.
 */
export async function judgeDraft(
  written: Draft,
  tabId?: number,
): Promise<{ readonly verdict: Verdict; readonly summary: Summary }> {
  const [draft, books, before, skipped] = await Promise.all([
    asAsked(written, tabId),
    ledger(),
    revision(),
    skippedIn(written),
  ]);
  const [policy, spaces] = await Promise.all([books.policy(spaceOf(draft.surface)), spacesFor(books, draft.surface)]);
  const now = new Date().toISOString();
  const { verdict, validUntil } = await assess(draft, {
    ledger: books,
    policy,
    spaces,
    now,
    skipped,
  });
  const { tier, complete, findings } = verdict;
  const count = findings.filter((finding) => finding.tier >= 'T1').length;
  return { verdict, summary: { tier, count, complete, revision: before, validUntil } };
}
