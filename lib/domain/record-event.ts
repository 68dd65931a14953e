import type { ConsentEvent, ConsentRecord } from './consent.ts';
import { askAgainFrom } from './consent-clock.ts';
import { endOf } from './consent-duration.ts';
import { eventsById, type Scope, stateFor } from './consent-state.ts';
import type { AgeBand, Channel, ConsentState, Purpose } from './enums.ts';
import { CHANNELS } from './enums.ts';
import { type EvidenceFault, weighEvidence } from './evidence.ts';
import { canonical, epoch, isBefore } from './instant.ts';
import type { Instant } from './person.ts';
import { type Refusal, type RefusalCode, refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';
import { CLOCK_SKEW_MINUTES, MAY_FOLLOW, MAY_MAKE, OWN_VOICE, OWN_WORD, REASON_REQUIRED } from './transitions.ts';

export interface RecordContext {
  readonly now: Instant;
  /** Of the person; a guardian renews for a child only. */
  readonly ageBand?: AgeBand;
}

/**
 * Adds one event that is made here and now. Every wrong transition is refused with its reason; merged events do not come
 * this way (the fold keeps them and stays strict). Left without `prev`, the event follows all that the record holds.
 */
export function recordEvent(
  record: ConsentRecord,
  made: ConsentEvent,
  context: RecordContext,
): Result<ConsentRecord, Refusal> {
  const event = settled(record, made);
  const wrong = wrongInItself(record, event, context) ?? wrongHere(record, event, context);
  return wrong ? err(wrong) : ok({ ...record, events: [...record.events, event] });
}

/** Ids that nothing follows: what an author who sees the whole record names in `prev`. */
export function headsOf(events: readonly ConsentEvent[]): readonly string[] {
  const named = new Set(events.flatMap(({ prev }) => prev));
  return [...eventsById(events).keys()].filter((id) => !named.has(id)).toSorted();
}

/** Links events of one source by their dates, each to the one before. For data that knows only the order of time. */
export function inSequence(events: readonly ConsentEvent[]): readonly ConsentEvent[] {
  const sorted = events.toSorted((a, b) => epoch(a.at) - epoch(b.at));
  return sorted.map((event, index) => ({
    ...event,
    prev: sorted.slice(Math.max(0, index - 1), index).map(({ event_id }) => event_id),
  }));
}

function settled(record: ConsentRecord, event: ConsentEvent): ConsentEvent {
  const prev = event.prev.length > 0 || record.events.length === 0 ? event.prev : headsOf(record.events);
  const at = toUtc(event.at);
  const end = event.until ?? (event.duration && canonical(at) ? endOf(at, event.duration) : undefined);
  const until = end ? { until: toUtc(end) } : {};
  const unproven = event.state === 'given' && event.by_relation === 'imported' && !event.evidence;
  const recordedAt = toUtc(event.recorded_at);
  // Most of a list is settled as it comes.
  const same = prev.length === event.prev.length && at === event.at && end === event.until;
  if (same && !unproven && recordedAt === event.recorded_at && until.until === end) return event;
  // An imported "agreed" without proof is a claim: it is kept as unknown.
  const state: Partial<ConsentEvent> = unproven ? { state: 'unknown', consent_type: 'none' } : {};
  return { ...event, at, ...until, recorded_at: recordedAt, prev, ...state };
}

const UNPROVEN: Readonly<Partial<Record<EvidenceFault, RefusalCode>>> = {
  note_only: 'note-only',
  in_person: 'in-person',
};

const toUtc = (instant: Instant): Instant => canonical(instant) ?? instant;

function wrongInItself(
  record: ConsentRecord,
  event: ConsentEvent,
  { now, ageBand }: RecordContext,
): Refusal | undefined {
  const { state, at, until, by_relation: by } = event;
  if ([at, event.recorded_at, ...(until ? [until] : [])].some((one) => canonical(one) === undefined))
    return refusal('no-instant', { at });
  if (epoch(at) > epoch(now) + CLOCK_SKEW_MINUTES * 60_000) return refusal('future', { at });
  if (until && !isBefore(at, until)) return refusal('until-before-at', { at, until });
  if (!MAY_MAKE[state].includes(by)) return refusal('relation', { state, by });
  if (state === 'renewed' && by === 'guardian' && ageBand === 'adult') return refusal('not-a-child', { state });
  if (REASON_REQUIRED.has(state) && !event.reason?.trim()) return refusal('reason-required', { state });
  const [doubt] = weighEvidence(event);
  if (doubt?.refused) return refusal(UNPROVEN[doubt.fault] ?? 'evidence-required', { state });
  const known = eventsById(record.events);
  if (known.has(event.event_id)) return refusal('duplicate-event', { id: event.event_id });
  const missing = event.prev.find((id) => !known.has(id));
  return missing === undefined ? undefined : refusal('unknown-event', { id: missing });
}

/**
 * The transition, for every purpose, channel and client that the event covers. What restricts must fit at least one of
 * them (a person may withdraw all, of which a part was withdrawn before); what permits must fit each.
 */
function wrongHere(record: ConsentRecord, event: ConsentEvent, { now }: RecordContext): Refusal | undefined {
  if (record.processes.length === 0) return refusal('no-process', {});
  // Nothing was said yet, of whatever it covers.
  if (record.events.length === 0) return wrongTransition({ state: 'none', conflict: false }, event);
  const scopes = scopesOf(record, event);
  const wrongs = scopes.map((scope) => wrongTransition(stateFor(record, scope, now), event));
  const first = wrongs.find((wrong) => wrong !== undefined);
  const restricts = OWN_WORD.has(event.state) || REASON_REQUIRED.has(event.state) || event.state === 'expired';
  return restricts && wrongs.includes(undefined) ? undefined : first;
}

function wrongTransition(from: ReturnType<typeof stateFor>, event: ConsentEvent): Refusal | undefined {
  const { state: to, at } = event;
  const params = { from: from.state, to, since: from.since ?? '' };
  if (!MAY_FOLLOW[from.state].includes(to)) return refusal('transition', params);
  if (to === 'given' && from.state !== 'none' && OWN_WORD.has(from.state)) {
    if (!OWN_VOICE.has(event.by_relation))
      return refusal('relation', { state: to, by: event.by_relation, from: from.state });
    if (from.since && isBefore(at, from.since)) return refusal('before-withdrawal', params);
  }
  if (to === 'requested') return tooSoon(from.state, from.since, at);
  if (from.state === 'expired' && to === 'given' && from.ranOut === 'consent') return refusal('was-given', params);
  if (from.state === 'expired' && to === 'renewed' && from.ranOut === 'request') return refusal('never-given', params);
  // The fold makes expiry by itself; an event of it is right only where the clock had not yet been read.
  if (to === 'expired')
    return from.validUntil && isBefore(at, from.validUntil) ? refusal('not-yet', params) : undefined;
  return undefined;
}

function tooSoon(from: ConsentState | 'none', since: Instant | undefined, at: Instant): Refusal | undefined {
  if (since === undefined) return undefined;
  const again = askAgainFrom(from, since) ?? since;
  return isBefore(at, again) ? refusal('too-soon', { from, since, again }) : undefined;
}

function scopesOf(record: ConsentRecord, event: ConsentEvent): readonly Scope[] {
  return record.processes.flatMap((process) => {
    const purposes: readonly Purpose[] = event.purposes?.length ? event.purposes : [process.purpose];
    const channels: readonly Channel[] = event.channels?.length
      ? event.channels
      : process.channels.length
        ? process.channels
        : CHANNELS;
    const named = event.clients?.length ? event.clients : process.clients;
    const clients: readonly (string | undefined)[] = named.length ? named : [undefined];
    return purposes.flatMap((purpose) =>
      channels.flatMap((channel) =>
        clients.map((client): Scope => (client === undefined ? { purpose, channel } : { purpose, channel, client })),
      ),
    );
  });
}
