import type { ConsentEvent, ConsentRecord, Process } from './consent.ts';
import type { Channel, ConsentState, Purpose } from './enums.ts';
import { CONSENT_STATES } from './enums.ts';
import { addDays, addMonths, epoch, isBefore } from './instant.ts';
import type { Instant } from './person.ts';
import {
  CLOCK_SKEW_MINUTES,
  MAY_FOLLOW,
  OWN_VOICE,
  OWN_WORD,
  REASON_REQUIRED,
  REFUSED_MONTHS,
  REQUEST_WINDOW_DAYS,
  VALID,
} from './transitions.ts';

/*
 * What a record says about one purpose on one channel at one time.
 *
 * Events are a grow-only set; the answer is a function of that set, so order and duplicates cannot matter.
 * 1. An event counts where its scope covers the question.
 * 2. An event is answered by a later one that had seen it (it reaches it through `prev`) and may follow it by the table.
 * 3. What is not answered stands; of what stands the strictest holds, and unequal states are a conflict.
 * So a withdrawal is lifted only by a consent of the person's own, which names it and is not dated before it. A
 * concurrent, replayed, misdated or unlawful consent stays in the set and lifts nothing.
 */

export interface Scope {
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly client?: string;
}

export interface StateFor {
  readonly state: ConsentState | 'none';
  /** The event that stands; none for the state `none`. Expired by the clock: the event that ran out. */
  readonly event?: ConsentEvent;
  /** Since when that state holds. */
  readonly since?: Instant;
  /** Unequal events stand beside each other until somebody settles them. */
  readonly conflict: boolean;
  /** End of a valid consent, or the moment at which it ended. */
  readonly validUntil?: Instant;
  /** For `expired`: a consent, or only the request for one. */
  readonly ranOut?: 'consent' | 'request';
  readonly process?: Process;
}

const rank = (state: ConsentState): number => CONSENT_STATES.indexOf(state);
export const strictest = (states: readonly ConsentState[]): ConsentState | undefined =>
  states.toSorted((a, b) => rank(a) - rank(b))[0];

/** An empty or missing list in a process or an event means: all of them. */
const within = <T>(list: readonly T[] | undefined, item: T | undefined): boolean =>
  list === undefined || list.length === 0 || item === undefined || list.includes(item);

export const covers = (process: Process, { purpose, channel, client }: Scope): boolean =>
  process.purpose === purpose && within(process.channels, channel) && within(process.clients, client);

/** An event covers what it names; what it leaves open is taken from the record's processes. */
export function reaches(record: ConsentRecord, event: ConsentEvent, scope: Scope): boolean {
  if (!within(event.purposes, scope.purpose) || !within(event.channels, scope.channel)) return false;
  // A restriction for one client is none for a message that names no client.
  if (
    event.clients?.length &&
    !(scope.client === undefined ? VALID.has(event.state) : event.clients.includes(scope.client))
  )
    return false;
  // The record itself has not arrived yet: what restricts holds everywhere, what permits nowhere.
  if (record.processes.length === 0) return !VALID.has(event.state);
  const own = VALID.has(event.state) ? record.processes : [...record.processes, ...(record.former ?? [])];
  return own.some(
    (process) =>
      (event.purposes?.length || process.purpose === scope.purpose) &&
      (event.channels?.length || within(process.channels, scope.channel)) &&
      (event.clients?.length || within(process.clients, scope.client)),
  );
}

/** Ids of all events that `event` follows, itself left out. */
export function ancestors(byId: ReadonlyMap<string, ConsentEvent>, event: ConsentEvent): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...event.prev];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(byId.get(id)?.prev ?? []));
  }
  return seen;
}

/** One event per id. Should two differ under one id, the stricter stands. */
export function eventsById(events: readonly ConsentEvent[]): ReadonlyMap<string, ConsentEvent> {
  const byId = new Map<string, ConsentEvent>();
  for (const event of events) {
    const other = byId.get(event.event_id);
    if (!other || stricter(event, other) < 0) byId.set(event.event_id, event);
  }
  return byId;
}

const stricter = (a: ConsentEvent, b: ConsentEvent): number =>
  rank(a.state) - rank(b.state) ||
  epoch(a.at) - epoch(b.at) ||
  compare(a.event_id, b.event_id) ||
  compare(JSON.stringify(a), JSON.stringify(b));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function stateFor(record: ConsentRecord, scope: Scope, at: Instant): StateFor {
  const process = record.processes.find((candidate) => covers(candidate, scope));
  if (record.events.length === 0) return { ...(process ? { process } : {}), state: 'none', conflict: false };
  const standing = standingEvents(record, scope, at).map((event) => atTime(event, record, at));
  const byId = eventsById(record.events);
  const [worst] = standing.toSorted((a, b) => rank(a.state) - rank(b.state) || stricter(a.event, b.event));
  const base = process ? { process } : {};
  if (!worst) return { ...base, state: 'none', conflict: false };
  const unsettled = (a: Timed, b: Timed): boolean =>
    a.state !== b.state && !settles(byId, a, b) && !settles(byId, b, a);
  return { ...base, ...worst, conflict: standing.some((a) => standing.some((b) => unsettled(a, b))) };
}

/** A stricter word after a strict one (withdrawn after refused) is no conflict, though both stand. */
const settles = (byId: ReadonlyMap<string, ConsentEvent>, later: Timed, earlier: Timed): boolean =>
  rank(later.state) < rank(earlier.state) && ancestors(byId, later.event).has(earlier.event.event_id);

export function standingEvents(record: ConsentRecord, scope: Scope, at: Instant): readonly ConsentEvent[] {
  const byId = eventsById(record.events);
  const inScope = [...byId.values()].filter((event) => reaches(record, event, scope) && hasBegun(event, at));
  const line = new Map(inScope.map((event) => [event.event_id, ancestors(byId, event)]));
  const follows = (later: ConsentEvent, earlier: ConsentEvent): boolean =>
    line.get(later.event_id)?.has(earlier.event_id) === true &&
    line.get(earlier.event_id)?.has(later.event_id) !== true;
  const voided = new Set(inScope.filter(({ state }) => state === 'invalidated').flatMap(({ prev }) => prev));
  return inScope.filter((event) => !inScope.some((later) => follows(later, event) && answers(event, later, voided)));
}

/** What permits, or asks, does not count before its date; a restriction needs no clock. */
const hasBegun = (event: ConsentEvent, at: Instant): boolean =>
  OWN_WORD.has(event.state) ||
  REASON_REQUIRED.has(event.state) ||
  epoch(event.at) <= epoch(at) + CLOCK_SKEW_MINUTES * 60_000;

function answers(earlier: ConsentEvent, later: ConsentEvent, voided: ReadonlySet<string>): boolean {
  if (!OWN_WORD.has(earlier.state) && rank(later.state) <= rank(earlier.state)) return true;
  if (!MAY_FOLLOW[earlier.state].includes(later.state) || isBefore(later.at, earlier.at)) return false;
  if (!OWN_WORD.has(earlier.state)) return true;
  // A second "no" does not answer the first, and a consent that proved void cannot have lifted it.
  if (later.state === 'given') return OWN_VOICE.has(later.by_relation) && !voided.has(later.event_id);
  return !isBefore(later.at, addMonths(earlier.at, REFUSED_MONTHS));
}

type Timed = Pick<StateFor, 'validUntil' | 'ranOut'> & {
  readonly state: ConsentState;
  readonly event: ConsentEvent;
  readonly since: Instant;
};

/** What the clock has made of an event by now. */
function atTime(event: ConsentEvent, record: ConsentRecord, at: Instant): Timed {
  if (VALID.has(event.state) && event.until) {
    const over = !isBefore(at, event.until);
    return over
      ? { state: 'expired', event, since: event.until, validUntil: event.until, ranOut: 'consent' }
      : { state: event.state, event, since: event.at, validUntil: event.until };
  }
  if (event.state === 'requested') {
    const end = event.until ?? addDays(event.at, REQUEST_WINDOW_DAYS);
    if (!isBefore(at, end)) return { state: 'expired', event, since: end, ranOut: 'request' };
  }
  if (event.state === 'expired') {
    const byId = eventsById(record.events);
    const given = [...ancestors(byId, event)].some((id) => VALID.has(byId.get(id)?.state ?? 'unknown'));
    return { state: 'expired', event, since: event.at, validUntil: event.at, ranOut: given ? 'consent' : 'request' };
  }
  return { state: event.state, event, since: event.at };
}
