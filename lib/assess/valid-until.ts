import { askAgainFrom } from '../domain/consent-clock.ts';
import { addDays, epoch } from '../domain/instant.ts';
import type { Instant } from '../domain/person.ts';
import { type RulePolicy, trialTurns } from '../domain/rule-policy.ts';
import { REQUEST_WINDOW_DAYS } from '../domain/transitions.ts';
import type { Facts } from '../rules/facts.ts';

/** The next instant at which time alone changes a fact of this draft or how loud its rules are, in epoch milliseconds. */
export function validUntil(facts: Facts, now: Instant, rules?: RulePolicy): number {
  const events = facts.recipients
    .flatMap(({ people }) => people)
    .flatMap(({ records }) => records.flatMap((record) => record.events));
  const instants = [
    ...events.map(({ until }) => until),
    // A consent's last 30 days are told, and so an unanswered request's first 30 end.
    ...events.map(({ until }) => (until ? addDays(until, -REQUEST_WINDOW_DAYS) : undefined)),
    ...events.map(({ state, at }) => (state === 'requested' ? addDays(at, REQUEST_WINDOW_DAYS) : at)),
    // The rest after a no or a not now.
    ...events.map(({ state, at }) => askAgainFrom(state, at)),
    ...trialTurns(rules?.trial),
    ...facts.releases.map(({ release }) => release.liftsAt),
  ];
  const later = instants.flatMap((at) => (at && epoch(at) > epoch(now) ? [epoch(at)] : []));
  return later.reduce((least, at) => Math.min(least, at), Number.MAX_SAFE_INTEGER);
}
