import { numbers } from './numbers.ts';
import type { Row } from './table.ts';

/** Rows of a list, by number from 0. */
export interface Rows extends Iterable<Row> {
  readonly length: number;
  at(index: number): Row | undefined;
  /** Where a row begins in its file. */
  line(index: number): number;
  slice(from: number, to: number): readonly Row[];
}

/** Between two cells of a packed row; a row in which it stands itself is kept as it is. */
const CELL = '\u001f';
/** Rows in one string: a power of two. */
const BITS = 8;

export interface Packing {
  add(row: Row): void;
  rows(): Rows;
}

/**
 * Rows as text: a million of them take the room of their file, where arrays of cells would take five times as much, and
 * keep a collector busy that nobody waits for. A row is made when it is asked for.
 */
export function packing(): Packing {
  const blocks: string[] = [];
  const ends = numbers();
  const lines = numbers();
  /** What is more than its cells, or could not be told from them. */
  const whole = new Map<number, Row>();
  let open: string[] = [];
  let width = 0;

  const add = (row: Row): void => {
    const { cells } = row;
    const at = lines.push(row.line);
    if (row.fault || row.doubts || cells.length === 0 || cells.some((cell) => cell.includes(CELL))) whole.set(at, row);
    else {
      const text = cells.join(CELL);
      open.push(text);
      width += text.length;
    }
    ends.push(width);
    if ((at + 1) % (1 << BITS) === 0) close();
  };
  const close = (): void => {
    blocks.push(open.join(''));
    open = [];
    width = 0;
  };
  return {
    add,
    rows() {
      close();
      return rowsAt(lines.length, lines.at, (at) => {
        const kept = whole.get(at);
        if (kept) return kept;
        const from = at % (1 << BITS) === 0 ? 0 : ends.at(at - 1);
        const cells = (blocks[at >> BITS] ?? '').slice(from, ends.at(at)).split(CELL);
        return { line: lines.at(at), cells };
      });
    },
  };
}

/** All but the first `skip`. */
export const after = (rows: Rows, skip: number): Rows =>
  skip === 0
    ? rows
    : rowsAt(
        Math.max(rows.length - skip, 0),
        (at) => rows.line(at + skip),
        (at) => rows.at(at + skip),
      );

export function packed(rows: Iterable<Row>): Rows {
  const pack = packing();
  for (const row of rows) pack.add(row);
  return pack.rows();
}

function rowsAt(length: number, line: (at: number) => number, of: (at: number) => Row | undefined): Rows {
  const at = (index: number): Row | undefined => (index >= 0 && index < length ? of(index) : undefined);
  function* between(from: number, to: number): Generator<Row> {
    for (let index = from; index < Math.min(to, length); index += 1) {
      const row = of(index);
      if (row) yield row;
    }
  }
  return { length, at, line, slice: (from, to) => [...between(from, to)], [Symbol.iterator]: () => between(0, length) };
}
