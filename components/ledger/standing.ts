import { type StateFor, stateFor } from '@/lib/domain/consent-state.ts';
import { inScope } from '@/lib/domain/contactability.ts';
import type { Channel, ConsentState, LawfulBasis, Purpose } from '@/lib/domain/enums.ts';
import { CONSENT_STATES } from '@/lib/domain/enums.ts';
import type { Instant, PersonState, Suppression } from '@/lib/domain/person.ts';
import { OWN_WORD, VALID } from '@/lib/domain/transitions.ts';

/** What one cell of the consent grid says. */
export interface Standing {
  readonly state: ConsentState | 'suppressed';
  readonly since?: Instant;
  readonly until?: Instant;
  readonly suppression?: Suppression;
  /** Another lawful basis than consent covers this cell. */
  readonly basis?: LawfulBasis;
  readonly conflict: boolean;
}

export function standingFor(person: PersonState, purpose: Purpose, channel: Channel, at: Instant): Standing {
  const scope = { purpose, channel };
  const suppression = person.suppressions.find((one) => inScope(one, scope));
  if (suppression) return { state: 'suppressed', since: suppression.since, suppression, conflict: false };
  const found = person.records.map((record) => stateFor(record, scope, at));
  const basis = found.map(({ process }) => process?.lawful_basis).find((one) => one !== undefined && one !== 'consent');
  const standing = strictest(found);
  return {
    state: standing === undefined || standing.state === 'none' ? 'unknown' : standing.state,
    conflict: standing?.conflict ?? false,
    ...(standing?.since ? { since: standing.since } : {}),
    ...(standing?.validUntil ? { until: standing.validUntil } : {}),
    ...(basis ? { basis } : {}),
  };
}

const strictest = (found: readonly StateFor[]): StateFor | undefined =>
  found.filter(({ state }) => state !== 'none').toSorted((a, b) => rank(a.state) - rank(b.state))[0];
const rank = (state: StateFor['state']): number =>
  state === 'none' ? CONSENT_STATES.length : CONSENT_STATES.indexOf(state);

/** One word for a list: a "no" first, then a "yes" on any channel, then whatever is there. */
export function standingOf(person: PersonState, purpose: Purpose, at: Instant): Standing {
  const channels = new Set(person.points.map(({ channel }) => channel));
  const all = [...(channels.size > 0 ? channels : (['email'] as const))].map((channel) =>
    standingFor(person, purpose, channel, at),
  );
  const said = (test: (state: Standing['state']) => boolean): Standing | undefined =>
    all.find(({ state }) => test(state));
  return (
    said((state) => state === 'suppressed') ??
    said((state) => state !== 'suppressed' && OWN_WORD.has(state)) ??
    said((state) => state !== 'suppressed' && VALID.has(state)) ??
    said((state) => state !== 'unknown') ??
    all[0] ?? { state: 'unknown', conflict: false }
  );
}
