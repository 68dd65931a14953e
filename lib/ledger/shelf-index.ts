import type { Books } from './context.ts';
import { openIndex, type PageName, sealPage } from './shelf.ts';
import { bucketOf, type Entries, toIndex } from './shelf-format.ts';
import type { PageRow, RunRow } from './tables.ts';

/** Twelve bytes an entry, so that those of a million people lie in memory until their run is whole. */
export interface Collected {
  readonly add: (number: number, place: number) => void;
  readonly entries: () => Entries;
}

export function collector(): Collected {
  let [numbers, places, count] = [new Float64Array(4_096), new Uint32Array(4_096), 0];
  return {
    add(number, place) {
      if (count === numbers.length) {
        const [wider, further] = [new Float64Array(count * 2), new Uint32Array(count * 2)];
        wider.set(numbers);
        further.set(places);
        [numbers, places] = [wider, further];
      }
      numbers[count] = number;
      places[count] = place;
      count += 1;
    },
    entries: () => ({ numbers: numbers.subarray(0, count), places: places.subarray(0, count) }),
  };
}

/** The pages of an index, sealed, some at a time; a page for every bucket, also for one that nothing fell into. */
export async function* indexPages(
  books: Books,
  run: string,
  { numbers, places }: Entries,
  buckets: number,
): AsyncGenerator<readonly PageRow[]> {
  // Sorted by bucket: first how many fall into each, then each entry into its next free place.
  const starts = new Uint32Array(buckets + 1);
  for (const number of numbers) {
    const after = bucketOf(number, buckets) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let bucket = 1; bucket <= buckets; bucket += 1)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const next = starts.slice();
  const [sortedNumbers, sortedPlaces] = [new Float64Array(numbers.length), new Uint32Array(places.length)];
  for (const [at, number] of numbers.entries()) {
    const bucket = bucketOf(number, buckets);
    const to = next[bucket] ?? 0;
    next[bucket] = to + 1;
    sortedNumbers[to] = number;
    sortedPlaces[to] = places[at] ?? 0;
  }
  for (let from = 0; from < buckets; from += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, buckets - from) }, (_, index) => from + index);
    yield await Promise.all(
      ids.map((id) => {
        const [start, end] = [starts[id], starts[id + 1]];
        const own = { numbers: sortedNumbers.subarray(start, end), places: sortedPlaces.subarray(start, end) };
        return sealPage(books, { run, kind: 'index', id }, toIndex(own));
      }),
    );
  }
}

const AT_ONCE = 256;

/** Every entry of a run, page by page. */
export async function* scanIndex(books: Books, run: RunRow): AsyncGenerator<Entries> {
  for (let id = 0; id < run.buckets; id += 1) {
    const name: PageName = { run: run.id, kind: 'index', id };
    const row = await books.db.pages.get([name.run, name.kind, name.id]);
    if (row) yield await openIndex(books, row);
  }
}
