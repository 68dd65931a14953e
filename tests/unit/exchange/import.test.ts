import { describe, expect, it } from 'vitest';
import { suggestMapping } from '@/lib/exchange/mapping.ts';
import { aContext, listOf, planImport, preview, read, running, told, utf16 } from './lists.ts';

const HEAD = 'Nama,Email,No WA,Media,Persetujuan,Tgl Persetujuan,Bukti';

describe('an import', () => {
  it('says of each row, with its line, what it would do', async () => {
    const result = await preview(
      `${HEAD}\nSari,sari@a.example,,Harian A\nSari,sari@a.example,,Harian A,,,\nSari,sari@a.example,0812 3456 7890,Harian A,,,\n` +
        'Budi,sari@a.example,,,,,\n,tini@a.example,,,,,\nJoko,bukan alamat,,,,,\nDewi,d@a.example,,,,,,lebih\n',
    );
    expect(told(result)).toEqual([
      '2: doubtful import_doubt_short',
      '3: new',
      '4: changed import_remark_twin',
      '5: doubtful import_doubt_other import_remark_twin',
      '6: bad import_fault_name',
      '7: bad import_fault_contact import_doubt_address',
      '8: bad import_fault_long',
    ]);
    expect(result.counts).toEqual({ new: 1, changed: 1, same: 0, doubtful: 2, bad: 3 });
  });

  it('leaves out a row with a cell that no ledger takes, and takes the others', async () => {
    const long = 'x'.repeat(20_001);
    const result = await preview(
      `Nama,Email,Catatan\nSari,sari@a.example,${long}\nBudi,budi@a.example,${long.slice(1)}\n`,
    );
    expect(told(result)).toEqual(['2: bad import_fault_cell', '3: new']);
  });

  it('changes nothing for people who are already there as the list has them', async () => {
    const text = `Nama,Email,Media\nSari,sari@a.example,Harian A\n`;
    const first = await preview(text);
    const { op } = { op: first.ops[0]! };
    const point = op.changes.find((change) => change.kind === 'point')!;
    const people = [
      {
        person: {
          id: op.subject,
          space: 'own',
          name: 'Sari',
          outlet: 'Harian A',
          role: 'journalist' as const,
          ageBand: 'unknown' as const,
          clearance: 'public' as const,
          nicknames: [],
          groups: [],
          clients: [],
          topics: [],
          sharedWith: [],
        },
        points: [point.point],
        records: [],
        suppressions: [],
        data: [],
        notes: [],
        contacts: [],
        requests: [],
      },
    ];
    expect(told(await preview('Nama,Email,Media\nSARI,Sari@A.example,Harian A\n', { people }))).toEqual(['2: same']);
    expect(told(await preview('Nama,Email,Media\nSari,sari@a.example,Harian B\n', { people }))).toEqual(['2: changed']);
    expect(told(await preview('Nama,Email\nBudi,sari@a.example\n', { people }))).toEqual([
      '2: doubtful import_doubt_other',
    ]);
  });

  it('records "agreed" only with its evidence; without, it is unknown and said', async () => {
    const result = await preview(
      `${HEAD}\nSari,sari@a.example,,,ya,1 Juni 2026,Ya silakan kirim lewat surel\nBudi,budi@a.example,,,ya,1/6/2026,\n`,
    );
    const events = result.ops.map((op) =>
      op.changes.flatMap((change) => (change.kind === 'consent' ? [change.event] : [])),
    );
    expect(events[0]).toMatchObject([
      {
        state: 'given',
        at: '2026-06-01T12:00:00.000Z',
        by_relation: 'imported',
        evidence: { excerpt: 'Ya silakan kirim lewat surel' },
      },
    ]);
    expect(events[1]).toMatchObject([{ state: 'unknown' }]);
    expect(told(result)).toEqual(['2: new', '3: new import_remark_claim']);
  });

  it('turns every "no" of a list into a block', async () => {
    const result = await preview(
      'Nama,Email,Consent,Do not contact\nSari,s@a.example,withdrawn,\nBudi,b@a.example,,yes\nTini,t@a.example,ya,no\n',
    );
    const scopes = result.ops.map((op) =>
      op.changes.flatMap((change) => (change.kind === 'suppression' ? [change.suppression.scope] : [])),
    );
    expect(scopes).toEqual([[{ purpose: 'pr_media' }], ['all'], []]);
  });

  it('doubts a state, a date or a letter that it cannot read, and leaves the row out until it is taken', async () => {
    const text =
      'Nama,Email,Consent,Consent date,Bukti\nSari,s@a.example,mungkin,,\nBudi,b@a.example,ya,32/13/2026,surat\nTini\ufffd,t@a.example,,,\n';
    expect(told(await preview(text))).toEqual([
      '2: doubtful import_doubt_value',
      '3: doubtful import_doubt_value',
      '4: doubtful import_doubt_damaged',
    ]);
    expect((await preview(text)).ops).toHaveLength(0);
    expect((await preview(text, { context: aContext({ takeDoubtful: true }) })).ops).toHaveLength(3);
  });

  it('refuses a consent dated in the future by the domain, with its reason', async () => {
    const result = await preview('Nama,Email,Consent,Consent date,Bukti\nSari,s@a.example,ya,2027-01-01,surat-12\n');
    expect(told(result)).toEqual(['2: doubtful refusal_future']);
  });

  it('takes formula cells as text and says so, with the line', async () => {
    const result = await preview(
      `Nama,Email,Catatan\n"=cmd|' /C calc'!A0",s@a.example,-\nBudi,b@a.example,@SUM(A1)\nTini,t@a.example,-\n`,
    );
    expect(told(result)).toEqual(['2: new import_remark_formula', '3: new import_remark_formula', '4: new']);
    expect(result.ops[0]?.changes).toContainEqual(
      expect.objectContaining({ kind: 'person', set: expect.objectContaining({ name: "=cmd|' /C calc'!A0" }) }),
    );
  });

  it('marks all ops with one batch, so that it is undone as one', async () => {
    const result = await preview('Nama,Email\nSari,s@a.example\nBudi,b@a.example\n');
    expect(result.ops.map(({ batch }) => batch)).toEqual(['batch-1', 'batch-1']);
  });

  it('reads a UTF-16 list with semicolons as an old spreadsheet writes it', async () => {
    const list = await listOf(utf16('Nama;Surel\r\nAndré;andre@a.example\r\n', 'le'));
    expect(list).toMatchObject({ format: 'csv', header: ['Nama', 'Surel'] });
    expect(list.told).toEqual([
      { key: 'import_told_rows', params: { count: 1 } },
      { key: 'import_told_encoding', params: { encoding: 'UTF-16LE' } },
      { key: 'import_told_separator_semicolon' },
    ]);
    expect(told(await preview(utf16('Nama\tSurel\r\nAndré\tandre@a.example\r\n', 'be')))).toEqual(['2: new']);
  });

  it.each([
    ['an empty file', '', 'import_error_empty'],
    ['a file of blank lines', '\n\n  \n', 'import_error_empty'],
    ['a heading alone', 'Nama,Email\n', 'import_error_header_only'],
    ['a heading whose quote is never closed', '"Nama,Email\nSari,s@a.example\n', 'import_error_no_header'],
  ])('says so for %s', async (_, text, key) => {
    expect(await read(text)).toEqual({ ok: false, error: { key } });
  });

  it('stops where it is cancelled, with nothing to append', async () => {
    const list = await listOf(
      `Nama,Email\n${Array.from({ length: 5000 }, (_, at) => `N${at},n${at}@a.example`).join('\n')}`,
    );
    const stop = new AbortController();
    const mapping = suggestMapping(list.header, []);
    const work = planImport(list, mapping, [], aContext(), {
      signal: stop.signal,
      progress: () => undefined,
      pause: async () => stop.abort(new Error('the user left')),
    });
    await expect(work).rejects.toThrow('the user left');
  });

  it('plans 20,000 rows in turns that let the page breathe', async () => {
    const text = `Nama,Email,No HP\n${Array.from({ length: 20_000 }, (_, at) => `Orang ${at},o${at}@a.example,`).join('\n')}\n`;
    const list = await listOf(text);
    let pauses = 0;
    const result = await planImport(list, suggestMapping(list.header, []), [], aContext(), {
      ...running(),
      pause: async () => {
        pauses += 1;
      },
    });
    expect(result.counts).toEqual({ new: 20_000, changed: 0, same: 0, doubtful: 0, bad: 0 });
    expect(result.rows.at(-1)?.row.line).toBe(20_001);
    expect(pauses).toBeGreaterThan(10);
  }, 60_000);
});
