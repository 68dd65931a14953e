import type { Summary } from '../bus/messages.ts';
import type { Draft } from '../domain/draft.ts';
import type { Gate } from './context.ts';
import type { Desk, Reading } from './desk.ts';
import { digestOf } from './digest.ts';
import { isClear, isFresh } from './judging.ts';

const timeless = ({ sendAt: _, scheduling: __, ...draft }: Draft): Draft => draft;
const readingOf = (draft: Draft): Reading => ({ draft, digest: digestOf(draft) });
/** The same message, as if it left now, and before its time is chosen. */
export const leavingNow = ({ draft }: Reading): Reading => readingOf(timeless(draft));
const toBeTimed = ({ draft }: Reading): Reading => readingOf({ ...timeless(draft), scheduling: true });

/** Time itself changes nothing before it leaves: no consent runs out, say. */
const lasts = (summary: Summary | undefined, sendAt: string | undefined): summary is Summary =>
  summary !== undefined && !(sendAt && Date.parse(sendAt) >= summary.validUntil);

/** What is clear as it stands needs no other verdict for a time that the press itself chooses: nobody waits at a menu. */
export function isClearFor({ judging }: Gate, desk: Desk, reading: Reading): boolean {
  const asItStands = judging.known(desk, reading);
  if (asItStands && isFresh(asItStands) && isClear(asItStands, reading)) return true;
  const { sendAt, scheduling } = reading.draft;
  if (!sendAt && !scheduling) return false;
  const now = leavingNow(reading);
  const summary = judging.known(desk, now);
  return lasts(summary, sendAt) && isFresh(summary) && isClear(summary, now);
}

/**
 * Whether what was let go is what stands here. It may have been let go before its time was chosen: then that is enough
 * where the time decides nothing, which is where both verdicts say the same.
 */
export function isApproved({ judging }: Gate, desk: Desk, reading: Reading): boolean {
  if (desk.approved === undefined) return false;
  if (desk.approved === reading.digest) return true;
  const later = toBeTimed(reading);
  if (desk.approved !== later.digest) return false;
  const now = leavingNow(reading);
  const [asNow, asLater] = [judging.known(desk, now), judging.known(desk, later)];
  return lasts(asNow, reading.draft.sendAt) && asNow.tier === asLater?.tier && asNow.count === asLater.count;
}

/** An approval outlives the choice of a time, and nothing else that changes. */
export const isStillApproved = (desk: Desk, reading: Reading): boolean =>
  desk.approved === reading.digest || desk.approved === toBeTimed(reading).digest;
