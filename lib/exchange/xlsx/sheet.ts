import type { Phrase } from '../../domain/verdict.ts';
import { breather, type Running } from '../running.ts';
import type { Row } from '../table.ts';
import { cellText } from './cell-text.ts';
import { numberText } from './number.ts';
import { readXml } from './read-xml.ts';
import type { Workbook } from './workbook.ts';
import { attribute, type XmlHandler } from './xml.ts';

export interface SheetRows {
  readonly rows: readonly Row[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

/** A spreadsheet's own limit is 16,384; a list has fewer, and a cell that claims to stand beyond makes no row wider. */
const MOST_COLUMNS = 1_000;
/** Signs in one cell; a spreadsheet's own limit is 32,767. */
const MOST_TEXT = 40_000;
const NO_RESULT: Phrase = { key: 'import_doubt_no_result' };
const CELL_ERROR: Phrase = { key: 'import_doubt_cell_error' };

/** The cells of a sheet as texts, row by row. What is hidden is counted, and read only where `hidden` asks for it. */
export async function readSheet(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  book: Workbook,
  hidden: boolean,
  running: Running,
): Promise<SheetRows> {
  const rows: Row[] = [];
  const hiddenColumns = new Set<number>();
  let hiddenRows = 0;
  const sheet = sheetHandler(book, hiddenColumns, (line, cells, doubts, rowHidden) => {
    if (cells.every((cell) => cell === '')) return;
    if (rowHidden) hiddenRows += 1;
    if (rowHidden && !hidden) return;
    const shown = hidden || hiddenColumns.size === 0 ? cells : cells.filter((_, index) => !hiddenColumns.has(index));
    rows.push({ line, cells: shown, ...(doubts.length > 0 ? { doubts } : {}) });
  });
  await readXml(
    paced(pieces, running, () => rows.length),
    sheet,
  );
  return { rows, hiddenRows, hiddenColumns: hiddenColumns.size };
}

async function* paced<T>(pieces: AsyncIterable<T>, running: Running, done: () => number): AsyncGenerator<T> {
  const breathe = breather(running);
  for await (const piece of pieces) {
    if (breathe.due(0)) await breathe.pause(done(), 0);
    yield piece;
  }
}

type OnRow = (line: number, cells: readonly string[], doubts: readonly Phrase[], hidden: boolean) => void;

function sheetHandler(book: Workbook, hiddenColumns: Set<number>, onRow: OnRow): XmlHandler {
  let rowsHidden = false;
  let line = 0;
  let rowHidden = false;
  let cells: string[] = [];
  let doubts: Phrase[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let value: string | undefined;
  let formula = false;
  let into: 'v' | 't' | undefined;
  let aloud = false;

  const endCell = (): void => {
    if (column < 0 || column >= MOST_COLUMNS) return;
    if (formula && value === undefined && !doubts.includes(NO_RESULT)) doubts.push(NO_RESULT);
    const text = textOf(type, value ?? '');
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  const textOf = (kind: string, raw: string): string => {
    switch (kind) {
      case 's':
        return book.strings[Number(raw)] ?? '';
      case 'str':
      case 'inlineStr':
        return cellText(raw);
      case 'b':
        return raw === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return raw.slice(0, 10);
      case 'e':
        if (!doubts.includes(CELL_ERROR)) doubts.push(CELL_ERROR);
        return '';
      default:
        return raw === '' ? '' : numberText(raw, book.looks[style] ?? { kind: 'plain' }, book.from1904);
    }
  };
  return {
    open(name, attributes) {
      switch (name) {
        case 'c':
          column = columnOf(attribute(attributes, 'r')) ?? column + 1;
          type = attribute(attributes, 't') ?? 'n';
          style = Number(attribute(attributes, 's') ?? 0);
          value = undefined;
          formula = false;
          break;
        case 'v':
          into = 'v';
          value = '';
          break;
        case 't':
          if (!aloud) into = 't';
          value ??= '';
          break;
        case 'f':
          formula = true;
          break;
        case 'rPh':
          aloud = true;
          break;
        case 'row':
          line = Number(attribute(attributes, 'r') ?? line + 1);
          rowHidden = isTrue(attribute(attributes, 'hidden')) ?? (rowsHidden || attribute(attributes, 'ht') === '0');
          cells = [];
          doubts = [];
          column = -1;
          break;
        case 'sheetFormatPr':
          rowsHidden = isTrue(attribute(attributes, 'zeroHeight')) ?? false;
          break;
        case 'col':
          hideColumns(attributes, hiddenColumns);
          break;
      }
    },
    close(name) {
      if (name === 'v' || name === 't') into = undefined;
      else if (name === 'rPh') aloud = false;
      else if (name === 'c') endCell();
      else if (name === 'row') onRow(line, cells, doubts, rowHidden);
    },
    text(piece) {
      if (into !== undefined && (value?.length ?? 0) <= MOST_TEXT) value = (value ?? '') + piece;
    },
  };
}

const isTrue = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : value === '1' || value === 'true';

function hideColumns(attributes: string, hidden: Set<number>): void {
  if (!isTrue(attribute(attributes, 'hidden')) && attribute(attributes, 'width') !== '0') return;
  const from = Number(attribute(attributes, 'min') ?? 1);
  const to = Math.min(Number(attribute(attributes, 'max') ?? from), MOST_COLUMNS);
  for (let column = from; column <= to; column += 1) hidden.add(column - 1);
}

/** `AB12` → 27. */
function columnOf(ref: string | undefined): number | undefined {
  if (ref === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < ref.length; at += 1) {
    const code = ref.charCodeAt(at) | 32;
    if (code < 97 || code > 122) break;
    column = column * 26 + (code - 96);
  }
  return column === 0 ? undefined : column - 1;
}
