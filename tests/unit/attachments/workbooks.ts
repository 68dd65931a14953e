import { aZip, type Bytes } from './files.ts';

export interface SheetOf {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands in `<worksheet>`. */
  readonly xml: string;
  /** Relations of the sheet: types and targets. */
  readonly relations?: readonly (readonly [string, string])[];
}

const relations = (list: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([type, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** A workbook with the parts that Excel writes (ECMA-376). */
export const aWorkbook = (
  sheets: readonly SheetOf[],
  {
    strings = '',
    styles = '',
    book = '',
    parts = {},
  }: { strings?: string; styles?: string; book?: string; parts?: Readonly<Record<string, string | Uint8Array>> } = {},
): Bytes =>
  aZip({
    '[Content_Types].xml': '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types/>',
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?>\r\n<workbook xmlns:r="r"><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets>${book}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`])),
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?>\r\n<worksheet>${xml}</worksheet>`,
      ]),
    ),
    ...Object.fromEntries(
      sheets.flatMap(({ relations: list }, at) =>
        list ? [[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, relations(list)]] : [],
      ),
    ),
    ...(strings ? { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` } : {}),
    ...(styles ? { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` } : {}),
    ...parts,
  });

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One row of texts; `more` goes into `<row …>`. */
export const aRow = (number: number, cells: readonly string[], more = ''): string =>
  `<row r="${number}"${more}>${cells
    .map(
      (cell, at) =>
        `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
    )
    .join('')}</row>`;

export const sheetData = (rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows.map((cells, at) => aRow(at + 1, cells)).join('')}</sheetData>`;

/** A list of people as Excel keeps one: shared texts, numbers for numbers. For tests of size and for benchmarks. */
export function aLongList(rows: number): Bytes {
  const strings: string[] = ['Nama', 'Email', 'No. HP', 'NIK', 'Media', 'Kota'];
  const lines: string[] = [
    `<row r="1" spans="1:6">${strings.map((_, at) => `<c r="${String.fromCharCode(65 + at)}1" t="s"><v>${at}</v></c>`).join('')}</row>`,
  ];
  for (let at = 0; at < rows; at += 1) {
    const line = at + 2;
    const first = strings.length;
    strings.push(`Orang Contoh ${at}`, `orang${at}@kabar${at % 97}.example`, `0812${String(10_000_000 + at * 37)}`);
    if (at < 200) strings.push(`Kabar ${at}`);
    const media = 6 + (at < 200 ? at * 4 + 3 : 3 + 4 * (at % 200));
    lines.push(
      `<row r="${line}" spans="1:6" x14ac:dyDescent="0.25"><c r="A${line}" t="s"><v>${first}</v></c><c r="B${line}" t="s"><v>${first + 1}</v></c><c r="C${line}" t="s"><v>${first + 2}</v></c><c r="D${line}" s="1"><v>${3_174_060_101_900_000 + (at % 900) * 10}</v></c><c r="E${line}" t="s"><v>${media}</v></c><c r="F${line}" t="s"><v>5</v></c></row>`,
    );
  }
  return aWorkbook([{ name: 'Media', xml: `<sheetData>${lines.join('')}</sheetData>` }], {
    strings: strings.map((text) => `<si><t>${text}</t></si>`).join(''),
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="1"/></cellXfs>',
  });
}
