import { describe, expect, it } from 'vitest';
import { fileText, isHiding, isMarkedUp } from '@/lib/domain/file-reading.ts';
import { aZip, people, read, words } from './files.ts';
import { aLongList, aRow, aWorkbook, sheetData } from './workbooks.ts';

const HEAD = ['Nama', 'Email', 'No. HP'];
const list = (count: number): string => sheetData([HEAD, ...people(count)]);

describe('a workbook', () => {
  it('is read sheet by sheet, with what its columns hold', async () => {
    const reading = await read('media.xlsx', aWorkbook([{ name: 'Media', xml: list(11) }]));
    expect(reading).toMatchObject({ kind: 'xlsx', complete: true, people: 11, hiddenPeople: 0 });
    expect(reading.tables[0]).toMatchObject({ where: { sheet: 'Media' }, rows: 11, people: 11 });
    expect(reading.tables[0]?.columns.map(({ kind }) => kind)).toEqual(['name', 'email', 'phone']);
    expect(reading.parts[0]?.where).toEqual({ sheet: 'Media', row: 1, rowEnd: 12 });
    expect(isHiding(reading.facts)).toBe(false);
  });

  it('tells hidden and very hidden sheets with their rows, and whose addresses stand there', async () => {
    const reading = await read(
      'media.xlsx',
      aWorkbook([
        { name: 'Ringkasan', xml: sheetData([['Jumlah media', '2']]) },
        { name: 'Kontak', state: 'hidden', xml: list(4) },
        { name: 'Arsip', state: 'veryHidden', xml: sheetData([HEAD, ['Rahasia', 'rahasia@kabar.example', '']]) },
      ]),
    );
    expect(reading.facts.hiddenSheets).toEqual([
      { name: 'Kontak', how: 'hidden', rows: 5 },
      { name: 'Arsip', how: 'very-hidden', rows: 2 },
    ]);
    expect(reading).toMatchObject({ people: 5, hiddenPeople: 5, complete: true });
    expect(words(reading, 'sheet')).toContain('orang4@kabar.example');
    expect(words(reading, 'very-hidden')).toContain('rahasia@kabar.example');
    expect(words(reading)).not.toContain('@');
    expect(reading.identifiers.find(({ value }) => value === 'rahasia@kabar.example')?.hidden).toBe('very-hidden');
  });

  it('tells hidden rows and columns, by attribute, height and width, apart from what is shown', async () => {
    const [ani = [], budi = [], citra = []] = people(3);
    const reading = await read(
      'media.xlsx',
      aWorkbook([
        {
          name: 'Media',
          xml: `<cols><col min="1" max="1" width="9"/><col min="3" max="3" hidden="1"/><col min="5" max="16384" width="0"/></cols><sheetData>${aRow(1, HEAD)}${aRow(2, ani)}${aRow(3, budi, ' hidden="1"')}${aRow(4, citra, ' ht="0" customHeight="1"')}</sheetData>`,
        },
      ]),
    );
    expect(reading.facts).toMatchObject({ hiddenRows: 2, hiddenColumns: 1, hiddenSheets: [] });
    expect(words(reading)).toContain('orang1@kabar.example');
    expect(words(reading)).not.toContain(ani[2]);
    expect(words(reading, 'row')).toContain('orang2@kabar.example');
    expect(words(reading, 'column')).toContain(ani[2]);
    expect(reading.tables[0]?.columns[2]).toMatchObject({ kind: 'phone', hidden: true, letters: 'C' });
    expect(reading).toMatchObject({ people: 3, hiddenPeople: 2 });
  });

  it('takes rows for hidden where the sheet says so of all that do not say otherwise', async () => {
    const xml = `<sheetFormatPr zeroHeight="1"/><sheetData>${aRow(1, ['Satu', 'x'], ' hidden="0"')}${aRow(2, ['Dua', 'y'])}</sheetData>`;
    const reading = await read('a.xlsx', aWorkbook([{ name: 'S', xml }]));
    expect(reading.facts.hiddenRows).toBe(1);
    expect(words(reading, 'row')).toBe('Dua\ty');
  });

  it('joins the runs of a shared text, leaves out how it is read aloud, and reads dates, amounts and signs', async () => {
    const reading = await read(
      'a.xlsx',
      aWorkbook(
        [
          {
            name: 'S',
            xml: '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><f>A1</f><v>A &amp; B</v></c></row><row><c t="s"><v>1</v></c><c s="1"><v>31275</v></c><c><v>1250000.5</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row></sheetData>',
          },
        ],
        {
          strings:
            '<si><r><rPr><b/></rPr><t>Nama </t></r><r><t xml:space="preserve">lengkap</t></r><rPh sb="0" eb="1"><t>ナマ</t></rPh></si><si><t>Tanggal_x000D_lahir</t></si>',
          styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
        },
      ),
    );
    expect(fileText(reading)).toBe(
      'Nama lengkap\tTanggal lahir\tA & B\nTanggal lahir\tTanggal lahir: 1985-08-16\t1250000.5\tTRUE',
    );
    expect(reading.identifiers).toMatchObject([{ kind: 'birth_date', value: '1985-08-16' }]);
  });

  it('reads numbers that Excel keeps in exponent form, and says where their last digits are lost', async () => {
    const niks = [
      '3.1740601019000001E15',
      '3.17406010190001E+15',
      '3174060101900020',
      '3174060101900030',
      '3174060101900040',
    ];
    const rows = niks.map(
      (nik, at) =>
        `<row r="${at + 2}"><c r="A${at + 2}" t="inlineStr"><is><t>Orang</t></is></c><c r="B${at + 2}"><v>${nik}</v></c></row>`,
    );
    const xml = `<sheetData>${aRow(1, ['Nama', 'NIK'])}${rows.slice(1).join('')}</sheetData>`;
    const reading = await read('a.xlsx', aWorkbook([{ name: 'S', xml }]));
    expect(reading.tables[0]?.columns[1]).toMatchObject({ kind: 'nik', by: 'values', rounded: true });
    expect(words(reading)).toContain('NIK: 3174060101900010');
  });

  it('tells comments, threads, their writers, and the sheet they belong to', async () => {
    const reading = await read(
      'a.xlsx',
      aWorkbook(
        [
          {
            name: 'Media',
            xml: sheetData([['Nama', 'Kota']]),
            relations: [
              ['comments', '../comments1.xml'],
              ['threadedComment', '../threadedComments/threadedComment1.xml'],
            ],
          },
        ],
        {
          parts: {
            'xl/comments1.xml':
              '<comments><authors><author>Dewi Contoh</author><author>tc={0A}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Jangan hubungi, </t></r><r><t>fee 5 juta</t></r></text></comment></commentList></comments>',
            'xl/threadedComments/threadedComment1.xml':
              '<ThreadedComments><threadedComment ref="B1" personId="{1}"><text>Nomornya 081234500009</text></threadedComment></ThreadedComments>',
            'xl/persons/person.xml': '<personList><person displayName="Eko Contoh" id="{1}"/></personList>',
          },
        },
      ),
    );
    expect(reading.facts).toMatchObject({ comments: 2, authors: ['Eko Contoh', 'Dewi Contoh'] });
    expect(isMarkedUp(reading.facts)).toBe(true);
    const comments = reading.parts.filter(({ hidden }) => hidden === 'comment');
    expect(comments.map(({ text }) => text)).toEqual(['A1 Jangan hubungi, fee 5 juta', 'B1 Nomornya 081234500009']);
    expect(comments.every(({ where }) => where.sheet === 'Media')).toBe(true);
    expect(reading.identifiers).toMatchObject([{ kind: 'phone', value: '+6281234500009', hidden: 'comment' }]);
  });

  it('tells copies of data behind pivot tables and links, connections, names, and what it says of itself', async () => {
    const reading = await read(
      'a.xlsx',
      aWorkbook(
        [
          {
            name: 'Ringkasan',
            xml: `${sheetData([['Kota', 'Jumlah']])}<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"Internal tim</oddHeader></headerFooter>`,
          },
        ],
        {
          book: '<definedNames><definedName name="Tamu">Kontak!$A$1</definedName></definedNames>',
          parts: {
            'xl/pivotCache/pivotCacheDefinition1.xml':
              '<pivotCacheDefinition><cacheFields><cacheField name="Email"><sharedItems><s v="ani@kabar.example"/><s v="budi@kabar.example"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>',
            'xl/pivotCache/pivotCacheRecords1.xml':
              '<pivotCacheRecords count="2"><r><x v="0"/><s v="081234500001"/></r><r><x v="1"/><n v="5"/></r></pivotCacheRecords>',
            'xl/externalLinks/externalLink1.xml':
              '<externalLink><externalBook><sheetNames><sheetName val="Honor"/></sheetNames><sheetDataSet><sheetData><row r="1"><cell r="A1" t="str"><v>Citra Contoh</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
            'xl/connections.xml':
              '<connections><connection name="Basis"><dbPr connection="Server=db.kantor.example"/></connection></connections>',
            'docProps/core.xml':
              '<cp:coreProperties><dc:creator>Fajar Contoh</dc:creator><cp:lastModifiedBy>Gita Contoh</cp:lastModifiedBy></cp:coreProperties>',
            'docProps/app.xml':
              '<Properties><Application>Microsoft Excel</Application><Company>Humas Contoh</Company></Properties>',
          },
        },
      ),
    );
    expect(reading.facts).toMatchObject({
      pivotRecords: 2,
      externalLinks: 2,
      authors: ['Fajar Contoh', 'Gita Contoh'],
      company: 'Humas Contoh',
    });
    expect(isHiding(reading.facts)).toBe(true);
    expect(words(reading, 'pivot-cache')).toContain('ani@kabar.example\tbudi@kabar.example');
    expect(words(reading, 'pivot-cache')).toContain('081234500001');
    expect(words(reading, 'external')).toContain('Citra Contoh');
    expect(words(reading, 'external')).toContain('db.kantor.example');
    expect(words(reading)).toContain('Internal tim');
    expect(words(reading)).toContain('Tamu Kontak!$A$1');
    expect(reading.hiddenPeople).toBe(2);
  });

  it('of another writer, with prefixes and no references, is read alike', async () => {
    const book = aZip({
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m"><x:sheets><x:sheet name="A" sheetId="1" r:id="R1" state="hidden"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="R1" Type="x/worksheet" Target="/xl/worksheets/sheet.xml"/></Relationships>',
      'xl/worksheets/sheet.xml':
        "<x:worksheet><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>a &gt; b</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>",
    });
    const reading = await read('a.xlsx', book);
    expect(words(reading, 'sheet')).toBe('a > b\t7');
    expect(reading.facts.hiddenSheets).toEqual([{ name: 'A', how: 'hidden', rows: 1 }]);
  });

  it('in the binary form, or with a sheet missing, is said to be unread', async () => {
    expect(await read('a.xlsb', aZip({ 'xl/workbook.bin': 'x' }))).toMatchObject({
      kind: 'xlsx',
      reasons: ['unknown-format'],
    });
    const lost = aZip({ 'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>' });
    expect(await read('a.xlsx', lost)).toMatchObject({ kind: 'xlsx', complete: false, reasons: ['unreadable'] });
  });

  it('of many rows is read whole', async () => {
    const reading = await read('media.xlsx', aLongList(400));
    expect(reading).toMatchObject({ complete: true, people: 400 });
    expect(reading.tables[0]?.columns.map(({ kind }) => kind)).toEqual([
      'name',
      'email',
      'phone',
      'nik',
      undefined,
      undefined,
    ]);
  });
});
