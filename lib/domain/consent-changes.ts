import type { ConsentEvent, ConsentRecord, Evidence, Process } from './consent.ts';
import { covers, stateFor } from './consent-state.ts';
import { CHANNELS, type Channel, type LawfulBasis, type LawPackId, type Purpose } from './enums.ts';
import type { Change } from './op.ts';
import type { Instant, PersonState } from './person.ts';
import { VALID } from './transitions.ts';

/** What the user says; ids, scope and heads are filled in here. */
export type Said = Omit<ConsentEvent, 'event_id' | 'prev' | 'purposes' | 'channels' | 'clients'>;

export interface ConsentWish {
  readonly purpose: Purpose;
  /** Empty: every channel. */
  readonly channels: readonly Channel[];
  readonly clients?: readonly string[];
  readonly lawPacks: readonly LawPackId[];
  readonly said: Said;
  /** What a new record says beside its one use: controller, notice as it was shown, data, storage (`recordDefaults`). */
  readonly record?: NewRecordFields;
}

export interface NewRecordFields {
  readonly record?: Partial<
    Omit<ConsentRecord, 'schema_version' | 'record_id' | 'subject_id' | 'law_packs' | 'processes' | 'events'>
  >;
  readonly process?: Partial<Omit<Process, 'process_id' | 'purpose' | 'lawful_basis' | 'channels' | 'clients'>>;
}

/**
 * The changes that record one consent event. Channels that a record holds already get their event there, narrowed to
 * them, so that it follows what was said before; the others get a record of their own, so that nothing old is widened.
 */
export function consentChanges(
  state: PersonState | undefined,
  wish: ConsentWish,
  newId: () => string,
): readonly Change[] {
  const wanted = wish.channels.length > 0 ? wish.channels : CHANNELS;
  const rest = new Set<Channel>(wanted);
  const clients = wish.clients?.length ? { clients: wish.clients } : {};
  const changes: Change[] = [];
  for (const record of state?.records ?? []) {
    const held = [...rest].filter((channel) => holds(record, wish, channel));
    if (held.length === 0) continue;
    for (const channel of held) rest.delete(channel);
    const channels = held.length === CHANNELS.length ? {} : { channels: held };
    changes.push(consent(record.record_id, { ...wish.said, ...channels, ...clients, purposes: [wish.purpose] }, newId));
  }
  if (rest.size === 0) return changes;
  const recordId = newId();
  const channels = rest.size === CHANNELS.length ? [] : [...rest];
  const { record, process: more } = wish.record ?? {};
  const process = { ...more, purpose: wish.purpose, lawful_basis: 'consent' as const, channels };
  const made = newRecord(recordId, wish.lawPacks, { ...process, clients: wish.clients ?? [] }, newId, record);
  return [...changes, made, consent(recordId, wish.said, newId)];
}

/** A basis other than consent: a record without an event. */
export const basisChanges = (
  basis: {
    readonly basis: Exclude<LawfulBasis, 'consent'>;
    readonly purpose: Purpose;
    readonly channels: readonly Channel[];
    readonly since: Instant;
    readonly liaRef?: string;
  },
  lawPacks: readonly LawPackId[],
  newId: () => string,
): readonly Change[] => {
  const { purpose, channels, since, liaRef } = basis;
  const process = {
    purpose,
    lawful_basis: basis.basis,
    channels,
    clients: [],
    since,
    ...(liaRef ? { lia_ref: liaRef } : {}),
  };
  return [newRecord(newId(), lawPacks, process, newId)];
};

/**
 * "Stop": every consent that it touches is withdrawn, and a suppression stands beside it for whatever basis. Narrowed to
 * one purpose or one channel, or to all; one purpose on one channel is a withdrawal alone where a consent is there to withdraw.
 */
export function stopChanges(
  state: PersonState | undefined,
  stop: {
    readonly purpose?: Purpose;
    readonly channel?: Channel;
    readonly said: Omit<Said, 'state' | 'consent_type'>;
    readonly source?: string;
    /** Kept with the suppression, for where no consent is there to be withdrawn with it. */
    readonly evidence?: Evidence;
  },
  newId: () => string,
): readonly Change[] {
  const { purpose, channel, said } = stop;
  const scope = { ...(purpose ? { purposes: [purpose] } : {}), ...(channel ? { channels: [channel] } : {}) };
  const withdrawn = (state?.records ?? [])
    .filter((record) => touched(record, purpose, channel, said.at))
    .map((record) => consent(record.record_id, { ...said, ...scope, state: 'withdrawn', consent_type: 'none' }, newId));
  if (purpose && channel && withdrawn.length > 0) return withdrawn;
  const suppressed = channel ? { channel } : purpose ? { purpose } : ('all' as const);
  const source = {
    ...(stop.source ? { source: stop.source } : {}),
    ...(stop.evidence ? { evidence: stop.evidence } : {}),
  };
  return [
    ...withdrawn,
    { kind: 'suppression', suppression: { id: newId(), scope: suppressed, since: said.at, ...source } },
  ];
}

const touched = (
  record: ConsentRecord,
  purpose: Purpose | undefined,
  channel: Channel | undefined,
  at: Instant,
): boolean =>
  record.processes.some((process) =>
    (channel ? [channel] : CHANNELS).some((one) => {
      const found = stateFor(record, { purpose: purpose ?? process.purpose, channel: one }, at);
      return found.state !== 'none' && VALID.has(found.state);
    }),
  );

const holds = (record: ConsentRecord, { purpose, clients }: ConsentWish, channel: Channel): boolean => {
  const [client] = clients ?? [];
  const scope = client === undefined ? { purpose, channel } : { purpose, channel, client };
  return record.processes.some((process) => process.lawful_basis === 'consent' && covers(process, scope));
};

const consent = (recordId: string, event: Omit<ConsentEvent, 'event_id' | 'prev'>, newId: () => string): Change => ({
  kind: 'consent',
  recordId,
  event: { ...event, event_id: newId(), prev: [] },
});

const newRecord = (
  recordId: string,
  lawPacks: readonly LawPackId[],
  process: Omit<Process, 'process_id'>,
  newId: () => string,
  fields: NewRecordFields['record'] = {},
): Change => ({
  kind: 'record',
  record: {
    ...fields,
    schema_version: 'izin.consent/1',
    record_id: recordId,
    law_packs: lawPacks,
    processes: [{ ...process, process_id: newId() }],
  },
});

/** The record with other fields; its events stay where they are. The last word on a record counts. */
export function amended(
  { events: _, subject_id: __, former: ___, ...record }: ConsentRecord,
  fields: NonNullable<NewRecordFields['record']>,
  at: Instant,
): Change {
  return { kind: 'record', record: { ...record, ...fields, modified_at: at } };
}
