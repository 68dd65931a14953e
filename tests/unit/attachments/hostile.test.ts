import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '@/lib/attachments/archive.ts';
import { sourceOf } from '@/lib/attachments/source.ts';
import { aZip, type Bytes, bytesOf, people, read } from './files.ts';
import { aWorkbook, sheetData } from './workbooks.ts';

const book = aWorkbook([{ name: 'Media', xml: sheetData(people(5)) }]);
const text = (bytes: Bytes): string => String.fromCharCode(...bytes);

/** The same zip with bytes of its first entry's headers changed; the directory repeats what the local header says. */
function patched(zip: Bytes, local: number, central: number, bytes: readonly number[]): Bytes {
  const copy = zip.slice();
  copy.set(bytes, local);
  copy.set(bytes, text(copy).lastIndexOf('PK\x01\x02') + central);
  return copy;
}

describe('a hostile file', () => {
  it('that unpacks a thousandfold is stopped, whatever size its header claims', async () => {
    const bomb = aZip({ 'nol.txt': new Uint8Array(11 * 1024 * 1024) });
    const modest = patched(bomb, 22, 24, [0xe8, 3, 0, 0]);
    for (const bytes of [bomb, modest]) {
      const reading = await read('bom.zip', bytes);
      expect(reading).toMatchObject({ kind: 'zip', complete: false });
      expect(reading.reasons).toContain('bomb');
    }
  });

  it('whose entries lie over one another, or are too many, is not unpacked', async () => {
    const twice = aZip({ 'a.txt': 'satu satu satu', 'b.txt': 'dua dua dua' });
    const directory = text(twice).lastIndexOf('PK\x01\x02');
    // The second entry says that it begins where the first does.
    twice.set([0, 0, 0, 0], directory + 42);
    expect(await read('lapis.zip', twice)).toMatchObject({ complete: false, reasons: ['bomb'], parts: [] });
    const many = aZip({ 'a.txt': 'satu' });
    many.set([0xd1, 7], text(many).lastIndexOf('PK\x05\x06') + 10);
    expect(await read('banyak.zip', many)).toMatchObject({ complete: false, reasons: ['bomb'] });
  });

  it('with a password, or locked by Office, is said to be locked', async () => {
    const zip = aZip({ 'a.txt': 'rahasia' });
    expect(await read('a.zip', patched(zip, 6, 8, [1, 0]))).toMatchObject({
      complete: false,
      reasons: ['encrypted'],
      facts: { files: [{ name: 'a.txt', kind: 'unknown', reasons: ['encrypted'] }] },
    });
    const ole = new Uint8Array(4_096);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const [at, sign] of [...'EncryptedPackage'].entries()) ole[1_024 + at * 2] = sign.charCodeAt(0);
    const locked = await read('a.xlsx', ole);
    expect(locked).toMatchObject({ kind: 'ole', complete: false, reasons: ['encrypted'] });
    expect(locked.claims).toBeUndefined();
  });

  it('that is cut short or has a wrong checksum is said to be damaged', async () => {
    for (const share of [0.2, 0.5, 0.9]) {
      const cut = await read('media.xlsx', book.slice(0, Math.floor(book.length * share)));
      expect(cut).toMatchObject({ complete: false, reasons: ['unreadable'], claims: 'xlsx' });
    }
    const zip = aZip({ 'a.txt': 'isi yang berubah' });
    const wrong = await read('a.zip', patched(zip, 14, 16, [1, 2, 3, 4]));
    expect(wrong).toMatchObject({ complete: false, reasons: ['unreadable'] });
  });

  it('with a document type, or a tag that never ends, is said to be damaged', async () => {
    const sheets = ['<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', `<row a="${'>'.repeat(600_000)}`];
    for (const xml of sheets) {
      const reading = await read('a.xlsx', aWorkbook([{ name: 'A', xml }]));
      expect(reading).toMatchObject({ kind: 'xlsx', complete: false, reasons: ['unreadable'] });
    }
  });

  it('that claims rows and columns beyond any sheet is read in the order of its rows', async () => {
    const row = (number: string, cell: string): string =>
      `<row r="${number}"><c r="ZZZZZZ1"><v>9</v></c><c r="A1" t="inlineStr"><is><t>${cell}</t></is></c></row>`;
    const xml = `<cols><col min="-1e15" max="1e15" width="9"/><col min="-1e15" max="0" hidden="1"/></cols><sheetData>${row('1e999', 'satu')}${row('-7', 'dua')}${row('x', 'tiga')}</sheetData>`;
    const reading = await read('a.xlsx', aWorkbook([{ name: 'A', xml }]));
    expect(reading).toMatchObject({ complete: true, facts: { hiddenColumns: 0 } });
    expect(reading.parts).toEqual([{ where: { sheet: 'A', row: 1, rowEnd: 3 }, text: 'satu\ndua\ntiga' }]);
  });

  it('never throws, always ends, and never passes for read when it is a broken package', async () => {
    const parts = [
      'xl/workbook.xml',
      'word/document.xml',
      'ppt/presentation.xml',
      'content.xml',
      'a.vcf',
      'b.csv',
      'c.html',
    ];
    const marks = fc.constantFrom(
      '<row>',
      '<c r="ZZZ9" t="s">',
      '<v>',
      '</v>',
      '</c>',
      '</row>',
      '<w:p>',
      '<w:del>',
      '</w:p>',
      '<table:table-row>',
      '<!--',
      ']]>',
      '&#x41;',
      '&',
      '"',
      '>',
      'a@b.example',
      '\0',
      '\n',
      ';',
      'BEGIN:VCARD\n',
    );
    const body = fc.array(fc.oneof(marks, fc.string()), { maxLength: 30 }).map((pieces) => pieces.join(''));
    const packed = fc.dictionary(fc.constantFrom(...parts), body, { maxKeys: 4 }).map(aZip);
    const broken = fc.tuple(packed, fc.nat(), fc.nat({ max: 255 })).map(([zip, at, byte]) => {
      const copy = zip.slice();
      copy[at % copy.length] = byte;
      return copy;
    });
    const loose = fc.oneof(fc.uint8Array({ maxLength: 300 }), body.map(bytesOf));
    const names = fc.constantFrom('a.xlsx', 'a.csv', 'a.txt', 'a', 'a.html', 'a.pdf');
    await fc.assert(
      fc.asyncProperty(names, fc.oneof(packed, broken, loose), async (name, bytes) => {
        const reading = await read(name, new Uint8Array(bytes));
        expect(reading.complete).toBe(reading.reasons.length === 0);
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
        for (const { part, start, end } of reading.identifiers)
          expect(end - start <= (reading.parts[part]?.text.length ?? -1) && start < end).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('says where its own directory leads beyond its end', async () => {
    const zip = aZip({ 'a.txt': 'x' });
    zip.set([0xff, 0xff, 0xff, 0x7f], text(zip).lastIndexOf('PK\x05\x06') + 16);
    await expect(entriesOf(sourceOf(zip))).rejects.toThrow('unreadable');
  });
});
