import type { Listed } from './names-packed.ts';
import { holds, type Wanted } from './names-search.ts';
import { gramsIn } from './shelf-grams.ts';
import { type LineBlock, lineAt, NOBODY, PER_LINES, searchedInLine } from './shelf-lines.ts';

export interface Found {
  /** Of the lines that match, in order. */
  readonly positions: readonly number[];
  /** False: there may be more. */
  readonly complete: boolean;
}

/** Blocks that are read at once: few at first, so that the first match does not wait for others. */
const [FEW, MANY] = [4, 64];
/** Milliseconds of searching after which whatever else waits gets its turn. */
const TURN = 12;

/** Stops at the first `most` matches; those are the first of the list, but for a word of three letters, which is looked for first where a word begins so. */
export async function findIn(
  { roll, out }: Listed,
  wanted: readonly Wanted[],
  most: number,
  signal?: AbortSignal,
): Promise<Found> {
  const left = new Set(out);
  const all = Array.from({ length: Math.ceil(roll.count / PER_LINES) }, (_, id) => id);
  const possible = await blocksFor(roll, wanted, all);
  const likely = most < roll.count ? await likelyAmong(roll, wanted, possible) : [];
  const first = new Set(likely);
  const ids = likely.length > 0 ? [...likely, ...possible.filter((id) => !first.has(id))] : possible;
  const positions: number[] = [];
  let since = performance.now();
  for (let [from, some] = [0, FEW]; from < ids.length; from += some, some = Math.min(MANY, some * 2)) {
    const part = ids.slice(from, from + some);
    for (const [at, block] of (await roll.load(part)).entries()) {
      const start = (part[at] ?? 0) * PER_LINES;
      for (const line of matchesIn(block, wanted)) if (!left.has(start + line)) positions.push(start + line);
      if (positions.length >= most && from + at + 1 < ids.length)
        return { positions: inOrder(positions), complete: false };
    }
    if (performance.now() - since > TURN) {
      await new Promise((done) => setTimeout(done));
      signal?.throwIfAborted();
      since = performance.now();
    }
  }
  return { positions: inOrder(positions), complete: true };
}

const inOrder = (positions: number[]): readonly number[] => positions.sort((a, b) => a - b);

/** Lines of a block that match, in order. */
export function matchesIn(block: LineBlock, wanted: readonly Wanted[]): readonly number[] {
  const lines: number[] = [];
  const needles = needlesOf(wanted);
  const next = needles.map((needle) => block.text.indexOf(needle));
  for (let line = -1; ; ) {
    const at = next.reduce((least, one) => (one >= 0 && (least < 0 || one < least) ? one : least), -1);
    if (at < 0) return lines;
    line = lineWith(block.ends, at, line + 1);
    const end = block.ends[line] ?? block.text.length;
    const text = lineAt(block, line);
    if (block.places[line] !== NOBODY && wanted.every((one) => holds(searchedInLine(text), one))) lines.push(line);
    for (let index = 0; index < next.length; index += 1)
      if ((next[index] ?? -1) >= 0 && (next[index] ?? -1) < end)
        next[index] = block.text.indexOf(needles[index] ?? '', end);
  }
}

/** The first line from `from` on that ends after this sign. */
function lineWith(ends: Uint32Array, at: number, from: number): number {
  let [low, high] = [from, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whatever matches holds one of these. */
function needlesOf(wanted: readonly Wanted[]): readonly string[] {
  const choices = wanted.map(({ words, digits }) => {
    const word = words.toSorted((a, b) => b.length - a.length)[0] ?? '';
    return digits === '' ? [word] : [word, digits];
  });
  const least = (needles: readonly string[]): number =>
    Math.min(...needles.map(({ length }) => length)) / needles.length;
  return choices.toSorted((a, b) => least(b) - least(a))[0] ?? [];
}

type Roll = Listed['roll'];

async function blocksFor(roll: Roll, wanted: readonly Wanted[], all: readonly number[]): Promise<readonly number[]> {
  let possible = all;
  for (const { words, digits } of wanted) {
    const ways = digits === '' ? [words] : [words, [digits]];
    const blocks: (readonly number[])[] = [];
    for (const way of ways) {
      const hashes = way.flatMap((word) => gramsIn(word));
      blocks.push((hashes.length > 0 ? await roll.having(hashes) : undefined) ?? all);
    }
    const some = new Set(blocks.flat());
    if (some.size < all.length) possible = possible.filter((id) => some.has(id));
  }
  return possible;
}

async function likelyAmong(
  roll: Roll,
  wanted: readonly Wanted[],
  possible: readonly number[],
): Promise<readonly number[]> {
  const hashes = wanted.flatMap(({ words }) =>
    words.filter(({ length }) => length === 3).flatMap((word) => gramsIn(word, true)),
  );
  const having = hashes.length > 0 ? await roll.having(hashes) : undefined;
  if (!having) return [];
  const some = new Set(having);
  return possible.filter((id) => some.has(id));
}
