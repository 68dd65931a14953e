import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, anyKey } from '@/lib/domain/address.ts';
import { CHANNELS } from '@/lib/domain/enums.ts';

describe('the key of an address', () => {
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
  const handle = fc.stringMatching(/^@?[a-z0-9_.]{1,18}$/);
  const gmail = fc.stringMatching(/^[a-z.]{1,12}$/).map((local) => `${local}@gmail.com`);

  it('is the same by the short way as by the long', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.oneof(email, phone, gmail, handle, fc.string()),
        fc.constantFrom('ID', 'MY'),
        (channel, raw, region) => {
          expect(addressKey(channel, raw, region)).toBe(anyKey(channel, raw, region));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('is so for every prefix and length of an Indonesian mobile number', () => {
    for (let prefix = 10; prefix < 100; prefix += 1)
      for (let length = 9; length <= 13; length += 1) {
        const raw = `0${8}${prefix}${'1234567890'.slice(0, length - 3)}`;
        expect(addressKey('phone', raw)).toBe(anyKey('phone', raw, 'ID'));
      }
  });
});
