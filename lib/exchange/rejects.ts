import type { Phrase } from '../domain/verdict.ts';
import type { PreviewRow } from './import.ts';
import { writeCsv } from './write-csv.ts';

/** The rows that were left out, as they were, with their line and the reason: to be mended and brought again. */
export function rejectedCsv(
  header: readonly string[],
  rows: readonly PreviewRow[],
  words: { readonly line: string; readonly reason: string; readonly say: (phrase: Phrase) => string },
): string {
  const body = rows.map(({ row, said }) => {
    const cells = header.map((_, index) => row.cells[index] ?? '');
    return [...cells, ...row.cells.slice(header.length), String(row.line), said.map(words.say).join(' · ')];
  });
  return writeCsv([[...header, words.line, words.reason], ...body]);
}
