import { err, ok, type Result } from '../../domain/result.ts';
import type { Phrase } from '../../domain/verdict.ts';
import type { ReadOptions } from '../formats/format.ts';
import { packed } from '../rows.ts';
import type { Running } from '../running.ts';
import type { Table } from '../table.ts';
import { readSheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';
import { MOST_UNPACKED, type Part, partsOf, unpacked, ZipError } from './zip-read.ts';

/**
 * A workbook → the table of one sheet: the one that is asked for, or the first that is shown and has rows. Hidden sheets,
 * rows and columns are told, and read only when asked for.
 */
export async function readXlsx(
  bytes: Uint8Array<ArrayBuffer>,
  { sheet: wanted, hidden = false }: ReadOptions,
  running: Running,
): Promise<Result<Table, Phrase>> {
  try {
    const parts = partsOf(bytes);
    const budget = { left: MOST_UNPACKED };
    const book = await readWorkbook(parts, budget);
    if (book === undefined) return err(otherZip(parts));
    const sheets = book.sheets.map(({ name, hidden: away }) => ({ name, hidden: away }));
    const shown =
      wanted === undefined
        ? book.sheets.filter((one) => !one.hidden)
        : book.sheets.filter((one) => one.name === wanted);
    for (const { name, path } of shown) {
      const part = parts.get(path);
      if (part === undefined) continue;
      const { rows, hiddenRows, hiddenColumns } = await readSheet(unpacked(part, budget), book, hidden, running);
      if (rows.length === 0 && name !== shown.at(-1)?.name) continue;
      const [header] = rows;
      if (header === undefined) return err({ key: 'import_error_sheet_empty', params: { sheet: name } });
      const away = sheets.filter((one) => one.hidden && one.name !== name).map((one) => one.name);
      return ok({
        header: header.cells,
        rows: packed(rows),
        told: [{ key: 'import_told_sheet', params: { sheet: name } }],
        warned: [
          ...(away.length > 0
            ? [{ key: 'import_warn_hidden_sheets', params: { names: away.join(', '), count: away.length } }]
            : []),
          ...counted(hidden ? 'import_warn_hidden_rows_read' : 'import_warn_hidden_rows', hiddenRows),
          ...counted(hidden ? 'import_warn_hidden_columns_read' : 'import_warn_hidden_columns', hiddenColumns),
        ],
        sheets,
        sheet: name,
        hiddenParts: hiddenRows + hiddenColumns > 0,
      });
    }
    return err({ key: 'import_error_no_sheet' });
  } catch (thrown) {
    if (!(thrown instanceof ZipError)) throw thrown;
    return err({ key: `import_error_xlsx_${thrown.problem}` });
  }
}

const counted = (key: string, count: number): readonly Phrase[] => (count > 0 ? [{ key, params: { count } }] : []);

/** A zip without a workbook: what it is, as far as its parts tell. */
function otherZip(parts: ReadonlyMap<string, Part>): Phrase {
  const has = (name: RegExp): boolean => [...parts.keys()].some((part) => name.test(part));
  if (has(/^xl\/workbook\.bin$/)) return { key: 'import_error_xlsb' };
  if (has(/^Index(\/Document\.iwa|\.zip)$/i)) return { key: 'import_error_numbers' };
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return { key: 'import_error_ods' };
  if (has(/^(word|ppt)\//)) return { key: 'import_error_document' };
  return { key: 'import_error_zip' };
}
