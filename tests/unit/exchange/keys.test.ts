import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '@/lib/domain/address.ts';
import { CHANNELS } from '@/lib/domain/enums.ts';
import { idsInBulk } from '@/lib/exchange/ids.ts';
import { keyOf } from '@/lib/exchange/keys.ts';

describe('keyOf', () => {
  const label = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
  const email = fc
    .tuple(
      fc.stringMatching(/^[a-z0-9._+-]{1,20}$/),
      fc.array(label, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('example', 'test', 'com', 'co1', 'x'),
    )
    .map(([local, labels, top]) => `${local}@${[...labels, top].join('.')}`);
  const phone = fc
    .tuple(
      fc.constantFrom('0', '+62', '62', '', '00', '+1'),
      fc.stringMatching(/^[0-9]{6,13}$/),
      fc.constantFrom('', ' ', '-'),
    )
    .map(([prefix, digits, sign]) => `${prefix}${digits.slice(0, 3)}${sign}${digits.slice(3)}`);
  const gmail = fc.stringMatching(/^[a-z.]{1,12}$/).map((local) => `${local}@gmail.com`);

  it('gives what addressKey gives, by the short way as by the long', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.oneof(email, phone, gmail, fc.string()),
        fc.constantFrom('ID', 'MY'),
        (channel, raw, region) => {
          expect(keyOf(channel, raw, region)).toBe(addressKey(channel, raw, region));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('agrees on every prefix and length of an Indonesian mobile number', () => {
    for (let prefix = 10; prefix < 100; prefix += 1)
      for (let length = 9; length <= 13; length += 1) {
        const raw = `0${8}${prefix}${'1234567890'.slice(0, length - 3)}`;
        expect(keyOf('phone', raw, 'ID')).toBe(addressKey('phone', raw, 'ID'));
      }
  });
});

describe('ids in bulk', () => {
  it('are uuids of version 7, each once, in the order of their making', () => {
    const next = idsInBulk();
    const ids = Array.from({ length: 5_000 }, next);
    expect(new Set(ids).size).toBe(5_000);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
    expect(ids.toSorted()).toEqual(ids);
  });
});
