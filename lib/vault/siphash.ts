/*
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed function of short texts, 64 bits out, made for tables of hashes
 * whose keys others may choose. WebCrypto has nothing that answers at once: an HMAC of its costs some 20 µs of this
 * thread, a list of a million people asks three million times.
 */

/** Of the text's UTF-16 units, little-endian, under a key of four words: the first 53 of the 64 bits. */
export function siphash53(key: Uint32Array, text: string): number {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = key;
  // v0 to v3, the low half of each before its high half: all of them numbers of this function, which is what makes it quick.
  let [a, b, c, d] = [k0 ^ 0x70736575, k1 ^ 0x736f6d65, k2 ^ 0x6e646f6d, k3 ^ 0x646f7261];
  let [e, f, g, h] = [k0 ^ 0x6e657261, k1 ^ 0x6c796765, k2 ^ 0x79746573, k3 ^ 0x74656462];
  const { length } = text;
  const last = length - (length % 4);
  for (let at = 0; at <= last + 4; at += 4) {
    let [low, high, rounds] = [0, 0, 2];
    if (at < last) {
      low = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
      high = text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16);
    } else if (at === last) {
      // The last block ends with the number of bytes. Past the end of a text there is NaN, which counts as 0.
      low = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
      high = text.charCodeAt(at + 2) | ((length * 2) << 24);
    } else {
      e ^= 0xff;
      rounds = 4;
    }
    g ^= low;
    h ^= high;
    for (; rounds > 0; rounds -= 1) {
      // v0 += v1; v1 <<<= 13; v1 ^= v0; v0 <<<= 32
      a = (a + c) | 0;
      b = (b + d + (a >>> 0 < c >>> 0 ? 1 : 0)) | 0;
      let half = (c << 13) | (d >>> 19);
      d = ((d << 13) | (c >>> 19)) ^ b;
      c = half ^ a;
      half = a;
      a = b;
      b = half;
      // v2 += v3; v3 <<<= 16; v3 ^= v2
      e = (e + g) | 0;
      f = (f + h + (e >>> 0 < g >>> 0 ? 1 : 0)) | 0;
      half = (g << 16) | (h >>> 16);
      h = ((h << 16) | (g >>> 16)) ^ f;
      g = half ^ e;
      // v0 += v3; v3 <<<= 21; v3 ^= v0
      a = (a + g) | 0;
      b = (b + h + (a >>> 0 < g >>> 0 ? 1 : 0)) | 0;
      half = (g << 21) | (h >>> 11);
      h = ((h << 21) | (g >>> 11)) ^ b;
      g = half ^ a;
      // v2 += v1; v1 <<<= 17; v1 ^= v2; v2 <<<= 32
      e = (e + c) | 0;
      f = (f + d + (e >>> 0 < c >>> 0 ? 1 : 0)) | 0;
      half = (c << 17) | (d >>> 15);
      d = ((d << 17) | (c >>> 15)) ^ f;
      c = half ^ e;
      half = e;
      e = f;
      f = half;
    }
    a ^= low;
    b ^= high;
  }
  return ((b ^ d ^ f ^ h) >>> 0) * 2 ** 21 + ((a ^ c ^ e ^ g) >>> 11);
}
