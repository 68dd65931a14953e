import type { Sealed } from '../vault/vault.ts';
import { type Books, chunks } from './context.ts';
import { sealPage } from './shelf.ts';
import { addGrams, type BlockGrams, GRAM_PAGES, gramPage, noGrams } from './shelf-grams.ts';
import { NOBODY, PER_LINES, toBlock } from './shelf-lines.ts';
import type { SortedLines } from './shelf-sort.ts';
import type { PageRow } from './tables.ts';

/** Places on a page that says where in the list they are. */
export const PER_RANKS = 8_192;
/** Pages that are sealed at once. */
const AT_ONCE = 32;

/** The blocks of lines, one after the other; `grams` sees every line. */
export function* blocksOf({ count, order, placeOf, bytesOf }: SortedLines, grams?: (bits: BlockGrams) => void) {
  for (let from = 0; from < count; from += PER_LINES) {
    const lines = order.subarray(from, from + PER_LINES);
    const text = new Uint8Array(lines.reduce((sum, line) => sum + bytesOf(line).length, 0));
    const bits = noGrams();
    let at = 0;
    for (const line of lines) {
      const bytes = bytesOf(line);
      if (grams) addGrams(bits, bytes);
      text.set(bytes, at);
      at += bytes.length;
    }
    grams?.(bits);
    yield toBlock(lines.map(placeOf), text);
  }
}

/** Place → position in the list, page by page. */
export function* ranksOf({ count, order, placeOf }: SortedLines, places: number): Generator<Sealed> {
  const ranks = new Uint32Array(Math.ceil(places / PER_RANKS) * PER_RANKS).fill(NOBODY);
  for (let position = 0; position < count; position += 1) ranks[placeOf(order[position] ?? 0)] = position;
  for (let from = 0; from < ranks.length; from += PER_RANKS)
    yield new Uint8Array(ranks.slice(from, from + PER_RANKS).buffer);
}

/** Everything that the list and the search of a run need, sealed, some pages at a time. */
export async function* rollPages(
  books: Books,
  run: string,
  lines: SortedLines,
  places: number,
): AsyncGenerator<readonly PageRow[]> {
  const seal = (kind: PageRow['kind'], from: number, plain: readonly Sealed[]): Promise<readonly PageRow[]> =>
    Promise.all(plain.map((bytes, index) => sealPage(books, { run, kind, id: from + index }, bytes)));
  const grams: BlockGrams[] = [];
  let blocks: Sealed[] = [];
  let written = 0;
  for (const block of blocksOf(lines, (bits) => grams.push(bits))) {
    blocks.push(block);
    if (blocks.length < AT_ONCE) continue;
    yield await seal('lines', written, blocks);
    written += blocks.length;
    blocks = [];
  }
  yield await seal('lines', written, blocks);
  yield await seal('ranks', 0, [...ranksOf(lines, places)]);
  for (const ids of chunks([...Array(GRAM_PAGES).keys()], AT_ONCE))
    yield await seal(
      'grams',
      ids[0] ?? 0,
      ids.map((id) => gramPage(grams, id)),
    );
}
