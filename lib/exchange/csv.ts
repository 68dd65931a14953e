import Papa from 'papaparse';

import type { Row } from './table.ts';

export type Delimiter = ',' | ';' | '\t' | '|';
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
/** A quote was opened in this line and not closed where it should be. */
const QUOTE = { key: 'import_fault_quote' };

const SLICE = 256 * 1024;
/** Beyond this, broken quotes are no longer mended line by line: each costs another look at what it swallowed. */
const MOST_BROKEN = 200;

interface Prepared {
  readonly text: Iterable<string>;
  readonly delimiter: Delimiter;
  readonly line: number;
}

/**
 * Line ends of any system become `\n`, and the `sep=;` line that some spreadsheets write is taken at its word. The text
 * comes and goes piece by piece, and can be gone through once.
 */
export function prepare(pieces: Iterable<string>): Prepared {
  const plain = plainLines(pieces);
  let head = '';
  while (head.length < HEAD) {
    const next = plain.next();
    if (next.done) break;
    head += next.value;
  }
  const said = /^sep=([,;\t|])\n/i.exec(head);
  const text = joined(said ? head.slice(said[0].length) : head, plain);
  if (said) return { text, delimiter: said[1] as Delimiter, line: 2 };
  return { text, delimiter: guessDelimiter(head), line: 1 };
}

function* joined(head: string, rest: Iterable<string>): Generator<string> {
  yield head;
  yield* rest;
}

function* plainLines(pieces: Iterable<string>): Generator<string, void> {
  let held = '';
  for (const piece of pieces) {
    const text = held + piece;
    // Half of a line end may stand in the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    const whole = held === '' ? text : text.slice(0, -1);
    yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }
  if (held !== '') yield '\n';
}

const HEAD = 64 * 1024;

/** The sign that cuts most of the first rows into as many cells as the heading has, more than one. */
function guessDelimiter(text: string): Delimiter {
  const head = text.slice(0, HEAD);
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
 * reading goes on with the next, so that one slip costs one row. `at`: how far the text is read.
 */
export function* readRows(
  pieces: Iterable<string>,
  delimiter: Delimiter,
  firstLine = 1,
): Generator<{ readonly rows: readonly Row[]; readonly at: number }> {
  const source = pieces[Symbol.iterator]();
  let text = '';
  let ended = false;
  let at = 0;
  let line = firstLine;
  let slice = SLICE;
  let broken = 0;
  for (;;) {
    while (!ended && text.length <= slice) {
      const next = source.next();
      if (next.done) ended = true;
      else text += next.value;
    }
    if (text === '') return;
    const part = text.slice(0, slice);
    const last = ended && part.length >= text.length;
    const { data, faults, cursor } = parsePart(part, delimiter, last);
    const fault = faults.find((row) => row < data.length || slice > SLICE || last);
    if (fault === undefined && data.length === 0 && !last) {
      slice *= 2;
      continue;
    }
    const rows: Row[] = [];
    const flat = !part.includes('"');
    let start = 0;
    let taken: number;
    for (const cells of fault === undefined ? data : data.slice(0, fault)) {
      rows.push({ line, cells });
      const lines = flat ? 1 : 1 + newlinesIn(cells);
      if (fault !== undefined) start = skipLines(part, start, lines);
      line += lines;
    }
    if (fault === undefined) {
      taken = last ? text.length : cursor;
    } else if (broken >= MOST_BROKEN) {
      rows.push({ line, cells: part.slice(start).slice(0, 200).split(delimiter), fault: QUOTE });
      yield { rows, at };
      return;
    } else {
      const end = skipLines(part, start, 1);
      rows.push({ line, cells: part.slice(start, end).trimEnd().split(delimiter), fault: QUOTE });
      line += 1;
      broken += 1;
      taken = end;
    }
    text = text.slice(taken);
    at += taken;
    slice = SLICE;
    yield { rows, at };
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

function newlinesIn(cells: readonly string[]): number {
  let found = 0;
  for (const cell of cells) if (cell.includes('\n')) found += cell.split('\n').length - 1;
  return found;
}

function skipLines(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; left -= 1) {
    const end = text.indexOf('\n', at);
    if (end === -1) return text.length;
    at = end + 1;
  }
  return at;
}
