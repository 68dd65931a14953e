import { askAgainFrom } from '../domain/consent-clock.ts';
import { preferencesOf } from '../domain/consent-preferences.ts';
import { addDays, epoch } from '../domain/instant.ts';
import type { Instant, PersonState } from '../domain/person.ts';
import { DEFAULT_QUIET, quietChanges } from '../domain/quiet-hours.ts';
import { type RulePolicy, trialTurns } from '../domain/rule-policy.ts';
import { REQUEST_WINDOW_DAYS } from '../domain/transitions.ts';
import type { Facts } from '../rules/facts.ts';

/** When quiet hours begin or end, and the next day, where a person's zone is known: a weekend turns at midnight. */
function quietTimes(people: readonly PersonState[], now: Instant): readonly number[] {
  const zones = people.flatMap(({ person }) => (person.timezone ? [person.timezone] : []));
  const hours = [
    ...preferencesOf(people.flatMap(({ records }) => records)).quiet_hours,
    ...zones.flatMap((tz) => [
      { tz, ...DEFAULT_QUIET },
      { tz, from: '00:00', to: '00:00' },
    ]),
  ];
  return hours.flatMap((one) => quietChanges(one, now) ?? []);
}

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
  const later = [
    ...instants.flatMap((at) => (at && epoch(at) > epoch(now) ? [epoch(at)] : [])),
    // A message that goes now is judged by the hour; one whose time is chosen, by that time.
    ...(facts.sendAt === now ? facts.recipients.flatMap(({ people }) => quietTimes(people, now)) : []),
  ];
  return later.reduce((least, at) => Math.min(least, at), Number.MAX_SAFE_INTEGER);
}
