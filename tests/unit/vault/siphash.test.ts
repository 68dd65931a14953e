import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siphash53 } from '@/lib/vault/siphash.ts';

const WORD = 2n ** 64n - 1n;
const turn = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (64n - by))) & WORD;

/** The paper's own words, in whole numbers of 64 bits. */
function plain(key: Uint8Array, message: Uint8Array): bigint {
  const word = (bytes: Uint8Array, at: number): bigint =>
    bytes.slice(at, at + 8).reduce((sum, byte, index) => sum | (BigInt(byte) << BigInt(8 * index)), 0n);
  const [k0, k1] = [word(key, 0), word(key, 8)];
  let [v0, v1] = [k0 ^ 0x736f6d6570736575n, k1 ^ 0x646f72616e646f6dn];
  let [v2, v3] = [k0 ^ 0x6c7967656e657261n, k1 ^ 0x7465646279746573n];
  const round = (): void => {
    v0 = (v0 + v1) & WORD;
    v1 = turn(v1, 13n) ^ v0;
    v0 = turn(v0, 32n);
    v2 = (v2 + v3) & WORD;
    v3 = turn(v3, 16n) ^ v2;
    v0 = (v0 + v3) & WORD;
    v3 = turn(v3, 21n) ^ v0;
    v2 = (v2 + v1) & WORD;
    v1 = turn(v1, 17n) ^ v2;
    v2 = turn(v2, 32n);
  };
  const words = Array.from({ length: Math.floor(message.length / 8) + 1 }, (_, index) => word(message, 8 * index));
  const last = words.length - 1;
  words[last] = words[last]! | (BigInt(message.length & 0xff) << 56n);
  for (const one of words) {
    v3 ^= one;
    round();
    round();
    v0 ^= one;
  }
  v2 ^= 0xffn;
  for (let at = 0; at < 4; at += 1) round();
  return v0 ^ v1 ^ v2 ^ v3;
}

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const upTo = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => at);

describe('SipHash-2-4', () => {
  it('is that of the paper (its appendix A)', () => {
    expect(plain(upTo(16), upTo(15))).toBe(0xa129ca6149be45e5n);
  });

  it('gives the first 53 bits of it, for any key and any text', () => {
    const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 140 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    fc.assert(
      fc.property(key, text, (own, said) => {
        const words = new Uint32Array(own.slice().buffer);
        expect(BigInt(siphash53(words, said))).toBe(plain(own, bytes(said)) >> 11n);
      }),
      { numRuns: 100 },
    );
  });
});
