import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fromHex, sameBytes, toHex } from '@/lib/team/bytes.ts';
import { decodeCbor, encodeCbor, readCbor } from '@/lib/team/cbor.ts';

const read = (hex: string, limit = 1000) => decodeCbor(fromHex(hex), limit);
const anything = fc.letrec((again) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => new Uint8Array(bytes)),
    fc.array(again('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 4 }).filter((key) => key !== '__proto__'),
      again('value'),
      { noNullPrototype: true },
    ),
  ),
})).value;

describe('canonical CBOR', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const back = decodeCbor(encodeCbor(value), 1_000_000);
        expect(back.ok && sameBytes(encodeCbor(back.value), encodeCbor(value))).toBe(true);
      }),
    );
  });

  it('writes the same bytes whatever the order of fields, and leaves out what is undefined', () => {
    expect(toHex(encodeCbor({ b: 1, a: 2, gone: undefined }))).toBe(toHex(encodeCbor({ a: 2, b: 1 })));
  });

  it.each([
    ['keys out of order', 'a2616201616102'],
    ['an integer that is longer than it need be', '1801'],
    ['a float for a whole number', 'f93c00'],
    ['a negative zero', 'f98000'],
    ['a double where a half would do', 'fb3ff8000000000000'],
    ['text that is no UTF-8', '61ff'],
  ])('refuses %s as not canonical', (_, hex) => {
    expect(read(hex)).toEqual({ ok: false, error: { kind: 'not-canonical' } });
  });

  it.each([
    ['a key twice', 'a2616101616102'],
    ['an indefinite list', '9fff'],
    ['undefined', 'f7'],
    ['not a number', 'f97e00'],
    ['infinity', 'f97c00'],
    ['an integer beyond what is exact', '1b0020000000000001'],
    ['bytes after the end', '0101'],
    ['an end too soon', '6261'],
    ['a list that claims more than there is', '9affffffff01'],
    ['nothing', ''],
  ])('refuses %s as malformed', (_, hex) => {
    expect(read(hex)).toEqual({ ok: false, error: { kind: 'malformed' } });
  });

  it('refuses a nesting that no stack bears', () => {
    const deep = new Uint8Array(500_000).fill(0x81);
    expect(decodeCbor(deep, 1_000_000)).toEqual({ ok: false, error: { kind: 'malformed' } });
  });

  it('does not read beyond the limit', () => {
    expect(read('8101', 1)).toEqual({ ok: false, error: { kind: 'too-large' } });
  });

  it('never throws, and takes only what it would write itself', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (some) => {
        const back = decodeCbor(new Uint8Array(some), 1000);
        expect(!back.ok || sameBytes(encodeCbor(back.value), some)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('names the first field that is wrong', () => {
    const schema = v.strictObject({ a: v.strictObject({ b: v.number() }) });
    const wrong = readCbor(schema, encodeCbor({ a: { b: 'x' } }), 100);
    expect(wrong).toEqual({ ok: false, error: { kind: 'malformed', at: 'a.b' } });
    expect(readCbor(schema, encodeCbor({ a: { b: 1 }, c: 1 }), 100)).toMatchObject({ error: { at: 'c' } });
  });
});
