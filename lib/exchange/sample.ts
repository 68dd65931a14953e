import type { ConsentEvent } from '../domain/consent.ts';
import type { Channel, ConsentState, Method, Purpose } from '../domain/enums.ts';
import { addDays } from '../domain/instant.ts';
import type { Change, Op } from '../domain/op.ts';
import type { ContactPoint, Instant, SpaceId } from '../domain/person.ts';
import { SAMPLE_ROWS, type SampleRow } from './sample-rows.ts';

/** One batch: the ledger can take it back as a whole. */
export const SAMPLE_BATCH = 'sample';
/** The own domain of the practice mailbox. */
const SAMPLE_DOMAIN = 'humas.example';
const SAMPLE_RELEASE = 'Laporan Keberlanjutan 2026';
const BY = 'sample';
const PURPOSES: readonly Purpose[] = ['pr_media', 'event_invite', 'kol_collab'];

/**
 * About 18 invented people with every state that a beginner should meet, a secret term, and a release under embargo.
 * Ids are fixed, so that taking it twice changes nothing; the embargo is renewed from day to day.
 */
export function samplePeople(space: SpaceId, now: Instant): readonly Op[] {
  const people = SAMPLE_ROWS.map((row) => op(space, now, 'person', row.key, row.key, changesOf(row, now)));
  const term: Change = { kind: 'term', term: { phrases: ['Proyek Lentera'], class: 'secret', cleared: [] } };
  return [...people, op(space, now, 'term', 'lentera', 'lentera', [term]), embargo(space, now)];
}

/** What the practice mailbox takes as its own. */
export const practicePolicy = (space: SpaceId, now: Instant): Op => ({
  ...op(space, now, 'space', 'policy', 'policy', [
    { kind: 'policy', set: { preset: 'humas', ownDomains: [SAMPLE_DOMAIN], ownAddresses: [`saya@${SAMPLE_DOMAIN}`] } },
  ]),
  subject: space,
});

const personId = (key: string): string => `sample-${key}`;

function op(space: SpaceId, at: Instant, of: Op['of'], key: string, id: string, changes: readonly Change[]): Op {
  return {
    id: `sample-${space}-${of}-${id}`,
    space,
    subject: personId(key),
    of,
    at,
    by: BY,
    batch: SAMPLE_BATCH,
    changes,
  };
}

function embargo(space: SpaceId, now: Instant): Op {
  const day = now.slice(0, 10);
  const liftsAt = `${addDays(now, 3).slice(0, 10)}T02:00:00.000Z`;
  const agreements = SAMPLE_ROWS.filter((row) => row.agreedToEmbargo).map(
    (row): Change => ({
      kind: 'agreement',
      agreement: {
        personId: personId(row.key),
        agreedAt: addDays(now, -1),
        evidence: { kind: 'message_ref', excerpt: 'Baik, kami tahan sampai embargo berakhir.' },
      },
    }),
  );
  const release = { title: SAMPLE_RELEASE, phrases: [SAMPLE_RELEASE], liftsAt, zone: 'WIB' };
  return op(space, now, 'release', 'keberlanjutan', `keberlanjutan-${day}`, [
    { kind: 'release', release },
    ...agreements,
  ]);
}

function changesOf(row: SampleRow, now: Instant): readonly Change[] {
  const { key, name, role, outlet, age = 'adult' } = row;
  const source = { type: 'registration', detail: 'Temu Media 2026', collectedAt: addDays(now, -420) } as const;
  return [
    { kind: 'person', set: { name, role, outlet, ageBand: age, timezone: 'Asia/Jakarta', source } },
    ...pointsOf(row).map((point): Change => ({ kind: 'point', point })),
    ...consentOf(row, now),
    ...(row.story === 'opted-out'
      ? [
          {
            kind: 'suppression',
            suppression: { id: `sample-${key}-stop`, scope: 'all', since: addDays(now, -41), source: 'Balasan surel' },
          } as const,
        ]
      : []),
  ];
}

function pointsOf({ key, email, whatsapp, instagram }: SampleRow): readonly ContactPoint[] {
  const all: readonly (readonly [Channel, string | undefined])[] = [
    ['email', email],
    ['whatsapp', whatsapp],
    ['instagram_dm', instagram],
  ];
  return all.flatMap(([channel, address]) => (address ? [{ id: `sample-${key}-${channel}`, channel, address }] : []));
}

function consentOf(row: SampleRow, now: Instant): readonly Change[] {
  const { key, story, channels = [] } = row;
  if (story === 'no-consent') return [];
  const recordId = `sample-${key}-record`;
  const processes = PURPOSES.map((purpose) => ({
    process_id: `sample-${key}-${purpose}`,
    purpose,
    lawful_basis: 'consent' as const,
    channels,
    clients: [],
  }));
  const given = event(row, 'given', addDays(now, -400), 'checkbox_form', []);
  const until = story === 'expired' ? addDays(now, -12) : addDays(now, 330);
  const left: Channel | undefined =
    story === 'withdrew-email' ? 'email' : story === 'withdrew-whatsapp' ? 'whatsapp' : undefined;
  const method: Method = left === 'email' ? 'email_reply' : 'chat_reply';
  const withdrawn = left && {
    ...event(row, 'withdrawn', addDays(now, -20), method, [given.event_id]),
    channels: [left],
  };
  return [
    {
      kind: 'record',
      record: { schema_version: 'izin.consent/1', record_id: recordId, law_packs: ['ID_PDP'], processes },
    },
    { kind: 'consent', recordId, event: { ...given, until } },
    ...(withdrawn ? [{ kind: 'consent', recordId, event: withdrawn } as const] : []),
  ];
}

function event(
  { key }: SampleRow,
  state: ConsentState,
  at: Instant,
  method: Method,
  prev: readonly string[],
): ConsentEvent {
  const stop = state === 'withdrawn';
  return {
    event_id: `sample-${key}-${state}`,
    state,
    consent_type: 'explicit',
    at,
    by_relation: 'self',
    method,
    evidence: stop
      ? { kind: 'message_ref', excerpt: 'Mohon tidak menghubungi saya lewat jalur ini lagi.' }
      : { kind: 'form_snapshot', locator: 'Formulir Temu Media 2026' },
    recorded_by: BY,
    recorded_at: at,
    prev,
  };
}
