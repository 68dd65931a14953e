import { describe, expect, it } from 'vitest';
import type { Op } from '@/lib/domain/op.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { foldPerson } from '@/lib/domain/person-fold.ts';
import type { Choice } from '@/lib/exchange/plan.ts';
import { aContext, preview, told } from './lists.ts';

const person = (id: string, name: string, outlet: string, email: string): PersonState => ({
  person: {
    id,
    space: 'own',
    name,
    outlet,
    role: 'journalist',
    ageBand: 'unknown',
    clearance: 'public',
    nicknames: [],
    groups: [],
    clients: [],
    topics: [],
    sharedWith: [],
  },
  points: [{ id: `${id}-mail`, channel: 'email', address: email }],
  records: [],
  suppressions: [],
  data: [],
  notes: [],
  contacts: [],
  requests: [],
});
const rizki = person('rizki', 'Muhammad Rizki Pratama', 'Harian Fajar', 'rizki@fajar.example');
const TEXT = 'Nama,Email,Media\nMuh. Rizky Pratama,rizky.p@rumah.example,Fajar\n';
const decide = (choices: readonly (readonly [number, Choice])[], more = {}) =>
  aContext({ choices: new Map(choices), ...more });

describe('somebody who may already be there', () => {
  it('is asked about by likeness, and nobody is joined or written before the user decides', async () => {
    const result = await preview(TEXT, { people: [rizki] });
    expect(told(result)).toEqual(['2: doubtful import_doubt_alike']);
    expect(result.rows[0]?.candidates).toEqual([
      { ref: 'rizki', name: 'Muhammad Rizki Pratama', outlet: 'Harian Fajar', by: 'name-outlet' },
    ]);
    expect(result.ops).toEqual([]);
    const taken = await preview(TEXT, { people: [rizki], context: aContext({ takeDoubtful: true }) });
    expect(taken.ops.map(({ subject }) => subject)).not.toContain('rizki');
  });

  it('is joined by choice: the address comes to the one who is there', async () => {
    const context = decide([[2, { kind: 'join', ref: 'rizki' }]]);
    const { ops, rows } = await preview(TEXT, { people: [rizki], context });
    expect(rows[0]).toMatchObject({ status: 'changed', candidates: [{ ref: 'rizki' }] });
    expect(ops.map(({ subject, batch }) => [subject, batch])).toEqual([['rizki', 'batch-1']]);
    expect(ops[0]?.changes.map((change) => change.kind)).toContain('point');
    expect(JSON.stringify(ops)).not.toContain('"name"');
  });

  it('is as before when the import is undone', async () => {
    const first: Op = {
      id: 'op-0',
      space: 'own',
      subject: 'rizki',
      of: 'person',
      at: '2026-01-01T00:00:00.000Z',
      by: 'me',
      changes: [
        { kind: 'person', set: { name: rizki.person.name, outlet: 'Harian Fajar', role: 'journalist' } },
        ...rizki.points.map((point) => ({ kind: 'point' as const, point })),
      ],
    };
    const { ops } = await preview(TEXT, { people: [rizki], context: decide([[2, { kind: 'join', ref: 'rizki' }]]) });
    const before = foldPerson('rizki', 'own', [first]);
    expect(foldPerson('rizki', 'own', [first, ...ops])?.state.points).toHaveLength(2);
    expect(foldPerson('rizki', 'own', [first, ...ops], new Set(['batch-1']))).toEqual(before);
  });

  it('stays apart by choice, or is left out and told so', async () => {
    const apart = await preview(TEXT, { people: [rizki], context: decide([[2, { kind: 'apart' }]]) });
    expect(apart.counts.new).toBe(1);
    expect(apart.ops[0]?.subject).not.toBe('rizki');
    const skipped = await preview(TEXT, {
      people: [rizki],
      context: decide([[2, { kind: 'skip' }]], { takeDoubtful: true }),
    });
    expect(skipped.ops).toEqual([]);
    expect(skipped.leftOut.map(({ row }) => row.line)).toEqual([2]);
  });

  it('may be somebody whom the list itself brings, and is joined to that row', async () => {
    const text =
      'Nama,Email,Media\nKartika Dewanti,kartika@a.example,Fajar\nDewanti Kartika,kd@b.example,Harian Fajar\n';
    const asked = await preview(text);
    expect(asked.rows[1]?.candidates).toMatchObject([{ ref: 'line:2', line: 2 }]);
    const { ops, counts } = await preview(text, { context: decide([[3, { kind: 'join', ref: 'line:2' }]]) });
    expect(counts).toMatchObject({ new: 1, changed: 1 });
    expect(new Set(ops.map(({ subject }) => subject)).size).toBe(1);
    const folded = foldPerson(ops[0]?.subject ?? '', 'own', ops);
    expect(folded?.state.points.map(({ address }) => address)).toEqual(['kartika@a.example', 'kd@b.example']);
  });

  it('is asked again when the row that was chosen is no longer there', async () => {
    const text = 'Nama,Email,Media\nKartika Dewanti,bukan,Fajar\nDewanti Kartika,kd@b.example,Harian Fajar\n';
    const { rows } = await preview(text, { context: decide([[3, { kind: 'join', ref: 'line:2' }]]) });
    expect(rows[1]).toMatchObject({ status: 'new' });
  });

  it('with one address and another name is a question with three answers', async () => {
    const text = 'Nama,Email\nBudi Santoso,rizki@fajar.example\n';
    const asked = await preview(text, { people: [rizki] });
    expect(asked.rows[0]).toMatchObject({ status: 'doubtful', candidates: [{ ref: 'rizki', by: 'address' }] });
    const apart = await preview(text, { people: [rizki], context: decide([[2, { kind: 'apart' }]]) });
    expect(apart.counts.new).toBe(1);
    const joined = await preview(text, { people: [rizki], context: decide([[2, { kind: 'join', ref: 'rizki' }]]) });
    expect(joined.rows[0]?.status).toBe('same');
  });

  it('with a title or in another spelling is the same by the address, without a question', async () => {
    const text = 'Nama,Email\n"Bpk. Muh. Rizky Pratama, S.Sos.",rizki@fajar.example\n';
    expect(told(await preview(text, { people: [rizki] }))).toEqual(['2: same']);
  });

  it('whose addresses belong to two is joined to the chosen one, and takes nothing from the other', async () => {
    const sari = person('sari', 'Sari Dewi', 'Fajar', 'sari@fajar.example');
    const text = 'Nama,Email,Email 2,WA\nSari Dewi,sari@fajar.example,rizki@fajar.example,081234567890\n';
    const asked = await preview(text, { people: [rizki, sari] });
    expect(asked.rows[0]).toMatchObject({ status: 'bad', candidates: [{ ref: 'sari' }, { ref: 'rizki' }] });
    const { ops } = await preview(text, {
      people: [rizki, sari],
      context: decide([[2, { kind: 'join', ref: 'sari' }]]),
    });
    expect(
      ops.flatMap(({ changes }) =>
        changes.flatMap((change) => (change.kind === 'point' ? [change.point.address] : [])),
      ),
    ).toEqual(['081234567890']);
  });

  it('shows what is then written, row for row', async () => {
    const text = `${TEXT}Sari,s@a.example,Fajar\nSari,s@a.example,Senja\nJoko,bukan,Fajar\n`;
    const result = await preview(text, { people: [rizki], context: decide([[2, { kind: 'apart' }]]) });
    expect(result.willWrite).toBe(result.ops.length);
    expect(result.counts).toEqual({ new: 2, changed: 1, same: 0, doubtful: 0, bad: 1 });
  });
});
