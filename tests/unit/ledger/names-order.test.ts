import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byName, plainOrder } from '@/lib/ledger/names-order.ts';

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });
const plain = fc.string({ unit: fc.constantFrom(...'aAbBzZ  0129'), maxLength: 8 });
const any = fc.oneof(plain, fc.string({ unit: 'grapheme', maxLength: 6 }), fc.stringMatching(/^[a-z]?\d{10,16}$/));
const line = (name: string) => ({ name, order: plainOrder(name), subject: 'one' });

describe('the order of names', () => {
  it('is that of the language, whichever way it is worked out', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const compared = byName({ ...line(a), subject: '1' }, { ...line(b), subject: '2' });
        expect(compared).toBe(Math.sign(collator.compare(a, b)) || -1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows numbers by what they count, and is told by the code units where it can be', () => {
    expect(
      ['Orang 10', 'orang 9', 'Émile', 'Emil']
        .map(line)
        .sort(byName)
        .map(({ name }) => name),
    ).toEqual(['Emil', 'Émile', 'orang 9', 'Orang 10']);
    expect([plainOrder('Orang 07'), plainOrder('Émile')]).toEqual(['orang 000000000007', undefined]);
  });
});
