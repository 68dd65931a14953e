import { err, ok, type Result } from '../domain/result.ts';
import type { Phrase } from '../domain/verdict.ts';
import { readCell } from './cells.ts';
import { sniff, textOf } from './decode.ts';
import type { Field } from './fields.ts';
import { fingerprint } from './fingerprint.ts';
import type { FileBytes, FormatId, ReadOptions } from './formats/format.ts';
import { FORMATS } from './formats/registry.ts';
import { hasNoHeading, headingAt, plainHeading } from './heading-row.ts';
import { after, packed, type Rows } from './rows.ts';
import type { Running } from './running.ts';
import type { Row, Table } from './table.ts';

/** A file that was read as a list: its heading and its rows, blank lines left out. */
export interface List extends Table {
  readonly format: FormatId;
  /** The product whose headings these are. */
  readonly layout?: FormatId;
  /** What its headings mean, for `suggestMapping`. */
  readonly fields: Readonly<Record<string, Field | null>>;
  /** The same for every file with these headings: a mapping is remembered by it. */
  readonly fingerprint: string;
}

/** Beyond this a browser cannot hold a list in memory. */
const MOST_BYTES = 400 * 1024 * 1024;

/** Bytes → list. What cannot be read is said with what to do about it. Throws the signal's reason when it is cancelled. */
export async function readList(
  file: FileBytes,
  running: Running,
  options: ReadOptions = {},
): Promise<Result<List, Phrase>> {
  if (file.bytes.length > MOST_BYTES)
    return err({ key: 'import_error_too_large', params: { megabytes: MOST_BYTES / 1_048_576 } });
  const opened = await open(file, running, options);
  if (!opened.ok) return opened;
  const { format, table } = opened.value;
  return tidy(format, table);
}

async function open(
  file: FileBytes,
  running: Running,
  options: ReadOptions,
): Promise<Result<{ readonly format: FormatId; readonly table: Table }, Phrase>> {
  for (const { id, opens } of FORMATS) {
    if (opens?.from !== 'bytes' || !opens.recognises(file.bytes)) continue;
    const table = await opens.read(file, options, running);
    return table.ok ? ok({ format: id, table: table.value }) : table;
  }
  const sniffed = sniff(file.bytes);
  if (!sniffed.ok) return err(notText(sniffed.error));
  const { encoding, guessed, damaged } = sniffed.value;
  const [head = ''] = textOf(file.bytes.subarray(0, HEAD), encoding);
  const other = otherText(head);
  if (other !== undefined) return err(other);
  for (const { id, opens } of FORMATS) {
    if (opens?.from !== 'text' || !opens.recognises(head)) continue;
    const table = await opens.read(textOf(file.bytes, encoding), running, file.bytes.length);
    if (!table.ok) return table;
    const told = {
      key: guessed ? 'import_told_guessed' : 'import_told_encoding',
      params: { encoding: encoding.toUpperCase() },
    };
    const warned = damaged > 0 ? [{ key: 'import_told_damaged', params: { count: damaged } }] : [];
    return ok({
      format: id,
      table: { ...table.value, told: [told, ...table.value.told], warned: [...warned, ...(table.value.warned ?? [])] },
    });
  }
  return err({ key: 'import_error_binary' });
}

/** Bytes in which it is seen what kind of text a file holds. */
const HEAD = 256 * 1024;

type NotText = Extract<ReturnType<typeof sniff>, { ok: false }>['error'];
const notText = (error: NotText): Phrase => ({
  key: error.kind === 'empty' ? 'import_error_empty' : `import_error_${error.looks}`,
});

/** Text that is no list: a web page that was named `.xls`, data for programs. */
function otherText(text: string): Phrase | undefined {
  const head = text.slice(0, 2_000).trimStart();
  if (/^(<!doctype html|<html|<table|<\?xml[^>]*>\s*(<\?mso[^>]*>\s*)?<(Workbook|html))/i.test(head))
    return { key: 'import_error_html' };
  if (/^[[{]\s*["{[]/.test(head)) return { key: 'import_error_json' };
  return undefined;
}

function tidy(format: FormatId, table: Table): Result<List, Phrase> {
  const cards = format === 'vcard';
  const at = cards ? -1 : headingAt(table.rows);
  const heading = cards ? undefined : table.rows.at(at);
  if (!cards && heading === undefined) return err({ key: 'import_error_empty' });
  if (heading?.fault) return err({ key: 'import_error_no_header' });
  const headless = heading !== undefined && hasNoHeading(heading.cells);
  const width = Math.max(...table.rows.slice(0, 200).map(({ cells }) => cells.length), 1);
  const header = headless ? Array.from({ length: width }, () => '') : trimmed(heading?.cells ?? table.header);
  const body = headless ? table.rows : after(table.rows, at + 1);
  if (body.length === 0) return err({ key: 'import_error_header_only' });

  const names = new Set(header.map(plainHeading));
  const layout = cards ? undefined : FORMATS.find((one) => one.layout?.recognises(names));
  const arranged = layout?.layout?.arrange?.(header, body);
  const wide = arranged ? { header: arranged.header, rows: packed(arranged.rows) } : { header, rows: body };
  const rows = format === 'xlsx' ? padded(wide.rows, wide.header.length) : wide.rows;
  return ok({
    ...table,
    format,
    ...(layout ? { layout: layout.id } : {}),
    fields: layout?.layout?.fields ?? {},
    fingerprint: fingerprint(header),
    header: wide.header,
    rows,
    told: [{ key: 'import_told_rows', params: { count: rows.length } }, ...table.told],
    warned: [
      ...(table.warned ?? []),
      ...(headless ? [{ key: 'import_warn_no_heading' }] : []),
      ...(at > 0 && heading && !headless
        ? [{ key: 'import_warn_heading_at', params: { line: String(heading.line) } }]
        : []),
    ],
  });
}

/** A sheet keeps no empty cells at the end of a row. */
const padded = (rows: Rows, width: number): Rows =>
  packed(
    Array.from(
      rows,
      (row): Row =>
        row.cells.length >= width
          ? row
          : { ...row, cells: [...row.cells, ...Array<string>(width - row.cells.length).fill('')] },
    ),
  );

/** Cells after the last heading are no columns. */
const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1).map(readCell);
