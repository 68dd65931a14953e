import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { readCell } from './cells.ts';
import { type Delimiter, prepare, type Row, readRows } from './csv.ts';
import { decode, type Encoding, type NotText } from './decode.ts';
import { isBlank } from './entry.ts';

/** A file that was read as a list: its heading and its rows, blank lines left out. */
export interface List {
  readonly encoding: Encoding;
  readonly guessed: boolean;
  readonly damaged: number;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export type ListError = NotText | { readonly kind: 'header-only' } | { readonly kind: 'no-header' };

export interface Running {
  readonly signal: AbortSignal;
  /** Rows done of rows known; called between slices. */
  readonly progress: (done: number, total: number) => void;
  /** Lets the page paint and a click on Cancel arrive. */
  readonly pause: () => Promise<void>;
}

/** Bytes → list. Throws the signal's reason when it is cancelled. */
export async function readList(
  bytes: Uint8Array,
  { signal, progress, pause }: Running,
): Promise<Result<List, ListError>> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, delimiter, line } = prepare(decoded.value.text);
  const expected = text.split('\n').length;
  const rows: Row[] = [];
  for (const slice of readRows(text, delimiter, line)) {
    for (const row of slice) if (!isBlank(row)) rows.push(row);
    progress(Math.min(rows.length, expected), expected);
    await pause();
    signal.throwIfAborted();
  }
  const [header, ...body] = rows;
  if (header === undefined) return err({ kind: 'empty' });
  if (header.brokenQuote) return err({ kind: 'no-header' });
  if (body.length === 0) return err({ kind: 'header-only' });
  const { encoding, guessed, damaged } = decoded.value;
  return ok({ encoding, guessed, damaged, delimiter, header: trimmed(header.cells), rows: body });
}

/** Cells after the last heading are no columns. */
const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1).map(readCell);
