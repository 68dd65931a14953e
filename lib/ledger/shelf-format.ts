import type { Sealed } from '../vault/vault.ts';

/*
 * What lies in the pages of a run, before it is sealed.
 * - people: one record a person (`shelf-people.ts`).
 * - index: for every token and every subject a number, and the place of the record that it leads to. A number may lead to
 *   a wrong record as well; whoever reads one looks whether it is the one.
 * - lines, ranks and grams: what the list and the search need, in the order of the names (`shelf-lines.ts`, `shelf-grams.ts`).
 * A place is `page * PER_PAGE + slot`.
 */
export const PER_PAGE = 32;
/** People who are written at once; whole pages. */
export const PER_BLOCK = 4_096;
/** Entries of a page of the index: some 6 kB, which open in well under a millisecond. */
const PER_BUCKET = 512;

/** As many pages as make each one small; a power of two. */
export const bucketsFor = (entries: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, entries) / PER_BUCKET)));

/** 53 bits of a text, evenly spread (two rounds of multiply and shift). It hides nothing: pages are sealed. */
export function numberOf(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  const one = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const two = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 2 ** 32 * (two & 0x1f_ffff) + (one >>> 0);
}

export const bucketOf = (number: number, buckets: number): number => Math.floor((number / 2 ** 53) * buckets);

export interface Entries {
  readonly numbers: Float64Array;
  readonly places: Uint32Array;
}

export function toIndex({ numbers, places }: Entries): Sealed {
  const bytes = new Uint8Array(12 * numbers.length);
  bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  bytes.set(new Uint8Array(places.buffer, places.byteOffset, places.byteLength), 8 * numbers.length);
  return bytes;
}

/** Throws a RangeError where the bytes are no page of an index. */
export function fromIndex(bytes: Sealed): Entries {
  const count = bytes.length / 12;
  return {
    numbers: new Float64Array(bytes.buffer, bytes.byteOffset, count),
    places: new Uint32Array(bytes.buffer, bytes.byteOffset + 8 * count, count),
  };
}

/** Uint32s as they lie. */
export const numbersIn = (bytes: Sealed): Uint32Array<ArrayBuffer> =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
