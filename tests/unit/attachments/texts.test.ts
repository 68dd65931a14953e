import { describe, expect, it } from 'vitest';
import { readAttachment } from '@/lib/attachments/read.ts';
import { fileText, isHiding, isMarkedUp } from '@/lib/domain/file-reading.ts';
import { aZip, bytesOf, people, read, words } from './files.ts';

const list = (delimiter: string, rows = people(12)): string =>
  [['Nama', 'Email', 'No. HP'], ...rows].map((cells) => cells.join(delimiter)).join('\r\n');

describe('a list as text', () => {
  it.each([',', ';', '\t', '|'])('is read with %j between its cells', async (delimiter) => {
    const reading = await read('media.csv', list(delimiter));
    expect(reading).toMatchObject({ kind: 'csv', complete: true, reasons: [], people: 12, hiddenPeople: 0 });
    expect(reading.tables[0]?.columns).toEqual([
      { header: 'Nama', letters: 'A', kind: 'name', by: 'header', count: 12 },
      { header: 'Email', letters: 'B', kind: 'email', by: 'values', count: 12 },
      { header: 'No. HP', letters: 'C', kind: 'phone', by: 'values', count: 12 },
    ]);
    expect(reading.identifiers.filter(({ kind }) => kind === 'email')).toHaveLength(12);
    expect(reading.identifiers.filter(({ kind }) => kind === 'phone')).toHaveLength(12);
  });

  it('is read in UTF-16 and Windows-1252 as well', async () => {
    const text = list(';', [['Rosé Müller', 'rose@kabar.example', '081234500001'], ...people(2)]);
    const wide = new Uint8Array(2 + text.length * 2);
    wide.set([0xff, 0xfe]);
    for (let at = 0; at < text.length; at += 1) wide[2 + at * 2] = text.charCodeAt(at);
    const narrow = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    for (const bytes of [wide, narrow, bytesOf(`\ufeff${text}`)]) {
      const reading = await read('media.csv', bytes);
      expect(reading).toMatchObject({ kind: 'csv', complete: true, people: 3 });
      expect(fileText(reading)).toContain('Rosé Müller');
    }
  });

  it('counts people without a heading, under a title, and with numbers that lost their 0', async () => {
    const bare = await read(
      'a.csv',
      people(10)
        .map((cells) => cells.join(';'))
        .join('\n'),
    );
    expect(bare.people).toBe(10);
    expect(bare.tables[0]?.columns.map(({ kind }) => kind)).toEqual([undefined, 'email', 'phone']);
    const titled = await read(
      'b.csv',
      `Daftar media 2026\n\nNama;WA\n${['Ani;81234500001', 'Budi;81234500002'].join('\n')}`,
    );
    expect(titled).toMatchObject({ people: 2 });
    expect(titled.identifiers.map(({ value }) => value)).toEqual(['+6281234500001', '+6281234500002']);
  });

  it('says of numbers in exponent form that their end is lost', async () => {
    const reading = await read('c.csv', 'Nama;NIK\nAni;3,17406E+15\nBudi;3,27501E+15');
    expect(reading.tables[0]?.columns[1]).toMatchObject({ kind: 'nik', by: 'header', rounded: true });
  });

  it('takes the heading for the keyword of its column', async () => {
    const reading = await read('d.csv', 'Nama;No. Rekening;Bank\nAni;1234567890;BCA\nBudi;2345678901;BCA');
    expect(reading.tables[0]?.columns[1]).toMatchObject({ kind: 'bank_account', by: 'header' });
    expect(reading.identifiers).toMatchObject([
      { kind: 'bank_account', value: '1234567890' },
      { kind: 'bank_account', value: '2345678901' },
    ]);
  });

  it('knows a table under another name, and words under a table’s', async () => {
    expect((await read('media.txt', list('\t'))).kind).toBe('csv');
    expect((await read('rilis.txt', 'Siaran pers.\nHubungi kami, atau humas@kota.example, hari ini.')).kind).toBe(
      'txt',
    );
  });
});

describe('a text', () => {
  it('is one part for each stretch of lines', async () => {
    const reading = await read(
      'catatan.txt',
      `Halo\n${'Baris yang panjang sekali.\n'.repeat(6_000)}humas@kota.example`,
    );
    expect(reading).toMatchObject({ kind: 'txt', complete: true, people: 1 });
    expect(reading.parts.length).toBeGreaterThan(1);
    expect(reading.parts.at(-1)?.where.rowEnd).toBe(6_002);
    const [found] = reading.identifiers;
    expect(reading.parts[found?.part ?? -1]?.text.slice(found?.start, found?.end)).toBe('humas@kota.example');
    expect(isHiding(reading.facts) || isMarkedUp(reading.facts)).toBe(false);
  });

  it('with zero bytes in it is not taken for read', async () => {
    const reading = await read('catatan.txt', 'Halo\0humas@kota.example');
    expect(reading).toMatchObject({ kind: 'unknown', complete: false, reasons: ['unknown-format'] });
  });

  it('without anything in it is read', async () =>
    expect(await read('kosong.txt', '')).toMatchObject({ complete: true, parts: [] }));

  it('of which more is there than is kept says so, and keeps the beginning', async () => {
    const reading = await read('log.txt', 'kata kata kata\n'.repeat(200_000));
    expect(reading).toMatchObject({ complete: false, reasons: ['too-large'] });
    expect(fileText(reading).length).toBeGreaterThan(1_900_000);
    expect(fileText(reading).length).toBeLessThan(2_100_000);
  });
});

describe('a zip', () => {
  it('is read with the files in it, and its names are words too', async () => {
    const reading = await read('semua.zip', aZip({ '2026/media.csv': list(';'), 'KTP Ani.jpg': '\xff\xd8\xff' }));
    expect(reading).toMatchObject({ kind: 'zip', people: 12 });
    expect(reading.tables[0]?.where.inside).toBe('2026/media.csv');
    expect(fileText(reading)).toContain('KTP Ani.jpg');
    expect(reading.facts.files.map(({ name, kind }) => [name, kind])).toEqual([
      ['2026/media.csv', 'csv'],
      ['KTP Ani.jpg', 'txt'],
    ]);
  });

  it('within a zip is read; one deeper is said', async () => {
    const inner = aZip({ 'media.csv': list(';') });
    expect(await read('a.zip', aZip({ 'b.zip': inner }))).toMatchObject({ people: 12, complete: true });
    const deeper = await read('a.zip', aZip({ 'b.zip': aZip({ 'c.zip': inner }), 'media.csv': list(',') }));
    expect(deeper).toMatchObject({ people: 12, complete: false, reasons: ['nested'] });
  });
});

describe('what is not read', () => {
  it.each([
    ['foto.jpg', [0xff, 0xd8, 0xff, 0xe0], 'picture', 'picture'],
    ['lama.rar', [0x52, 0x61, 0x72, 0x21], 'packed', 'unknown-format'],
    ['surat.doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'ole', 'unknown-format'],
    ['suara.mp3', [0x49, 0x44, 0x33, 0x04], 'media', 'unknown-format'],
  ])('%s is known by its bytes and said', async (name, bytes, kind, reason) => {
    const reading = await read(name, new Uint8Array([...bytes, ...new Array<number>(600).fill(0)]));
    expect(reading).toMatchObject({ kind, complete: false, reasons: [reason] });
    expect(reading.claims).toBeUndefined();
  });

  it('is told by its bytes, whatever its name promises', async () => {
    const reading = await read('foto.jpg', aZip({ 'media.csv': list(';') }));
    expect(reading).toMatchObject({ kind: 'zip', claims: 'picture', people: 12 });
  });

  it('a cancel and the end of the time leave what was read, and are said', async () => {
    const off = await readAttachment({ name: 'a.csv', bytes: bytesOf(list(';')) }, { signal: AbortSignal.abort() });
    expect(off).toMatchObject({ complete: false, reasons: ['cancelled'], parts: [] });
    const late = await readAttachment({ name: 'a.csv', bytes: bytesOf(list(';')) }, { budget: -1 });
    expect(late.complete).toBe(false);
    expect(late.reasons).toContain('deadline');
  });

  it('of a large file only the beginning is in memory', async () => {
    const asked: number[] = [];
    const blank = new Blob([new Uint8Array(1024 * 1024).fill(97)]);
    const big = new Blob(Array.from({ length: 100 }, () => blank));
    const slice = big.slice.bind(big);
    big.slice = (from = 0, to = big.size) => {
      asked.push(to - from);
      return slice(from, to);
    };
    const reading = await readAttachment({ name: 'besar.txt', bytes: big }, { budget: 60_000 });
    expect(reading).toMatchObject({ complete: false, size: 100 * 1024 * 1024 });
    expect(reading.reasons).toContain('too-large');
    expect(Math.max(...asked)).toBeLessThanOrEqual(25 * 1024 * 1024);
  });

  it('tells how far it is, up to the end', async () => {
    const shares: number[] = [];
    const file = { name: 'a.zip', bytes: aZip({ 'media.csv': list(';') }) };
    await readAttachment(file, { budget: 60_000, onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    expect(words(await read('a.zip', file.bytes))).toContain('orang1@kabar.example');
  });
});
