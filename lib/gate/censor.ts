/** Letters to x, digits to 9: length and punctuation stay, so that a pattern can still be seen to match or not. */
export const censored = (text: string): string => text.replace(/\p{L}|\p{M}/gu, 'x').replace(/\p{N}/gu, '9');

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|\+?\d[\d\s().-]{6,}\d|@[\p{L}\p{N}._]{2,}/gu;

/**
 * A text without what it says. An address becomes a mark of its own, the same one wherever it stands in this report; the
 * salt is thrown away with the report, so that no mark can be tried out.
 */
export function createCensor(salt: string): (text: string) => string {
  const mark = (address: string): string => `#${hash(salt + address.toLowerCase())}`;
  return (text) => {
    let out = '';
    let from = 0;
    for (const found of text.matchAll(ADDRESS)) {
      out += censored(text.slice(from, found.index)) + mark(found[0]);
      from = found.index + found[0].length;
    }
    return out + censored(text.slice(from));
  };
}

/** FNV-1a, 32 bits: tells a few addresses of one page apart, and keeps nothing of them. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
