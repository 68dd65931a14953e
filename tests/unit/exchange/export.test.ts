import { describe, expect, it } from 'vitest';
import type { PersonState } from '@/lib/domain/person.ts';
import { OUT_FIELDS } from '@/lib/exchange/fields.ts';
import { rejectedCsv } from '@/lib/exchange/rejects.ts';
import { listOf, preview, told, written } from './lists.ts';

const sari: PersonState = {
  person: {
    id: 'p1',
    space: 'own',
    name: '=HYPERLINK("http://a.example")',
    outlet: 'Harian "A"; Jakarta',
    role: 'editor',
    ageBand: 'adult',
    clearance: 'public',
    nicknames: [],
    groups: ['meja media'],
    clients: [],
    topics: ['energi', 'air'],
    sharedWith: [],
    timezone: 'Asia/Makassar',
  },
  points: [
    { id: 'a', channel: 'email', address: 'sari@a.example' },
    { id: 'b', channel: 'whatsapp', address: '+6281234567890' },
    { id: 'c', channel: 'instagram_dm', address: '@sari.kol' },
  ],
  records: [
    {
      schema_version: 'izin.consent/1',
      record_id: 'r',
      subject_id: 'p1',
      law_packs: ['ID_PDP'],
      processes: [{ process_id: 'x', purpose: 'pr_media', lawful_basis: 'consent', channels: [], clients: [] }],
      events: [
        {
          event_id: 'e',
          state: 'given',
          consent_type: 'expressed',
          at: '2026-06-01T12:00:00.000Z',
          by_relation: 'self',
          method: 'email_reply',
          evidence: { kind: 'message_ref', excerpt: 'Ya, boleh' },
          recorded_by: 'me',
          recorded_at: '2026-06-01T12:00:00.000Z',
          prev: [],
        },
      ],
    },
  ],
  suppressions: [],
  data: [],
  notes: [],
  contacts: [],
  requests: [],
};
const NOW = '2026-11-20T02:00:00.000Z';

describe('an export', () => {
  it('has no cell that a spreadsheet would run', async () => {
    const list = await written('csv', [sari], OUT_FIELDS, NOW);
    const { rows } = await listOf(list);
    expect(rows.at(0)?.cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(rows.at(0)?.cells).toEqual(
      expect.arrayContaining(["'+6281234567890", "'@sari.kol", `'=HYPERLINK("http://a.example")`]),
    );
  });

  it('comes back by an import as the same people', async () => {
    const csv = await written('csv', [sari], OUT_FIELDS, NOW);
    expect(told(await preview(csv, { people: [sari] }))).toEqual(['2: same import_remark_formula']);
  });

  it('writes the rows that were left out with their line, their reason and all their cells', async () => {
    const result = await preview('Nama,Email\n,x@a.example\nSari,s@a.example\nBudi,b@a.example,=1+1\n');
    const csv = rejectedCsv(['Nama', 'Email'], result.leftOut, {
      line: 'Baris',
      reason: 'Alasan',
      say: ({ key }) => key,
    });
    const { header, rows } = await listOf(csv);
    expect(header).toEqual(['Baris', 'Alasan', 'Nama', 'Email']);
    expect(Array.from(rows, ({ cells }) => cells)).toEqual([
      ['2', 'import_fault_name', '', 'x@a.example'],
      ['4', 'import_fault_long · import_remark_formula', 'Budi', 'b@a.example', "'=1+1"],
    ]);
  });
});
