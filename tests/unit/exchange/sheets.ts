import { crc32 } from '@/lib/exchange/xlsx/crc.ts';
import { zipOf } from '@/lib/exchange/xlsx/zip-write.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export const joined = async (blocks: readonly Bytes[]): Promise<Bytes> =>
  new Uint8Array(await new Blob([...blocks]).arrayBuffer());

export interface SheetOf {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** `<sheetData>` and what stands before it. */
  readonly xml: string;
}

/** A workbook as another program may write it: prefixes, shared strings, styles, hidden parts. */
export async function aWorkbook(
  sheets: readonly SheetOf[],
  more: {
    readonly strings?: string;
    readonly styles?: string;
    readonly from1904?: boolean;
    readonly parts?: readonly (readonly [string, string])[];
  } = {},
): Promise<Bytes> {
  const relations = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  return joined(
    await zipOf([
      ['[Content_Types].xml', ['<Types/>']],
      [
        'xl/workbook.xml',
        [
          `<?xml version="1.0"?><workbook><workbookPr${more.from1904 ? ' date1904="1"' : ''}/><sheets>`,
          ...sheets.map(
            ({ name, state }, at) =>
              `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
          ),
          '</sheets></workbook>',
        ],
      ],
      ['xl/_rels/workbook.xml.rels', [`<Relationships>${relations.join('')}</Relationships>`]],
      ...sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, [`<worksheet>${xml}</worksheet>`]] as const),
      ...(more.strings ? [['xl/sharedStrings.xml', [`<sst>${more.strings}</sst>`]] as const] : []),
      ...(more.styles ? [['xl/styles.xml', [`<styleSheet>${more.styles}</styleSheet>`]] as const] : []),
      ...(more.parts ?? []).map(([name, text]) => [name, [text]] as const),
    ]),
  );
}

/** Rows of plain texts as `<sheetData>`. */
export const sheetData = (rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData>`;

/** A zip whose one part claims to be small and unpacks to `megabytes` of zeros. */
export async function aBomb(megabytes: number): Promise<Bytes> {
  const blank = '0'.repeat(1024 * 1024);
  return joined(
    await zipOf([
      ['xl/workbook.xml', ['<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>']],
      [
        'xl/_rels/workbook.xml.rels',
        ['<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'],
      ],
      [
        'xl/worksheets/sheet1.xml',
        (function* () {
          yield '<worksheet><sheetData><row><c t="inlineStr"><is><t>';
          for (let at = 0; at < megabytes; at += 1) yield blank;
        })(),
      ],
    ]),
  );
}

export { crc32 };
