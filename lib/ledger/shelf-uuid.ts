/* UUIDs as sixteen bytes and back. Only those in small letters come back as they were, so only those count as such. */
const DASH = 0x2d;

/** 0–15 of a hexadecimal digit; 255: none. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const at = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return at < 0 ? 255 : at;
});
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** False: it is none, and what was written means nothing. */
export function uuidInto(bytes: Uint8Array, text: string): boolean {
  if (text.length !== 36) return false;
  let [at, seen] = [0, 0];
  for (let index = 0; index < 16; index += 1) {
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (text.charCodeAt(at) !== DASH) return false;
      at += 1;
    }
    const high = VALUES[text.charCodeAt(at)] ?? 255;
    const low = VALUES[text.charCodeAt(at + 1)] ?? 255;
    seen |= high | low;
    bytes[index] = (high << 4) | low;
    at += 2;
  }
  return seen < 16;
}

export function uuidText(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += PAIRS[bytes[index] ?? 0];
  }
  return text;
}
