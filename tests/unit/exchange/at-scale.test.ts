import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashLists } from '@/lib/exchange/likeness/hash-lists.ts';
import { lookAlikes } from '@/lib/exchange/likeness/look-alikes.ts';
import { ALIKE, type Features, featuresOf, likeness } from '@/lib/exchange/likeness/score.ts';
import { packed } from '@/lib/exchange/rows.ts';
import type { Row } from '@/lib/exchange/table.ts';
import { aContext, listOf, planImport, preview, running } from './lists.ts';

// What keeps a long list small and quick gives what the plain way would.

const word = fc.constantFrom('sari', 'dewi', 'dewy', 'muh.', 'budi', 'kartika', 'kartica', 'k.', 'santoso', 'santosa');
const someone = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(undefined, 'Fajar', 'Harian Fajar', 'Senja'),
    fc.array(fc.constantFrom('saridewi', 'budikabar', 'redaksi'), { maxLength: 2 }),
  )
  .map(([words, outlet, accounts]) =>
    featuresOf(
      words.join(' '),
      outlet,
      accounts.map((account) => `email:${account}@a.example`),
    ),
  );

describe('who is alike, found by numbers', () => {
  it('is who a comparison of everybody with everybody finds, as far as they share a block', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 30 }), someone, (people, asked) => {
        const looks = lookAlikes();
        for (const [at, one] of people.entries()) looks.add(at * 3, one);
        const found = looks.find(asked);
        for (const { at, score, why } of found) expect({ score, why }).toEqual(likeness(asked, people[at / 3]!));
        const all = people.filter((one) => shareBlock(asked, one)).map((one) => likeness(asked, one));
        const alike = all.filter(({ score, why }) => why !== undefined && score >= ALIKE).map(({ score }) => score);
        expect(found.map(({ score }) => score)).toEqual(alike.toSorted((a, b) => b - a).slice(0, 5));
      }),
      { numRuns: 1_000 },
    );
  });

  const shareBlock = (a: Features, b: Features): boolean =>
    a.name.key === b.name.key ||
    a.accounts.some((one) => b.accounts.includes(one)) ||
    (a.outlet !== '' &&
      a.outlet === b.outlet &&
      a.name.words.some((one) => one.length > 2 && b.name.words.includes(one)));

  it('keeps under each hash what was put there, in its order, through every growth', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(600), fc.nat(2 ** 31 - 1)), { maxLength: 3_000 }), (entries) => {
        const lists = hashLists();
        const plain = new Map<number, number[]>();
        for (const [hash, value] of entries) {
          lists.add(hash * 0x9e3779b1, value);
          const list = plain.get(hash) ?? [];
          if (list.at(-1) !== value) plain.set(hash, [...list, value]);
        }
        for (const [hash, values] of plain) expect([lists.of(hash * 0x9e3779b1)].flat()).toEqual(values);
        expect(lists.of(601 * 0x9e3779b1)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});

describe('rows kept as text', () => {
  it('come back as they were, whatever stands in their cells', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '\u001f', 'a\u001fb', '😀', '\n'));
    const row = fc.record({ line: fc.nat(2 ** 31), cells: fc.array(cell, { maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 700 }), (rows: readonly Row[]) => {
        const kept = packed(rows);
        expect([...kept]).toEqual(rows);
        expect(rows.map((_, at) => kept.line(at))).toEqual(rows.map(({ line }) => line));
        expect([kept.at(-1), kept.at(rows.length)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a plan that is written part by part', () => {
  it('writes each row to whom the preview showed, across parts and through chains of the same person', async () => {
    const lines = Array.from({ length: 1_000 }, (_, at) => `Orang ${at % 700},o${at % 700}@a.example,Media ${at}`);
    const list = await listOf(`Nama,Email,Media\n${lines.join('\n')}\n`);
    const mapping = [
      { field: 'name', confidence: 1 },
      { field: 'email', confidence: 1 },
      { field: 'outlet', confidence: 1 },
    ] as const;
    const { counts, willWrite, ops } = await planImport(list, mapping, [], aContext(), running());
    expect([counts.new, counts.changed, willWrite]).toEqual([700, 300, 1_000]);
    expect(new Set(ops.map(({ subject }) => subject)).size).toBe(700);
    expect(ops.slice(700).map(({ subject }) => subject)).toEqual(ops.slice(0, 300).map(({ subject }) => subject));
    expect(ops.slice(700).every(({ changes }) => changes.every(({ kind }) => kind === 'person'))).toBe(true);
  });

  it('keeps a datum for what its column was kept for', async () => {
    const list = await listOf('Nama,Email,NIK\nSari,s@a.example,3174061503800002\n');
    const column = (field: 'name' | 'email' | 'data_nik') => ({ field, confidence: 1 });
    const named = [column('name'), column('email'), { ...column('data_nik'), purpose: 'contract_admin' as const }];
    const data = async (mapping: typeof named) =>
      (await planImport(list, mapping, [], aContext(), running())).ops.flatMap(({ changes }) =>
        changes.flatMap((change) => (change.kind === 'datum' ? [change.datum.purpose] : [])),
      );
    expect(await data(named)).toEqual(['contract_admin']);
    expect(await data([column('name'), column('email'), column('data_nik')] as typeof named)).toEqual(['pr_media']);
  });

  it('says nothing of the rows that were only looked at in what it writes', async () => {
    const { ops } = await preview('Nama,Email\nSari,s@a.example\nSari,s@a.example\n');
    expect(JSON.stringify(ops)).not.toContain('new ');
  });
});
