import { describe, expect, it } from 'vitest';
import type { FormatId } from '@/lib/exchange/formats/format.ts';
import { writeXlsx } from '@/lib/exchange/xlsx/write-xlsx.ts';
import { listOf, preview, read, told } from './lists.ts';
import { aBomb, aWorkbook, crc32, joined, sheetData } from './sheets.ts';

const HEAD = ['Nama', 'Email', 'No HP'];
const rowsOf = async (content: Uint8Array<ArrayBuffer>) =>
  Array.from((await listOf(content)).rows, ({ line, cells }) => [line, ...cells]);

describe('a workbook', () => {
  it('is read by rows of its sheet, with their numbers, whatever the prefixes and the gaps', async () => {
    const file = await aWorkbook(
      [
        {
          name: 'Media',
          xml:
            '<x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="inlineStr"><x:is><x:t>Email</x:t></x:is></x:c></x:row>' +
            '<x:row r="5"><x:c r="A5" t="s"><x:v>1</x:v></x:c><x:c r="C5" t="str"><x:f>A1&amp;B1</x:f><x:v>s@a.example</x:v></x:c></x:row></x:sheetData>',
        },
      ],
      {
        strings:
          '<si><t>Nama</t></si><si><r><t>Sari </t></r><r><t>&amp; Rekan</t></r><rPh sb="0" eb="1"><t>サリ</t></rPh></si>',
      },
    );
    const list = await listOf(file);
    expect(list).toMatchObject({ format: 'xlsx' satisfies FormatId, sheet: 'Media', header: ['Nama', '', 'Email'] });
    expect([...list.rows]).toEqual([{ line: 5, cells: ['Sari & Rekan', '', 's@a.example'] }]);
  });

  it('gives days as days, long numbers with all their digits, and padded numbers with their zeros', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="000000000000"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const cells =
      '<c s="1"><v>46174</v></c><c s="2"><v>46174.5</v></c><c s="3"><v>81234567890</v></c>' +
      '<c><v>6281234567890</v></c><c><v>3.1740615038E+15</v></c><c><v>0.1</v></c><c t="b"><v>1</v></c><c t="d"><v>2026-06-01T10:00:00</v></c>';
    const xml = `${sheetData([['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']]).replace('</sheetData>', '')}<row r="2">${cells}</row></sheetData>`;
    expect(await rowsOf(await aWorkbook([{ name: 'A', xml }], { styles }))).toEqual([
      [2, '2026-06-01', '2026-06-01', '081234567890', '6281234567890', '3.1740615038E+15', '0.1', 'TRUE', '2026-06-01'],
    ]);
    const early = `${sheetData([['a', 'b']]).replace('</sheetData>', '')}<row r="2"><c s="1"><v>59</v></c><c s="1"><v>61</v></c></row></sheetData>`;
    expect(await rowsOf(await aWorkbook([{ name: 'A', xml: early }], { styles }))).toEqual([
      [2, '1900-02-28', '1900-03-01'],
    ]);
    expect(await rowsOf(await aWorkbook([{ name: 'A', xml: early }], { styles, from1904: true }))).toEqual([
      [2, '1904-02-29', '1904-03-02'],
    ]);
  });

  it('doubts a number that lost its zero, a formula without a result, and an error', async () => {
    const xml =
      `${sheetData([HEAD]).replace('</sheetData>', '')}` +
      '<row r="2"><c t="inlineStr"><is><t>Sari</t></is></c><c/><c><v>8123456789</v></c></row>' +
      '<row r="3"><c t="inlineStr"><is><t>Budi</t></is></c><c t="inlineStr"><is><t>b@a.example</t></is></c><c><f>VLOOKUP(1)</f></c></row>' +
      '<row r="4"><c t="inlineStr"><is><t>Tini</t></is></c><c t="inlineStr"><is><t>t@a.example</t></is></c><c t="e"><f>X</f><v>#N/A</v></c></row>' +
      '<row r="5"><c t="inlineStr"><is><t>Joko</t></is></c><c/><c><v>6.28123E+25</v></c></row></sheetData>';
    expect(told(await preview(await aWorkbook([{ name: 'A', xml }])))).toEqual([
      '2: doubtful import_doubt_zero',
      '3: doubtful import_doubt_no_result',
      '4: doubtful import_doubt_cell_error',
      '5: bad import_fault_contact import_doubt_rounded',
    ]);
  });

  it('tells hidden sheets, rows and columns, and reads them only when asked', async () => {
    const xml =
      '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>' +
      '<row r="1"><c t="inlineStr"><is><t>Nama</t></is></c><c t="inlineStr"><is><t>NIK</t></is></c><c t="inlineStr"><is><t>Email</t></is></c></row>' +
      '<row r="2"><c t="inlineStr"><is><t>Sari</t></is></c><c t="inlineStr"><is><t>1</t></is></c><c t="inlineStr"><is><t>s@a.example</t></is></c></row>' +
      '<row r="3" hidden="1"><c t="inlineStr"><is><t>Budi</t></is></c><c t="inlineStr"><is><t>2</t></is></c><c t="inlineStr"><is><t>b@a.example</t></is></c></row></sheetData>';
    const file = await aWorkbook([
      { name: 'Rahasia', state: 'veryHidden', xml: sheetData([HEAD, ['Rina', 'r@a.example', '']]) },
      { name: 'Kosong', xml: '<sheetData/>' },
      { name: 'Media', xml },
    ]);
    const list = await listOf(file);
    expect(list).toMatchObject({ sheet: 'Media', header: ['Nama', 'Email'], hiddenParts: true });
    expect(list.sheets).toEqual([
      { name: 'Rahasia', hidden: true },
      { name: 'Kosong', hidden: false },
      { name: 'Media', hidden: false },
    ]);
    expect(Array.from(list.rows, ({ cells }) => cells)).toEqual([['Sari', 's@a.example']]);
    expect(list.warned?.map(({ key, params }) => [key, params?.count])).toEqual([
      ['import_warn_hidden_sheets', 1],
      ['import_warn_hidden_rows', 1],
      ['import_warn_hidden_columns', 1],
    ]);
    const all = await listOf(file, { sheet: 'Media', hidden: true });
    expect(Array.from(all.rows, ({ cells }) => cells)).toEqual([
      ['Sari', '1', 's@a.example'],
      ['Budi', '2', 'b@a.example'],
    ]);
    expect(Array.from((await listOf(file, { sheet: 'Rahasia' })).rows, ({ cells }) => cells)).toEqual([
      ['Rina', 'r@a.example', ''],
    ]);
  });

  it('finds its headings under a title, and says in which line', async () => {
    const file = await aWorkbook([
      { name: 'A', xml: sheetData([['Daftar media 2026'], ['per 1 Juni'], HEAD, ['Sari', 's@a.example', '']]) },
    ]);
    const list = await listOf(file);
    expect(list.header).toEqual(HEAD);
    expect(list.warned).toEqual([{ key: 'import_warn_heading_at', params: { line: '3' } }]);
  });

  it('is written so that no cell is ever run, and read back as it was', async () => {
    const rows = [
      ['a', 'b'],
      ['=1+1', '081234'],
      ['<x> & "y"\u0001 _x0041_', '  two\nlines\t '],
      ['', '😀'],
    ];
    const file = await joined(await writeXlsx('Izin', rows));
    expect(new TextDecoder('latin1').decode(file)).not.toContain('<f>');
    expect(await rowsOf(file)).toEqual([
      [2, '=1+1', '081234'],
      [3, '<x> & "y"\u0001 _x0041_', '  two\nlines\t '],
      [4, '', '😀'],
    ]);
  });
});

describe('a file that is no list', () => {
  const ole = (text: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, ...[...text].flatMap((sign) => [sign.charCodeAt(0), 0])]);
  const zip = (name: string) => aWorkbook([], { parts: [[name, 'x']] });

  it.each([
    ['an old workbook', async () => ole('Root Entry Workbook'), 'import_error_xls'],
    ['a workbook with a password', async () => ole('EncryptionInfo EncryptedPackage'), 'import_error_xlsx_protected'],
    ['a saved message', async () => ole('__substg1.0_0037001F'), 'import_error_ole'],
    ['a picture by another name', async () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'import_error_image'],
    [
      'a web page that is named .xls',
      async () => new TextEncoder().encode('<html><table><tr><td>Nama'),
      'import_error_html',
    ],
    ['data for programs', async () => new TextEncoder().encode('[{"name":"Sari"}]'), 'import_error_json'],
    [
      'a workbook that ends too soon',
      async () => (await aWorkbook([{ name: 'A', xml: sheetData([HEAD]) }])).slice(0, 300),
      'import_error_xlsx_damaged',
    ],
    [
      'a workbook whose sheets are all hidden',
      () => aWorkbook([{ name: 'A', state: 'hidden', xml: sheetData([HEAD, ['a']]) }]),
      'import_error_no_sheet',
    ],
    ['an empty sheet', () => aWorkbook([{ name: 'A', xml: '<sheetData/>' }]), 'import_error_sheet_empty'],
    [
      'a document type in a sheet',
      () => aWorkbook([{ name: 'A', xml: '<!DOCTYPE x [<!ENTITY a "b">]><sheetData/>' }]),
      'import_error_xlsx_damaged',
    ],
  ])('%s is named, with what to do', async (_, file, key) => {
    const list = await read(await file());
    expect(list.ok ? undefined : list.error.key).toBe(key);
  });

  it.each([
    ['Index/Document.iwa', 'import_error_numbers'],
    ['xl/workbook.bin', 'import_error_xlsb'],
    ['word/document.xml', 'import_error_document'],
    ['daftar.csv', 'import_error_zip'],
  ])('a zip with %s is told by its parts', async (name, key) => {
    const { zipOf } = await import('@/lib/exchange/xlsx/zip-write.ts');
    const list = await read(await joined(await zipOf([[name, ['x']]])));
    expect(list).toEqual({ ok: false, error: { key } });
    expect((await zip(name)).length).toBeGreaterThan(0);
  });

  it('stops at what unpacks to far more than it claims', async () => {
    const bomb = await aBomb(24);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await read(bomb)).toEqual({ ok: false, error: { key: 'import_error_xlsx_bomb' } });
  });

  it('does not take a part whose bytes were changed', async () => {
    const file = await joined(await writeXlsx('A', [HEAD, ['Sari', 's@a.example', '']]));
    const at = file.length - 22 - 200;
    file[at] = (file[at] ?? 0) ^ 0xff;
    const list = await read(file);
    expect(list.ok ? undefined : list.error.key).toBe('import_error_xlsx_damaged');
  });

  it('computes the checksum that zip asks for', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
