import Papa from 'papaparse';

import type { Row } from './table.ts';

export type Delimiter = ',' | ';' | '\t' | '|';
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
/** A quote was opened in this line and not closed where it should be. */
const QUOTE = { key: 'import_fault_quote' };

const SLICE = 256 * 1024;
/** Beyond this, broken quotes are no longer mended line by line: each costs another look at what it swallowed. */
const MOST_BROKEN = 200;

/** Line ends of any system become `\n`, and the `sep=;` line that some spreadsheets write is taken at its word. */
export function prepare(text: string): { readonly text: string; readonly delimiter: Delimiter; readonly line: number } {
  const plain = text.replace(/\r\n?/g, '\n');
  const said = /^sep=([,;\t|])\n/i.exec(plain);
  if (said) return { text: plain.slice(said[0].length), delimiter: said[1] as Delimiter, line: 2 };
  return { text: plain, delimiter: guessDelimiter(plain), line: 1 };
}

/** The sign that cuts most of the first rows into as many cells as the heading has, more than one. */
function guessDelimiter(text: string): Delimiter {
  const head = text.slice(0, 64 * 1024);
  const scores = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<readonly string[]>(head, { delimiter, newline: '\n', preview: 30 });
    const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
    const width = rows[0]?.length ?? 0;
    const alike = rows.filter((cells) => cells.length === width).length / Math.max(rows.length, 1);
    return { delimiter, score: width > 1 ? alike + width / 1000 : 0 };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/**
 * Text → records, a slice at a time. A quote that is never closed swallows what follows; its first line is marked and
 * reading goes on with the next, so that one slip costs one row.
 */
export function* readRows(text: string, delimiter: Delimiter, firstLine = 1): Generator<readonly Row[]> {
  let at = 0;
  let line = firstLine;
  let slice = SLICE;
  let broken = 0;
  while (at < text.length) {
    const part = text.slice(at, at + slice);
    const last = at + part.length >= text.length;
    const { data, faults, cursor } = parsePart(part, delimiter, last);
    const fault = faults.find((row) => row < data.length || slice > SLICE || last);
    if (fault === undefined && data.length === 0 && !last) {
      slice *= 2;
      continue;
    }
    const rows: Row[] = [];
    let start = 0;
    for (const cells of fault === undefined ? data : data.slice(0, fault)) {
      rows.push({ line, cells });
      const lines = 1 + cells.reduce((sum, cell) => sum + newlines(cell), 0);
      if (fault !== undefined) start = skipLines(part, start, lines);
      line += lines;
    }
    if (fault === undefined) {
      at = last ? text.length : at + cursor;
    } else if (broken >= MOST_BROKEN) {
      rows.push({ line, cells: part.slice(start).slice(0, 200).split(delimiter), fault: QUOTE });
      yield rows;
      return;
    } else {
      const end = skipLines(part, start, 1);
      rows.push({ line, cells: part.slice(start, end).trimEnd().split(delimiter), fault: QUOTE });
      line += 1;
      broken += 1;
      at += end;
    }
    slice = SLICE;
    yield rows;
  }
}

interface Part {
  readonly data: readonly (readonly string[])[];
  /** Indices of rows with a quote out of place. */
  readonly faults: readonly number[];
  readonly cursor: number;
}

function parsePart(part: string, delimiter: Delimiter, last: boolean): Part {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
  const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(part, 0, !last);
  return { data, faults: errors.flatMap(({ row }) => row ?? []), cursor: meta.cursor };
}

const newlines = (cell: string): number => (cell.includes('\n') ? cell.split('\n').length - 1 : 0);

function skipLines(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; left -= 1) {
    const end = text.indexOf('\n', at);
    if (end === -1) return text.length;
    at = end + 1;
  }
  return at;
}
