import type { Sealed } from '../vault/vault.ts';

/*
 * What lies in the pages of a run, before it is sealed.
 * - people: a head, then one record a person, each found by its offset, so that only the one that is asked for is parsed.
 * - index: for every token and every subject a number, and the place of the record that it leads to. A number may lead to
 *   a wrong record as well; whoever reads one looks whether it is the one.
 * - lines: what the index of names needs, in the order of the places.
 * A place is `page * PER_PAGE + slot`.
 */
export const PER_PAGE = 64;
/** Lines in one block; whole pages. */
export const PER_BLOCK = 1_024;
/** Entries of a page of the index: some 6 kB, which open in well under a millisecond. */
const PER_BUCKET = 512;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

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

/** A head and records, as text; an empty record is one that was taken out. */
export function toPage(head: string, records: readonly string[]): Sealed {
  const parts = [head, ...records].map((text) => encoder.encode(text));
  const start = 4 * (parts.length + 1);
  const bytes = new Uint8Array(start + parts.reduce((sum, { length }) => sum + length, 0));
  new Uint32Array(bytes.buffer, 0, parts.length + 1).set([parts.length, ...parts.map(({ length }) => length)]);
  let at = start;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export interface OpenPage {
  readonly head: string;
  readonly slots: number;
  /** JSON of one record; empty where there is none. */
  readonly record: (slot: number) => string;
}

/** Throws a RangeError where the bytes are no page. */
export function fromPage(bytes: Sealed): OpenPage {
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const lengths = new Uint32Array(bytes.buffer, bytes.byteOffset + 4, count);
  const ends = new Uint32Array(count + 1);
  ends[0] = 4 * (count + 1);
  for (const [index, length] of lengths.entries()) ends[index + 1] = (ends[index] ?? 0) + length;
  const part = (index: number): string => decoder.decode(bytes.subarray(ends[index], ends[index + 1]));
  return { head: part(0), slots: count - 1, record: (slot) => part(slot + 1) };
}

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

export const deflate = (bytes: Sealed): Promise<Sealed> => through(bytes, new CompressionStream('deflate-raw'));
export const inflate = (bytes: Sealed): Promise<Sealed> => through(bytes, new DecompressionStream('deflate-raw'));

async function through(bytes: Sealed, stream: CompressionStream | DecompressionStream): Promise<Sealed> {
  const writer = stream.writable.getWriter();
  // What is wrong with it is told by the reading side.
  const written = Promise.all([writer.write(bytes), writer.close()]).catch(() => undefined);
  const parts: Uint8Array[] = [];
  const reader = stream.readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  await written;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
