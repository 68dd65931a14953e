import type { Change, Op } from '@/lib/domain/op.ts';

/*
 * What each fixture's own code is told to write down. Everybody here is invented. Words that a version did not know yet
 * are in `LATER`, which is told only to those that do.
 */
export const SPACE = 'personal';
const AT = '2026-05-04T03:00:00.000Z';

/** Times and ids are fixed: the same story is told to every version. */
const op = (n: number, of: Op['of'], subject: string, changes: readonly Change[], batch?: string): Op => ({
  id: `01970000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  space: SPACE,
  subject,
  of,
  at: AT,
  by: 'self',
  ...(batch ? { batch } : {}),
  changes,
});

const someone = (name: string, outlet: string, address: string): readonly Change[] => [
  { kind: 'person', set: { name, outlet, role: 'journalist', ageBand: 'adult' } },
  { kind: 'point', point: { id: `${address}-point`, channel: 'email', address } },
];

const record = (id: string): Change => ({
  kind: 'record',
  record: {
    schema_version: 'izin.consent/1',
    record_id: id,
    law_packs: ['ID_PDP'],
    processes: [
      { process_id: `${id}-process`, purpose: 'pr_media', lawful_basis: 'consent', channels: ['email'], clients: [] },
    ],
  },
});

const said = (recordId: string, event_id: string, state: 'given' | 'withdrawn', at: string): Change => ({
  kind: 'consent',
  recordId,
  event: {
    event_id,
    state,
    consent_type: 'expressed',
    at,
    by_relation: 'self',
    method: 'email_reply',
    evidence: { kind: 'message_ref', locator: 'surat 12', excerpt: 'Baik, silakan kirim.' },
    recorded_by: 'self',
    recorded_at: at,
    prev: [],
  },
});

export const SARI: readonly Change[] = [
  ...someone('Sari Wulandari', 'Harian Contoh', 'Sari.Wulandari@harian.example'),
  { kind: 'person', set: { honorific: 'Ibu', nicknames: ['Sasa'], groups: ['ekonomi'], timezone: 'Asia/Jakarta' } },
  { kind: 'point', point: { id: 'sari-wa', channel: 'whatsapp', address: '0812-0000-4711' } },
  { kind: 'datum', datum: { id: 'sari-born', kind: 'birth_date', value: '1988-02-29' } },
  { kind: 'note', note: { id: 'sari-note', text: 'Lebih suka surel pagi.', at: AT } },
  { kind: 'contacted', contact: { at: AT, channel: 'email', purpose: 'pr_media' } },
  record('sari-record'),
  said('sari-record', 'sari-given', 'given', '2026-04-01T03:00:00.000Z'),
  {
    kind: 'request',
    request: {
      id: 'sari-request',
      type: 'access',
      receivedAt: '2026-05-02T02:00:00.000Z',
      state: 'open',
      zone: 'WIB',
      words: 'Data apa yang Anda simpan?',
    },
  },
];

export const OPS: readonly Op[] = [
  op(1, 'person', 'person-sari', SARI),
  op(2, 'person', 'person-budi', [
    ...someone('Budi Santoso', 'Kabar', 'budi@kabar.example'),
    record('budi-record'),
    said('budi-record', 'budi-given', 'given', '2026-03-01T03:00:00.000Z'),
  ]),
  op(3, 'person', 'person-budi', [said('budi-record', 'budi-stopped', 'withdrawn', '2026-04-20T03:00:00.000Z')]),
  op(4, 'person', 'person-maya', [
    ...someone('Maya Santi', 'Suara', 'maya@suara.example'),
    { kind: 'person', set: { ageBand: 'child', guardianId: 'person-sari' } },
    { kind: 'suppression', suppression: { id: 'maya-stop', scope: 'all', since: AT, source: 'ditulis ibunya' } },
  ]),
  op(5, 'person', 'person-tono', [
    ...someone('Tono Prakoso', 'Lintas', 'tono@lintas.example'),
    { kind: 'suppression', suppression: { id: 'tono-stop', scope: { channel: 'email' }, since: AT } },
  ]),
  op(6, 'person', 'person-tono', [{ kind: 'suppression-lifted', suppressionId: 'tono-stop' }]),
  op(7, 'term', 'term-garuda', [
    { kind: 'term', term: { phrases: ['Proyek Garuda', 'garuda-7'], class: 'secret', cleared: ['person-sari'] } },
  ]),
  op(8, 'release', 'release-laporan', [
    {
      kind: 'release',
      release: { title: 'Laporan tahunan', phrases: ['laba bersih'], liftsAt: '2027-01-05T02:00:00.000Z', zone: 'WIB' },
    },
    {
      kind: 'agreement',
      agreement: { personId: 'person-sari', agreedAt: AT, liftsAt: '2027-01-05T02:00:00.000Z', zone: 'WIB' },
    },
  ]),
];

export const KEPT = 'batch-kept';
export const UNDONE = 'batch-undone';
const imported = (first: number, batch: string, names: readonly string[]): readonly Op[] =>
  names.map((name, index) =>
    op(
      first + index,
      'person',
      `person-${name.toLowerCase()}`,
      someone(`${name} Impor`, 'Pos', `${name.toLowerCase()}@pos.example`),
      batch,
    ),
  );
export const IMPORT_KEPT = imported(20, KEPT, ['Ayu', 'Bima', 'Citra']);
export const IMPORT_UNDONE = [
  ...imported(30, UNDONE, ['Dodi', 'Eka']),
  op(39, 'person', 'person-budi', [{ kind: 'person', set: { outlet: 'Salah Impor' } }], UNDONE),
];

/** Since version 2. */
export const LATER: readonly Op[] = [
  op(50, 'person', 'person-sari', [
    { kind: 'disclosed', disclosure: { id: 'sari-told', at: AT, to: 'Agensi Contoh', categories: ['phone'] } },
  ]),
  op(51, 'person', 'person-rahma', someone('Rahma Lestari', 'Warta', 'rahma@warta.example')),
  op(52, 'space', SPACE, [
    {
      kind: 'list',
      list: {
        id: 'list-ekonomi',
        name: 'Meja ekonomi',
        rule: { groups: ['ekonomi'] },
        purpose: 'pr_media',
        channel: 'email',
      },
    },
  ]),
];
