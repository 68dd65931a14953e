import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Op } from '@/lib/domain/op.ts';
import { parseAny, parseOp } from '@/lib/ledger/op-schema.ts';
import { isPlainOp } from '@/lib/ledger/plain-op.ts';
import { aContext, preview } from '../exchange/lists.ts';

const HEAD =
  'Nama,Peran,Media,Email,No WA,Instagram,Topik,Persetujuan,Tgl Persetujuan,Bukti,Catatan,NIK,Zona waktu,Bahasa';
const LONG = 'panjang '.repeat(4_000);
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'ya',
    'tidak',
    'stop',
    'diminta',
    '1 Juni 2026',
    'wartawan',
    'WIB',
    'id',
    '3174061503800002',
    LONG,
  ),
  fc.constantFrom('sari@harian.example', '0812-3456-7890', '@sari', 'ekonomi; energi', 'Formulir Temu Media', 'surat'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[",\r\n]/g, '')),
);
const row = fc.tuple(fc.constantFrom('Sari Dewi', 'Budi'), fc.array(cell, { minLength: 13, maxLength: 13 }));

async function opsOfList(rows: readonly (readonly [string, readonly string[]])[]): Promise<readonly Op[]> {
  const lines = rows.map(([name, cells], at) => `${name} ${at},${cells.join(',')}`);
  const list = `${HEAD}\n${lines.join('\n')}\n`;
  return (await preview(list, { context: aContext({ takeDoubtful: true }) })).ops;
}

const whole = (await opsOfList([
  [
    'Sari Dewi',
    [
      'wartawan',
      'Warta',
      's@warta.example',
      '0812-3456-7890',
      '@saridewi',
      'ekonomi',
      'ya',
      '1 Juni 2026',
      'Form 7',
      'x',
      '3174061503800002',
      'WIB',
      'id',
    ],
  ],
  ['Budi', ['redaktur', 'Warta', 'b@warta.example', '', '', '', 'tidak', '', '', '', '', '', '']],
])) satisfies readonly Op[];

describe('an op that is plainly right', () => {
  it('is every one that is made of a list, unless the schema refuses it, and the schema leaves it as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        for (const op of await opsOfList(rows)) {
          const parsed = parseAny(op);
          expect(isPlainOp(op)).toBe('op' in parsed);
          if ('op' in parsed) expect(parsed.op).toStrictEqual(op);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is right by the schema too, and unchanged by it, wherever something else stands in it', () => {
    const odd = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        undefined,
        '',
        ' x',
        'x ',
        0,
        1.5,
        true,
        [],
        {},
        [''],
        ['x'],
        'all',
        'email',
        'pr_media',
      ),
      fc.constantFrom<unknown>('x'.repeat(201), LONG, '2026-02-30T00:00:00.000Z', '2026-06-01T07:00:00+07:00', 'given'),
      fc.string(),
    );
    const keys = fc.constantFrom('kind', 'id', 'extra', 'until', 'reason', 'published', 'duration', 'clients');
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(), odd, fc.option(keys), (op, at, value, key) => {
        const changed = changedAt(JSON.parse(JSON.stringify(op)), at, value, key);
        const parsed = parseAny(changed);
        if (isPlainOp(changed)) expect(parsed).toStrictEqual({ op: changed });
        expect(parseOp(changed)).toEqual(parsed);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has changes, as the schema asks', () => {
    expect(whole.length).toBe(2);
    expect(isPlainOp({ ...whole[0], changes: [] })).toBe(false);
  });
});

/** The `at`th place in an op with another value, or with a field more. */
function changedAt(op: Op, at: number, value: unknown, key: string | null): unknown {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, inner] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, name]);
      walk(inner);
    }
  };
  walk(op);
  const [node, name] = places[at % places.length]!;
  node[Array.isArray(node) ? name : (key ?? name)] = value;
  return op;
}
