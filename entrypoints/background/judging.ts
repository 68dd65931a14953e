import { assess } from '@/lib/assess/assess.ts';
import { revisionSeen } from '@/lib/bus/bus.ts';
import type { Summary } from '@/lib/bus/messages.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { isTeamSpace } from '@/lib/domain/space-of.ts';
import type { Verdict } from '@/lib/domain/verdict.ts';
import { bookFor, policyFor } from '@/lib/ledger/rules-for.ts';
import { spacesFor } from '@/lib/ledger/spaces-for.ts';
import { asAsked } from './asking.ts';
import { askedAnew, newestKnown } from './newest.ts';
import { ledger } from './office.ts';
import { skippedIn } from './skipped.ts';
import { rememberSpared } from './sparing.ts';

interface Judged {
  readonly verdict: Verdict;
  readonly summary: Summary;
}

/**
 * One draft, judged against the ledger as it is now. Throws where the ledger cannot be asked: that is never a clear verdict.
 * The revision that it is told by is read first: what changes meanwhile has it judged again. Where somebody of a team's
 * list stands in it, the team is asked for the newest, and what it had is judged with.
 */
export async function judgeDraft(written: Draft, tabId?: number): Promise<Judged> {
  const { judged, teamSpaces } = await judgeNow(written, tabId);
  if (teamSpaces.length === 0) return judged;
  const anew = (await askedAnew(teamSpaces)) ? (await judgeNow(written, tabId)).judged : judged;
  const standing = newestKnown(teamSpaces).map(({ until }) => until);
  if (standing.length === 0) return anew;
  return { ...anew, summary: { ...anew.summary, freshUntil: Math.min(...standing) } };
}

async function judgeNow(written: Draft, tabId?: number) {
  const [books, before] = await Promise.all([ledger(), revisionSeen()]);
  // Each of them is a way to the browser and back: they go together, and nothing waits for what it does not need.
  const { surface } = written;
  const lists = spacesFor(books, surface);
  const [draft, skipped, spaces, policy, book] = await Promise.all([
    asAsked(written, tabId),
    skippedIn(written),
    lists,
    policyFor(books, surface, lists),
    bookFor(books, surface),
  ]);
  const now = new Date().toISOString();
  const { verdict, validUntil, teamSpaces } = await assess(draft, {
    ledger: books,
    policy,
    spaces,
    now,
    skipped,
    newest: newestKnown(spaces.filter(isTeamSpace)),
    book,
  });
  rememberSpared(draft, tabId, verdict);
  const { tier, complete, findings } = verdict;
  const count = findings.filter((finding) => finding.tier >= 'T1').length;
  const summary: Summary = { tier, count, complete, revision: before, validUntil };
  return { judged: { verdict, summary }, teamSpaces };
}
