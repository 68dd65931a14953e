import { type Delimiter, prepare, readRows } from '../exchange/csv.ts';
import type { Reader } from './reader.ts';
import { tableSink } from './table.ts';
import { textPieces } from './text-bytes.ts';

const NOTHING_HIDDEN: ReadonlySet<number> = new Set();

export const reader: Reader = {
  kind: 'csv',
  async read(job) {
    const [head = '', ...rest] = await textPieces(job);
    const { text, line } = prepare([head, ...rest]);
    const delimiter = delimiterOf(head);
    const table = tableSink(job, {}, undefined, NOTHING_HIDDEN);
    try {
      for (const { rows } of readRows(text, delimiter, line)) {
        for (const { line: number, cells } of rows)
          table.row(
            number,
            cells.map((cell) => cell.trim()),
            false,
          );
        await job.meter.breathe();
      }
    } finally {
      table.end();
    }
  },
};

/** Titles above a table have none of its signs, and would make it a table of one column. */
function delimiterOf(head: string): Delimiter {
  const start = head.slice(0, 64 * 1024);
  const table = start.search(/^.*[;,\t|].*$/m);
  return prepare([/^sep=/i.test(start) || table < 0 ? start : start.slice(table)]).delimiter;
}

/** A text whose first lines all fall into as many cells as the first is a table, whatever its name says. */
export function isTable(head: string): Delimiter | undefined {
  const { delimiter } = prepare([head]);
  const lines = head
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  if (head.length > 0 && lines.length > 2) lines.pop();
  const widths = lines.map((line) => line.split(delimiter).length);
  const [first = 1] = widths;
  return lines.length > 1 && first > 2 && widths.every((width) => width === first) ? delimiter : undefined;
}
