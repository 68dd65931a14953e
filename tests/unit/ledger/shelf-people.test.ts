import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Op } from '@/lib/domain/op.ts';
import { idsInBulk } from '@/lib/exchange/ids.ts';
import { peoplePacker, peoplePage } from '@/lib/ledger/shelf-people.ts';
import { personOp } from './open.ts';

const AT = { space: 'personal', batch: 'b1' };
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', minLength: 100, maxLength: 400 }),
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.constantFrom('', 'ID_PDP', '\ud800', '\ufeffSari', '0123456789abcdef0123456789abcdef0123'),
);
const leaf = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.stringMatching(/^[a-z]{1,3}$/);
const value = fc.letrec<{ readonly any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(key, tie('any'), { maxKeys: 4 }),
  ),
})).any;
const person = fc.record({
  subject: text,
  ops: fc.array(fc.record({ id: text, at: text, by: text, changes: fc.array(value, { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});
/** What the page was given, as JSON would bring it back. */
const plain = (record: unknown): unknown => JSON.parse(JSON.stringify(record));

describe('a page of people', () => {
  it('gives every record back as it was written, and nothing for an empty place', () => {
    fc.assert(
      fc.property(fc.array(fc.option(person), { maxLength: 8 }), (people) => {
        const packer = peoplePacker(AT);
        for (const one of people)
          if (one) packer.add(one.subject, one.ops as unknown as readonly Op[]);
          else packer.addEmpty();
        const page = peoplePage(packer.end());
        expect([page.slots, page.space, page.batch]).toEqual([people.length, 'personal', 'b1']);
        for (const [slot, one] of people.entries())
          expect(page.record(slot)).toEqual(
            one ? plain([one.subject, ...one.ops.map(({ id, at, by, changes }) => [id, at, by, changes])]) : undefined,
          );
      }),
    );
  });

  it('says once what people have in common: of each one their own is left', () => {
    const id = idsInBulk();
    const packer = peoplePacker(AT);
    const sizes = [1, 2, 32].map((count) => {
      for (let n = 0; n < count; n += 1) {
        const { changes } = personOp(`Orang ${n}`, `orang${n}@harian.example`);
        const op = { ...personOp('x', 'y', [], { subject: id() }), id: id(), changes };
        packer.add(op.subject, [op]);
      }
      return packer.end().length;
    });
    expect((sizes[2]! - sizes[1]!) / 30).toBeLessThan(100);
  });

  it('refuses bytes of another version, and a page that ends too soon', () => {
    const packer = peoplePacker(AT);
    const op = personOp('Sari', 'sari@harian.example');
    packer.add(op.subject, [op]);
    const page = packer.end();
    expect(() => peoplePage(new Uint8Array([9]))).toThrow(RangeError);
    expect(() => peoplePage(page.slice(0, page.length - 4)).record(0)).toThrow(RangeError);
  });
});
