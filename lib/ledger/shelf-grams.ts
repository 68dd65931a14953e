import type { Sealed } from '../vault/vault.ts';
import { linesInBlock, PER_LINES } from './shelf-lines.ts';

/*
 * Which blocks of lines may hold what is searched for: for every four bytes that follow each other in a line, a bit of its
 * block, found by a hash. A word of four letters or more is only where all its fours are, so a rare one is found without
 * reading every line. The bits of one part of the hashes lie together for all blocks, on a page: a search reads a few.
 */
const BITS = 15;
/** Hashes on a page, and bytes that they take for one block. */
const PER_PAGE = 128;
const BYTES = PER_PAGE / 8;
export const GRAM_PAGES = 2 ** BITS / PER_PAGE;
const [SPACE, TAB, END] = [0x20, 0x09, 0x0a];

/** The bits of one block: page after page. */
export type BlockGrams = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** The hash of four bytes. */
const hashOf = (four: number): number => Math.imul(four ^ (four >>> 15), 0x9e37_79b1) >>> (32 - BITS);

/** A line's text from its beginning to after its digits; what comes before it counts as a space, and so does a tab. */
export function addGrams(bits: BlockGrams, line: Uint8Array): void {
  let four = SPACE;
  let tabs = 0;
  for (let at = 0; at < line.length; at += 1) {
    let byte = line[at] ?? 0;
    if (byte === END) return;
    if (byte === TAB) {
      tabs += 1;
      if (tabs === 3) return;
      byte = SPACE;
    }
    four = (four << 8) | byte;
    if (at < 2) continue;
    const hash = hashOf(four);
    const index = hash >>> 3;
    bits[index] = (bits[index] ?? 0) | (1 << (hash & 7));
  }
}

export const noGrams = (): BlockGrams => new Uint8Array(2 ** BITS / 8);

/** Of a block as it lies. */
export function gramsOfBlock(block: Sealed): BlockGrams {
  const bits = noGrams();
  const text = linesInBlock(block);
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf(END, from) + 1 || text.length;
    addGrams(bits, text.subarray(from, end));
    from = end;
  }
  return bits;
}

/** The pages of all blocks of a run. */
export function gramPage(blocks: readonly BlockGrams[], page: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(blocks.length * BYTES);
  for (const [at, bits] of blocks.entries()) bytes.set(bits.subarray(page * BYTES, (page + 1) * BYTES), at * BYTES);
  return bytes;
}

/** The page with the bits of one block as they are now; undefined: nothing moved. */
export function gramPageWith(
  bytes: Uint8Array<ArrayBuffer>,
  page: number,
  block: number,
  bits: BlockGrams,
): Uint8Array<ArrayBuffer> | undefined {
  const own = bits.subarray(page * BYTES, (page + 1) * BYTES);
  if (own.every((byte, at) => byte === bytes[block * BYTES + at])) return undefined;
  const changed = bytes.slice();
  changed.set(own, block * BYTES);
  return changed;
}

/** Hashes by which a text is found; none where it is too short. `start`: it begins a word. */
export function gramsIn(text: string, start = false): readonly number[] {
  // Half a pair is other bytes by itself than in the text that it is part of.
  if (!text.isWellFormed()) return [];
  const bytes = encoder.encode(start ? ` ${text}` : text);
  const hashes = new Set<number>();
  for (let at = 3; at < bytes.length; at += 1)
    hashes.add(
      hashOf(
        ((bytes[at - 3] ?? 0) << 24) | ((bytes[at - 2] ?? 0) << 16) | ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0),
      ),
    );
  return [...hashes];
}

export const gramPageOf = (hash: number): number => Math.floor(hash / PER_PAGE);

/** Does this block have that hash? */
export function hasGram(page: Uint8Array, block: number, hash: number): boolean {
  const own = hash % PER_PAGE;
  return (((page[block * BYTES + (own >> 3)] ?? 0) >> (own & 7)) & 1) === 1;
}

export const blockOf = (position: number): number => Math.floor(position / PER_LINES);
