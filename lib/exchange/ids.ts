import { V7Generator } from 'uuidv7';

/**
 * Ids as `newId` makes them, for many at once: a list of a million rows needs six million. Randomness is asked for in bulk,
 * and the text is made in one piece: put together sign by sign it stays a chain of 36 strings, which cost more time and
 * memory than all else that is written of a row.
 */
export function idsInBulk(): () => string {
  const words = new Uint32Array(4096);
  let used = words.length;
  const generator = new V7Generator({
    nextUint32: () => {
      if (used === words.length) {
        crypto.getRandomValues(words);
        used = 0;
      }
      used += 1;
      return words[used - 1] ?? 0;
    },
  });
  const codes = Array.from<number>({ length: 36 }).fill(DASH);
  return () => {
    const { bytes } = generator.generate();
    let at = 0;
    for (let index = 0; index < 16; index += 1) {
      const byte = bytes[index] ?? 0;
      if (at === 8 || at === 13 || at === 18 || at === 23) at += 1;
      codes[at] = HEX[byte >> 4] ?? 0;
      codes[at + 1] = HEX[byte & 15] ?? 0;
      at += 2;
    }
    return String.fromCharCode(...codes);
  };
}

const DASH = 0x2d;
const HEX = Array.from('0123456789abcdef', (sign) => sign.charCodeAt(0));
