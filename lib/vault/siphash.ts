/*
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed function of short texts, 64 bits out, made for tables of hashes
 * whose keys others may choose. WebCrypto has nothing that answers at once: an HMAC of its costs some 20 µs of this
 * thread, a list of a million people asks three million times.
 */

/** Of the text's UTF-16 units, little-endian, under a key of four words: the first 53 of the 64 bits. */
export function siphash53(key: Uint32Array, text: string): number {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = key;
  state[0] = k0 ^ 0x70736575;
  state[1] = k1 ^ 0x736f6d65;
  state[2] = k2 ^ 0x6e646f6d;
  state[3] = k3 ^ 0x646f7261;
  state[4] = k0 ^ 0x6e657261;
  state[5] = k1 ^ 0x6c796765;
  state[6] = k2 ^ 0x79746573;
  state[7] = k3 ^ 0x74656462;
  const whole = text.length - (text.length % 4);
  for (let at = 0; at < whole; at += 4)
    block(
      text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16),
      text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16),
    );
  const unit = (at: number): number => (at < text.length ? text.charCodeAt(at) : 0);
  // The last block ends with the number of bytes.
  block(unit(whole) | (unit(whole + 1) << 16), unit(whole + 2) | ((text.length * 2) << 24));
  state[4] = (state[4] ?? 0) ^ 0xff;
  rounds(4);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  return ((b ^ d ^ f ^ h) >>> 0) * 2 ** 21 + ((a ^ c ^ e ^ g) >>> 11);
}

/** v0 to v3, the low half of each before its high half. */
const state = new Int32Array(8);

function block(low: number, high: number): void {
  state[6] = (state[6] ?? 0) ^ low;
  state[7] = (state[7] ?? 0) ^ high;
  rounds(2);
  state[0] = (state[0] ?? 0) ^ low;
  state[1] = (state[1] ?? 0) ^ high;
}

function rounds(count: number): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = [
    state[0],
    state[1],
    state[2],
    state[3],
    state[4],
    state[5],
    state[6],
    state[7],
  ];
  for (let round = 0; round < count; round += 1) {
    // v0 += v1; v1 <<<= 13; v1 ^= v0; v0 <<<= 32
    a = (a + c) | 0;
    b = (b + d + (a >>> 0 < c >>> 0 ? 1 : 0)) | 0;
    let low = (c << 13) | (d >>> 19);
    d = ((d << 13) | (c >>> 19)) ^ b;
    c = low ^ a;
    low = a;
    a = b;
    b = low;
    // v2 += v3; v3 <<<= 16; v3 ^= v2
    e = (e + g) | 0;
    f = (f + h + (e >>> 0 < g >>> 0 ? 1 : 0)) | 0;
    low = (g << 16) | (h >>> 16);
    h = ((h << 16) | (g >>> 16)) ^ f;
    g = low ^ e;
    // v0 += v3; v3 <<<= 21; v3 ^= v0
    a = (a + g) | 0;
    b = (b + h + (a >>> 0 < g >>> 0 ? 1 : 0)) | 0;
    low = (g << 21) | (h >>> 11);
    h = ((h << 21) | (g >>> 11)) ^ b;
    g = low ^ a;
    // v2 += v1; v1 <<<= 17; v1 ^= v2; v2 <<<= 32
    e = (e + c) | 0;
    f = (f + d + (e >>> 0 < c >>> 0 ? 1 : 0)) | 0;
    low = (c << 17) | (d >>> 15);
    d = ((d << 17) | (c >>> 15)) ^ f;
    c = low ^ e;
    low = e;
    e = f;
    f = low;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
  state[4] = e;
  state[5] = f;
  state[6] = g;
  state[7] = h;
}
