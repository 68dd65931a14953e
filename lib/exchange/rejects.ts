import type { Phrase } from '../domain/verdict.ts';
import type { PreviewRow } from './preview.ts';
import { writeCsv } from './write-csv.ts';

/**
 * The rows that were left out, as they were, to be mended and brought again. Line and reason stand in front: a row with too
 * many cells would push them out from under their headings.
 */
export function rejectedCsv(
  header: readonly string[],
  rows: Iterable<PreviewRow>,
  words: { readonly line: string; readonly reason: string; readonly say: (phrase: Phrase) => string },
): string {
  const body = Array.from(rows, ({ row, said }) => {
    const cells = header.map((_, index) => row.cells[index] ?? '');
    return [String(row.line), said.map(words.say).join(' · '), ...cells, ...row.cells.slice(header.length)];
  });
  return writeCsv([[words.line, words.reason, ...header], ...body]);
}
