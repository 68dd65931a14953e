import type { ConsentRecord } from './consent.ts';
import { type Scope, type StateFor, stateFor } from './consent-state.ts';
import { CHANNELS, type Channel, type ConsentState, type Purpose, type Relation } from './enums.ts';
import { addDays, addMonths, epoch, isBefore } from './instant.ts';
import type { Contact, Instant, PersonState } from './person.ts';
import {
  DEFERRED_DAYS,
  MAY_FOLLOW,
  MAY_MAKE,
  OWN_VOICE,
  OWN_WORD,
  REFUSED_MONTHS,
  REQUEST_WINDOW_DAYS,
  VALID,
} from './transitions.ts';

// Our own policy (domain.md §5.3), not law.
export const RENEW_BEFORE_DAYS = 30;
export const REMIND_AFTER_DAYS = 7;
export const REMINDERS = 1;

/** One thing that may be done, from when on, and by whom. Expiry is not among them: the clock makes it by itself. */
export interface NextStep {
  readonly step: ConsentState | 'reminder';
  /** Absent: there is nothing to wait for. */
  readonly from?: Instant;
  readonly open: boolean;
  readonly by: readonly Relation[];
}

export type Advice = 'ask' | 'wait' | 'remind' | 'defer' | 'renew' | 'renew_soon' | 'stop' | 'none';

export interface ConsentClock {
  readonly found: StateFor;
  /** When the consent, or the request for it, runs out by itself. */
  readonly ends?: Instant;
  readonly reminded: number;
  readonly steps: readonly NextStep[];
  readonly advice: Advice;
  /** The moment that belongs to the advice: wait until, renew before. */
  readonly when?: Instant;
}

/**
 * What may be done next about one purpose on one channel. `contacts` are those of the person: messages with the purpose
 * `consent_request` later than a day after the request count as reminders (the first day's is the request itself).
 */
export function nextSteps(
  record: ConsentRecord,
  scope: Scope,
  now: Instant,
  contacts: readonly Contact[] = [],
): ConsentClock {
  const found = stateFor(record, scope, now);
  const ends = endOf(found);
  const reminded = remindersOf(found, now, contacts);
  const follow = MAY_FOLLOW[found.state].filter((to) => to !== 'expired' && fits(found, to));
  const steps = follow.map((to): NextStep => stepTo(found, to, now));
  const reminder = reminderOf(found, reminded, now);
  const all = reminder ? [...steps, reminder] : steps;
  return { found, ...(ends ? { ends } : {}), reminded, steps: all, ...adviceOf(found, all, ends, now) };
}

const fits = ({ state, ranOut }: StateFor, to: ConsentState): boolean =>
  state !== 'expired' || (to !== 'given' && to !== 'renewed') || ranOut === (to === 'given' ? 'request' : 'consent');

function stepTo({ state, since }: StateFor, to: ConsentState, now: Instant): NextStep {
  const own = to === 'given' && state !== 'none' && OWN_WORD.has(state);
  const by = MAY_MAKE[to].filter((relation) => !own || OWN_VOICE.has(relation));
  const from = to === 'requested' && since ? askAgainFrom(state, since) : own ? since : undefined;
  return { step: to, ...(from ? { from } : {}), open: from === undefined || !isBefore(now, from), by };
}

/** When one who deferred or refused may be asked again; anybody else at once. */
export function askAgainFrom(state: StateFor['state'], since: Instant): Instant | undefined {
  if (state === 'request_deferred') return addDays(since, DEFERRED_DAYS);
  return state === 'refused' ? addMonths(since, REFUSED_MONTHS) : undefined;
}

function endOf({ state, event, validUntil }: StateFor): Instant | undefined {
  if (state === 'requested' && event) return event.until ?? addDays(event.at, REQUEST_WINDOW_DAYS);
  return state !== 'none' && VALID.has(state) ? validUntil : undefined;
}

function remindersOf({ state, event }: StateFor, now: Instant, contacts: readonly Contact[]): number {
  if (state !== 'requested' || !event) return 0;
  const first = epoch(addDays(event.at, 1));
  return contacts.filter(
    ({ at, purpose }) => purpose === 'consent_request' && epoch(at) > first && epoch(at) <= epoch(now),
  ).length;
}

function reminderOf({ state, event }: StateFor, reminded: number, now: Instant): NextStep | undefined {
  if (state !== 'requested' || !event || reminded >= REMINDERS) return undefined;
  const from = addDays(event.at, REMIND_AFTER_DAYS);
  return { step: 'reminder', from, open: !isBefore(now, from), by: ['controller'] };
}

function adviceOf(
  { state }: StateFor,
  steps: readonly NextStep[],
  ends: Instant | undefined,
  now: Instant,
): { readonly advice: Advice; readonly when?: Instant } {
  const at = (step: NextStep['step']): NextStep | undefined => steps.find((one) => one.step === step);
  const wait = (from: Instant | undefined): { advice: Advice; when?: Instant } =>
    from ? { advice: 'wait', when: from } : { advice: 'wait' };
  if (state === 'withdrawn') return { advice: 'stop' };
  if (state === 'requested') {
    const reminder = at('reminder');
    if (reminder) return reminder.open ? { advice: 'remind' } : wait(reminder.from);
    return { advice: 'defer', ...(ends ? { when: ends } : {}) };
  }
  if (state !== 'none' && VALID.has(state)) {
    if (ends === undefined) return { advice: 'none' };
    return { advice: isBefore(now, addDays(ends, -RENEW_BEFORE_DAYS)) ? 'none' : 'renew_soon', when: ends };
  }
  if (state === 'expired' && at('renewed')) return { advice: 'renew' };
  const ask = at('requested');
  if (!ask) return { advice: 'none' };
  return ask.open ? { advice: 'ask' } : wait(ask.from);
}

/** A consent that runs out, with the channels on which it does at the same moment. */
export interface Expiry {
  readonly recordId: string;
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
  readonly at: Instant;
}

/** Consents of a person that run out before `until` (those that have run out are among them), soonest first. */
export function expiriesOf({ records }: PersonState, now: Instant, until: Instant): readonly Expiry[] {
  const found = new Map<string, Expiry>();
  for (const record of records)
    for (const { purpose, lawful_basis, channels } of record.processes)
      for (const channel of lawful_basis === 'consent' ? (channels.length > 0 ? channels : CHANNELS) : []) {
        const { validUntil: at } = stateFor(record, { purpose, channel }, now);
        if (at === undefined || !isBefore(at, until)) continue;
        const key = JSON.stringify([record.record_id, purpose, at]);
        const known = found.get(key)?.channels ?? [];
        if (!known.includes(channel))
          found.set(key, { recordId: record.record_id, purpose, at, channels: [...known, channel] });
      }
  return [...found.values()].toSorted((a, b) => epoch(a.at) - epoch(b.at));
}
