import Papa from 'papaparse';
import { guardCell } from './cells.ts';

/**
 * Rows → CSV that a spreadsheet shows and never runs. `mark`: it begins with a byte-order mark, or Excel reads UTF-8 as
 * Windows-1252; lines end with CRLF (RFC 4180).
 */
export const writeCsv = (
  rows: readonly (readonly string[])[],
  { mark, delimiter = ',' }: { readonly mark: boolean; readonly delimiter?: ',' | '\t' } = { mark: true },
): string =>
  `${mark ? '\ufeff' : ''}${Papa.unparse(
    rows.map((row) => row.map(guardCell)),
    { newline: '\r\n', delimiter },
  )}\r\n`;
