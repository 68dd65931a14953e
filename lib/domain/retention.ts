import { DATA_LIFE } from './consent-defaults.ts';
import { addDuration } from './consent-duration.ts';
import { contactability } from './contactability.ts';
import type { Channel, Purpose } from './enums.ts';
import { epoch, isBefore, utc } from './instant.ts';
import { lastSeen } from './overview.ts';
import type { Instant, PersonId, PersonState } from './person.ts';
import type { Policy } from './policy.ts';
import { isClosed } from './request.ts';
import { requestFile } from './request-fold.ts';

/**
 * Somebody whose data are due for deletion: nothing dated of them is younger than what we keep, and nothing permits
 * writing to them now. `by`: the space's own setting, or our template (both are policy, never law).
 */
export interface RetentionDue {
  readonly person: PersonId;
  readonly name: string;
  /** Newest of contact, consent and source. */
  readonly last: Instant;
  readonly since: Instant;
  /** ISO 8601. */
  readonly keeps: string;
  readonly by: 'settings' | 'template';
  /** A block stands: it stays behind when the data go. */
  readonly blocked: boolean;
  /** Something open holds them back until it is done. */
  readonly held?: 'request';
}

/** How long data are kept from the last touch. */
export function retentionOf({ records }: Policy): Pick<RetentionDue, 'keeps' | 'by'> {
  const own = records?.storage?.retention;
  return own ? { keeps: own, by: 'settings' } : { keeps: DATA_LIFE, by: 'template' };
}

/** Whoever has no date at all is not proposed: nothing says that it is time. */
export function retentionDue(states: readonly PersonState[], policy: Policy, now: Instant): readonly RetentionDue[] {
  const { keeps, by } = retentionOf(policy);
  return states.flatMap((state) => {
    const seen = lastSeen(state);
    const since = seen === undefined ? undefined : addDuration(utc(seen), keeps);
    if (seen === undefined || since === undefined || isBefore(now, since) || mayWrite(state, now)) return [];
    const open = state.requests.some((request) => !isClosed(requestFile(request).stage));
    return [
      {
        person: state.person.id,
        name: state.person.name,
        last: utc(seen),
        since,
        keeps,
        by,
        blocked: state.suppressions.length > 0,
        ...(open ? { held: 'request' as const } : {}),
      },
    ];
  });
}

/** A standing basis keeps the data, whatever their age; what ends it is its own expiry. */
function mayWrite(state: PersonState, now: Instant): boolean {
  const channels = [...new Set(state.points.map(({ channel }): Channel => channel))];
  const purposes = new Set(state.records.flatMap(({ processes }) => processes.map(({ purpose }): Purpose => purpose)));
  return [...purposes].some((purpose) =>
    channels.some((channel) => contactability([state], { purpose, channel, at: now }).bases.length > 0),
  );
}

/** Longest overdue first. */
export const byAge = (a: RetentionDue, b: RetentionDue): number => epoch(a.since) - epoch(b.since);
