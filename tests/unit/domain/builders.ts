import type { ConsentEvent, ConsentRecord, Process } from '@/lib/domain/consent.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import type { ContactPoint, PersonState, Suppression } from '@/lib/domain/person.ts';
import { inSequence } from '@/lib/domain/record-event.ts';

/*
 * Small builders for tests. All people are invented; all domains are .example or .test.
 */
let count = 0;
export const anId = (prefix = 'id'): string => `${prefix}-${String(++count).padStart(6, '0')}`;

export const NOW = '2026-11-20T02:15:00.000Z';

export const aProcess = (over: Partial<Process> = {}): Process => ({
  process_id: anId('process'),
  purpose: 'pr_media',
  lawful_basis: 'consent',
  channels: ['email'],
  clients: [],
  ...over,
});

export const anEvent = (over: Partial<ConsentEvent> = {}): ConsentEvent => ({
  event_id: anId('event'),
  state: 'given',
  consent_type: 'expressed',
  at: '2026-05-01T03:00:00.000Z',
  by_relation: 'self',
  method: 'email_reply',
  evidence: { kind: 'message_ref', locator: 'message 12' },
  recorded_by: 'me',
  recorded_at: '2026-05-01T03:00:00.000Z',
  prev: [],
  ...over,
});

/** A record; its events are linked in the order of their dates unless they say otherwise. */
export const aRecord = (events: readonly ConsentEvent[] = [], over: Partial<ConsentRecord> = {}): ConsentRecord => ({
  schema_version: 'izin.consent/1',
  record_id: anId('record'),
  subject_id: 'p1',
  law_packs: ['ID_PDP'],
  processes: [aProcess()],
  events: events.some(({ prev }) => prev.length > 0) ? events : inSequence(events),
  ...over,
});

type Consent = Partial<Pick<ConsentEvent, 'state' | 'at' | 'until' | 'by_relation' | 'method'>> &
  Partial<Pick<Process, 'purpose' | 'channels' | 'clients' | 'lawful_basis'>>;

/** A record with one event: `aConsent({ state: 'withdrawn' })`. */
export function aConsent({ purpose, channels, clients, lawful_basis, ...event }: Consent = {}): ConsentRecord {
  const over = Object.fromEntries(
    Object.entries({ purpose, channels, clients, lawful_basis }).filter(([, value]) => value !== undefined),
  );
  return aRecord([anEvent(event)], { processes: [aProcess(over)] });
}

export const aSuppression = (over: Partial<Suppression> = {}): Suppression => ({
  id: anId('suppression'),
  scope: 'all',
  since: '2026-10-12T01:00:00.000Z',
  ...over,
});

export const aPoint = (over: Partial<ContactPoint> = {}): ContactPoint => ({
  id: anId('point'),
  channel: 'email',
  address: 'sari@harian.example',
  ...over,
});

type PersonWords = Partial<PersonState['person']> & { readonly email?: string; readonly phone?: string };
type Rest = Partial<Omit<PersonState, 'person'>>;

export function aPerson(
  { email = 'sari@harian.example', phone, ...person }: PersonWords = {},
  rest: Rest = {},
): PersonState {
  return {
    person: {
      id: 'p1',
      space: 'personal',
      name: 'Sari Wulandari',
      role: 'journalist',
      outlet: 'Harian Contoh',
      ageBand: 'adult',
      nicknames: [],
      clearance: 'public',
      groups: [],
      clients: [],
      topics: [],
      sharedWith: [],
      ...person,
    },
    points: [aPoint({ address: email }), ...(phone ? [aPoint({ channel: 'whatsapp', address: phone })] : [])],
    records: [],
    suppressions: [],
    data: [],
    notes: [],
    contacts: [],
    requests: [],
    ...rest,
  };
}

export const anOp = (changes: readonly Change[], over: Partial<Op> = {}): Op => ({
  id: anId('op'),
  space: 'personal',
  subject: 'p1',
  of: 'person',
  at: NOW,
  by: 'me',
  changes,
  ...over,
});
