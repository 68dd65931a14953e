import { numberText } from '../../exchange/xlsx/number.ts';
import { attribute, isOn, type XmlHandler } from '../../exchange/xlsx/xml.ts';
import { plainText, type Workbook } from './workbook.ts';

/** A spreadsheet's own limits; a row that claims to stand beyond follows the one before it, a cell that claims to stand beyond makes no row wider. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;
/** Signs in one cell; a spreadsheet's own limit is 32,767. */
const MOST_TEXT = 40_000;

export interface SheetHandlers {
  row(number: number, cells: readonly string[], hidden: boolean): void;
  /** Columns, from 0, that are hidden or have no width. Comes before the rows. */
  away(from: number, to: number): void;
  /** Words of the printed head or foot, without their codes. */
  margin(text: string): void;
}

/** The cells of a sheet as texts, row by row (ECMA-376 part 1, §18.3). Formulas count by their kept results. */
export function sheetXml(book: Workbook, on: SheetHandlers): XmlHandler {
  let rowsHidden = false;
  let number = 0;
  let rowHidden = false;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let into = false;
  let aloud = false;
  let margin: string | undefined;

  const textOf = (): string => {
    switch (type) {
      case 's':
        return book.strings[Number(value)] ?? '';
      case 'str':
      case 'inlineStr':
        return plainText(value);
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.slice(0, 10);
      case 'e':
        return '';
      default:
        return value === '' ? '' : cellNumber(value, book, style);
    }
  };
  return {
    open(name, attributes) {
      switch (name) {
        case 'c':
          column = columnOf(attribute(attributes, 'r')) ?? column + 1;
          type = attribute(attributes, 't') ?? '';
          style = Number(attribute(attributes, 's') ?? 0);
          value = '';
          break;
        case 'v':
          into = true;
          break;
        case 't':
          into = !aloud;
          break;
        case 'rPh':
          aloud = true;
          break;
        case 'row': {
          const said = Number(attribute(attributes, 'r'));
          number = said > 0 && said <= MOST_ROWS ? said : number + 1;
          const hidden = attribute(attributes, 'hidden');
          rowHidden = hidden === undefined ? rowsHidden || attribute(attributes, 'ht') === '0' : isOn(hidden);
          cells = [];
          column = -1;
          break;
        }
        case 'sheetFormatPr':
          rowsHidden = isOn(attribute(attributes, 'zeroHeight'));
          break;
        case 'col':
          if (isOn(attribute(attributes, 'hidden')) || attribute(attributes, 'width') === '0') {
            const from = Math.max(1, Number(attribute(attributes, 'min') ?? 1));
            on.away(from - 1, Math.min(Number(attribute(attributes, 'max') ?? from), MOST_COLUMNS) - 1);
          }
          break;
        default:
          if (MARGINS.test(name)) margin = '';
      }
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          into = false;
          break;
        case 'rPh':
          aloud = false;
          break;
        case 'c': {
          const text = textOf();
          if (text === '' || column < 0 || column >= MOST_COLUMNS) break;
          while (cells.length < column) cells.push('');
          cells[column] = text;
          break;
        }
        case 'row':
          if (cells.length > 0) on.row(number, cells, rowHidden);
          break;
        default:
          if (margin !== undefined && MARGINS.test(name)) {
            on.margin(margin.replace(/&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z])/gi, ' ').trim());
            margin = undefined;
          }
      }
    },
    text(piece) {
      if (into) {
        if (value.length <= MOST_TEXT) value = value === '' ? piece : value + piece;
      } else if (margin !== undefined) margin += piece;
    },
  };
}

const MARGINS = /^(?:odd|even|first)(?:Header|Footer)$/;

/** Long numbers are identifiers more often than amounts: their digits stand as they are kept, 15 of them true. */
function cellNumber(raw: string, book: Workbook, style: number): string {
  const look = book.looks[style];
  if (look === undefined || look.kind === 'plain') {
    if (/^\d{1,16}$/.test(raw)) return raw;
    const whole = Number(raw);
    if (Number.isInteger(whole) && Math.abs(whole) < 1e19 && Math.abs(whole) >= 1e15) return whole.toFixed(0);
  }
  return numberText(raw, look ?? { kind: 'plain' }, book.from1904);
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
