import { zipOf } from './zip-write.ts';

/**
 * Rows → a workbook of one sheet. Every cell is text: a spreadsheet shows it and calculates nothing, so that a number
 * keeps its leading zero and a formula stays words. No author, no program, no time of writing.
 */
export function writeXlsx(
  sheet: string,
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  return zipOf([
    ['[Content_Types].xml', [CONTENT_TYPES]],
    ['_rels/.rels', [RELATIONS]],
    ['xl/workbook.xml', [workbook(sheet)]],
    ['xl/_rels/workbook.xml.rels', [BOOK_RELATIONS]],
    ['xl/worksheets/sheet1.xml', sheetXml(rows)],
  ]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`;
const RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const BOOK_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
const workbook = (sheet: string): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
  `<sheet name="${escaped(sheet.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

async function* sheetXml(rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  let line = 0;
  let text = '';
  for await (const cells of rows) {
    line += 1;
    text += `<row r="${line}">${cells.map((cell, column) => cellXml(cell, column, line)).join('')}</row>`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield `${text}</sheetData></worksheet>`;
}

const cellXml = (cell: string, column: number, line: number): string =>
  cell === ''
    ? ''
    : `<c r="${letters(column)}${line}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;

/** 27 → `AB`. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** Signs that XML cannot carry, carriage returns, and what looks like such a sign, stand as `_x000D_`. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the signs that XML cannot carry
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-F]{4}_)/gi, code)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
const code = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
