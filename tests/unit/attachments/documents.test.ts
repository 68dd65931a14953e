import { describe, expect, it } from 'vitest';
import { fileText, isHiding, isMarkedUp } from '@/lib/domain/file-reading.ts';
import { aZip, people, read, words } from './files.ts';
import { aWorkbook, sheetData } from './workbooks.ts';

const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;
const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const aLetter = (body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}) =>
  aZip({ 'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`, ...parts });

describe('a letter', () => {
  it('is read with its tables, head, foot and notes', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const reading = await read(
      'surat.docx',
      aLetter(
        `${paragraph(run('Yth. Ibu ') + run('Ani'))}<w:tbl><w:tr>${cell('Budi')}${cell('budi@kabar.example')}</w:tr></w:tbl>`,
        {
          'word/header1.xml': `<w:hdr>${paragraph(run('Humas Kota'))}</w:hdr>`,
          'word/footnotes.xml': `<w:footnotes>${paragraph(run('Sumber: rapat'))}</w:footnotes>`,
        },
      ),
    );
    expect(reading).toMatchObject({ kind: 'docx', complete: true, people: 1 });
    expect(fileText(reading)).toBe('Yth. Ibu Ani\nBudi\tbudi@kabar.example\nHumas Kota\nSumber: rapat');
    expect(isMarkedUp(reading.facts)).toBe(false);
  });

  it('tells what was struck and added, commented and hidden, and by whom', async () => {
    const reading = await read(
      'surat.docx',
      aLetter(
        paragraph(
          `${run('Honor ')}<w:del w:id="1" w:author="Dewi Contoh"><w:r><w:delText>15 juta</w:delText></w:r></w:del><w:ins w:id="2" w:author="Eko Contoh">${run('10 juta')}</w:ins>${run(' sandi 081234500001', '<w:vanish/>')}${run(' tetap', '<w:vanish w:val="0"/>')}<w:r><w:instrText> MERGEFIELD Nama </w:instrText></w:r>`,
        ),
        {
          'word/comments.xml': `<w:comments><w:comment w:author="Fajar Contoh">${paragraph(run('Jangan dikirim dulu'))}</w:comment></w:comments>`,
        },
      ),
    );
    expect(reading.facts).toMatchObject({
      trackedChanges: 2,
      comments: 1,
      hiddenText: 1,
      authors: ['Dewi Contoh', 'Eko Contoh', 'Fajar Contoh'],
    });
    expect(isMarkedUp(reading.facts)).toBe(true);
    expect(words(reading, 'tracked')).toBe('15 juta');
    expect(words(reading, 'comment')).toBe('Jangan dikirim dulu');
    expect(words(reading, 'text')).toBe('sandi 081234500001');
    expect(words(reading)).toContain('Honor 10 juta tetap');
    expect(words(reading)).toContain('MERGEFIELD Nama');
    expect(reading).toMatchObject({ people: 1, hiddenPeople: 1 });
  });

  it('holds what is embedded in it, and says when it is pictures alone', async () => {
    const book = aWorkbook([
      { name: 'Honor', xml: sheetData([['Nama', 'Email'], ...people(3).map((row) => row.slice(0, 2))]) },
    ]);
    const reading = await read(
      'surat.docx',
      aLetter(paragraph(run('Terlampir.')), { 'word/embeddings/book1.xlsx': book }),
    );
    expect(reading).toMatchObject({ complete: true, people: 3, hiddenPeople: 3 });
    expect(reading.facts.files).toEqual([{ name: 'word/embeddings/book1.xlsx', kind: 'xlsx', reasons: [] }]);
    const scanned = await read('surat.docx', aLetter(paragraph(''), { 'word/media/image1.png': 'x' }));
    expect(scanned).toMatchObject({ complete: false, reasons: ['no-text'] });
  });
});

describe('slides', () => {
  const slide = (text: string, attributes = ''): string =>
    `<p:sld xmlns:a="a"${attributes}><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
  it('are read with hidden ones, notes, comments, and the workbook behind a chart', async () => {
    const book = aWorkbook([
      {
        name: 'Data',
        xml: sheetData([
          ['Nama', 'Email'],
          ['Ani', 'ani@kabar.example'],
        ]),
      },
    ]);
    const reading = await read(
      'paparan.pptx',
      aZip({
        'ppt/presentation.xml': '<p:presentation/>',
        'ppt/slides/slide1.xml': slide('Rencana kampanye'),
        'ppt/slides/slide2.xml': slide('Anggaran 300 juta', ' show="0"'),
        'ppt/slides/_rels/slide1.xml.rels':
          '<Relationships><Relationship Id="r1" Type="x/notesSlide" Target="../notesSlides/notesSlide7.xml"/></Relationships>',
        'ppt/notesSlides/notesSlide7.xml':
          '<p:notes><a:p><a:r><a:t>Sebut nomor Budi</a:t></a:r></a:p><a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p></p:notes>',
        'ppt/comments/comment1.xml': '<p:cmLst><p:cm authorId="0"><p:text>Belum disetujui</p:text></p:cm></p:cmLst>',
        'ppt/commentAuthors.xml': '<p:cmAuthorLst><p:cmAuthor id="0" name="Gita Contoh"/></p:cmAuthorLst>',
        'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx': book,
      }),
    );
    expect(reading).toMatchObject({ kind: 'pptx', complete: true, people: 1, hiddenPeople: 1 });
    expect(reading.facts).toMatchObject({ hiddenSlides: 1, notes: 1, comments: 1, authors: ['Gita Contoh'] });
    expect(isHiding(reading.facts)).toBe(true);
    expect(reading.parts.map(({ text, hidden, where }) => [text, hidden, where.slide])).toEqual([
      ['Rencana kampanye', undefined, 1],
      ['Anggaran 300 juta', 'slide', 2],
      ['Sebut nomor Budi', 'notes', 1],
      ['Belum disetujui', 'comment', 1],
      ['Nama\tEmail\nAni\tani@kabar.example', 'embedded', undefined],
    ]);
  });
});

describe('OpenDocument', () => {
  const odf = (type: string, content: string, parts: Readonly<Record<string, string>> = {}) =>
    aZip({ mimetype: `application/vnd.oasis.opendocument.${type}`, 'content.xml': content, ...parts });
  const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;

  it('sheets are read with hidden sheets, rows, columns and annotations', async () => {
    const reading = await read(
      'media.ods',
      odf(
        'spreadsheet',
        `<d><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style><table:table table:name="Media" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${cell('Nama')}${cell('Email')}</table:table-row><table:table-row><table:table-cell><office:annotation><dc:creator>Hana Contoh</dc:creator><dc:date>2026-01-02T03:04:05</dc:date><text:p>Tanya dulu</text:p></office:annotation><text:p>Ani</text:p></table:table-cell>${cell('ani@kabar.example')}</table:table-row><table:table-row table:visibility="collapse">${cell('Budi')}${cell('budi@kabar.example')}</table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table><table:table table:name="Arsip" table:style-name="ta2"><table:table-row>${cell('Citra')}${cell('citra@kabar.example')}</table:table-row></table:table></d>`,
      ),
    );
    expect(reading).toMatchObject({ kind: 'ods', complete: true, people: 3, hiddenPeople: 3 });
    expect(reading.facts).toMatchObject({
      hiddenSheets: [{ name: 'Arsip', how: 'hidden', rows: 1 }],
      hiddenRows: 1,
      hiddenColumns: 1,
      comments: 1,
      authors: ['Hana Contoh'],
    });
    expect(words(reading)).toBe('Nama\nAni');
    expect(words(reading, 'comment')).toBe('Tanya dulu');
    expect(words(reading, 'sheet')).toBe('Citra\tcitra@kabar.example');
  });

  it('texts are read with what was struck; a locked one is said', async () => {
    const reading = await read(
      'surat.odt',
      odf(
        'text',
        '<d><text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Indra Contoh</dc:creator></office:change-info><text:p>15 juta</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Honor 10<text:s text:c="2"/>juta</text:p></d>',
      ),
    );
    expect(reading).toMatchObject({ kind: 'odt', complete: true });
    expect(reading.facts).toMatchObject({ trackedChanges: 1, authors: ['Indra Contoh'] });
    expect(words(reading, 'tracked')).toBe('15 juta');
    expect(words(reading)).toBe('Honor 10  juta');
    const locked = odf('text', 'x', {
      'META-INF/manifest.xml':
        '<m:manifest><m:file-entry m:full-path="content.xml"><m:encryption-data m:checksum="x"/></m:file-entry></m:manifest>',
    });
    expect(await read('surat.odt', locked)).toMatchObject({ complete: false, reasons: ['encrypted'], parts: [] });
  });
});

describe('cards and pages', () => {
  it('of cards each with an address or a number is a person, and a picture in one is left out', async () => {
    const card = (name: string, more: string): string =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\n${more}\r\nEND:VCARD\r\n`;
    const reading = await read(
      'kontak.vcf',
      card('Ani', 'item1.EMAIL;TYPE=work:ani@kabar.example') +
        card('Budi', 'TEL:081234500001\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB') +
        card('Citra', 'NOTE:tanpa kontak'),
    );
    expect(reading).toMatchObject({ kind: 'vcf', complete: true, people: 2 });
    expect(fileText(reading)).not.toMatch(/AAAA|BBBB/);
  });

  it('a page that calls itself a workbook is read and said', async () => {
    const page = `<html><head><style>td{color:red}</style></head><table><tr><td>Ani &amp; Budi</td><td>ani@kabar.example</td></tr></table></html>`;
    const reading = await read('media.xls', page);
    expect(reading).toMatchObject({ kind: 'html', claims: 'ole', complete: true, people: 1 });
    expect(fileText(reading)).toBe('Ani & Budi\tani@kabar.example');
  });
});
