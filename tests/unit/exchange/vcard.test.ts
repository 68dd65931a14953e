import { describe, expect, it } from 'vitest';
import { bytes, listOf, preview, read, told, windows1252 } from './lists.ts';

const card = (...lines: readonly string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const cellsOf = async (content: string | Uint8Array<ArrayBuffer>): Promise<readonly Record<string, string>[]> => {
  const { header, rows } = await listOf(content);
  return Array.from(rows, ({ cells }) =>
    Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']).filter(([, cell]) => cell !== '')),
  );
};

describe('a vCard', () => {
  it('of version 4 gives every kind of address, and drops what is none', async () => {
    const text = card(
      'VERSION:4.0',
      'FN:Sari Dewi\\, S.Kom.',
      'N:Dewi;Sari;;Ibu;S.Kom.',
      'NICKNAME:Sari,Iyi',
      'EMAIL;TYPE=work;PREF=1:sari@harian.example',
      'item1.EMAIL:sari@rumah.example',
      'TEL;VALUE=uri;TYPE="cell,voice":tel:+62-812-3456-7890;ext=1',
      'TEL;TYPE=fax:+62215550000',
      'IMPP;X-SERVICE-TYPE=WhatsApp:whatsapp:+6281234567891',
      'X-SOCIALPROFILE;TYPE=instagram;x-user=sari.kol:https://www.instagram.com/sari.kol/',
      'SOCIALPROFILE;SERVICE-TYPE=TikTok;VALUE=text:@sari.tik',
      'URL:https://www.linkedin.com/in/sari-dewi',
      'URL:https://sari.example/blog',
      'ORG:Harian Fajar;Ekonomi',
      'TITLE:Reporter',
      'NOTE:Suka kopi\\; bukan teh\\nPagi saja',
      'CATEGORIES:Media,Hukum\\, HAM',
      'TZ:Asia/Jakarta',
      'BDAY:19800315',
      'ADR;TYPE=home:;;Jl. Contoh 1;Bandung;;40111;Indonesia',
      'PHOTO:data:image/jpeg;base64,AAAA',
    );
    expect(await cellsOf(text)).toEqual([
      {
        FN: 'Sari Dewi, S.Kom.',
        'Name prefix': 'Ibu',
        Nickname: 'Sari ::: Iyi',
        'E-mail': 'sari@harian.example ::: sari@rumah.example',
        Phone: '+62-812-3456-7890',
        whatsapp: '+6281234567891',
        instagram_dm: 'https://www.instagram.com/sari.kol/',
        tiktok_dm: '@sari.tik',
        linkedin_msg: 'https://www.linkedin.com/in/sari-dewi',
        Organization: 'Harian Fajar',
        'Job title': 'Reporter',
        Notes: 'Suka kopi; bukan teh\nPagi saja',
        Categories: 'Media ::: Hukum, HAM :::',
        'Time zone': 'Asia/Jakarta',
        Birthday: '19800315',
        Address: 'Jl. Contoh 1, Bandung, 40111, Indonesia',
        Photo: '•',
      },
    ]);
    const { ops } = await preview(text);
    const points = ops[0]?.changes.flatMap((change) => (change.kind === 'point' ? [change.point.channel] : []));
    expect(points).toEqual(['email', 'email', 'phone', 'whatsapp', 'instagram_dm', 'tiktok_dm', 'linkedin_msg']);
    expect(JSON.stringify(ops)).not.toMatch(/1980|Bandung/);
    expect(ops[0]?.changes).toContainEqual(
      expect.objectContaining({ set: expect.objectContaining({ groups: ['Media', 'Hukum, HAM'], honorific: 'Ibu' }) }),
    );
  });

  it('is told apart from the next, with the line on which it begins', async () => {
    const text = `${card('VERSION:3.0', 'FN:Sari', 'EMAIL:s@a.example')}\r\n${card('VERSION:3.0', 'FN:Budi', 'EMAIL:b@a.example')}`;
    expect(told(await preview(text))).toEqual(['1: new', '7: new']);
  });

  it('is unfolded, by a space in front and by a tab', async () => {
    expect(await cellsOf(card('VERSION:3.0', 'FN:Sari De', ' wi', 'EMAIL:sari@', '\ta.example'))).toEqual([
      { FN: 'Sari Dewi', 'E-mail': 'sari@a.example' },
    ]);
  });

  it('of version 2.1 has quoted-printable in a character set of its own, over several lines', async () => {
    const text = card(
      'VERSION:2.1',
      'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;Andr=E9;;;',
      'EMAIL;INTERNET;PREF:andre@a.example',
      'TEL;CELL;VOICE:0812 3456 7890',
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Kopi=',
      ' dan t=C3=A9h=0D=0Apagi',
      'PHOTO;JPEG;ENCODING=BASE64:AAAA',
      ' BBBB',
      '',
    );
    expect(await cellsOf(text)).toEqual([
      {
        FN: 'André Müller',
        'E-mail': 'andre@a.example',
        Phone: '0812 3456 7890',
        Notes: 'Kopi dan téh\npagi',
        Photo: '•',
      },
    ]);
  });

  it('in Windows-1252 keeps its letters', async () => {
    expect(await cellsOf(windows1252(card('VERSION:2.1', 'FN:André', 'EMAIL:a@a.example')))).toEqual([
      { FN: 'André', 'E-mail': 'a@a.example' },
    ]);
  });

  it('takes a label for the kind of number', async () => {
    const text = card(
      'VERSION:3.0',
      'FN:Sari',
      'item1.TEL:+6281200000001',
      'item1.X-ABLabel:WhatsApp',
      'TEL;type=HOME:+62215550001',
    );
    expect(await cellsOf(text)).toEqual([{ FN: 'Sari', whatsapp: '+6281200000001', Phone: '+62215550001' }]);
  });

  it('that breaks off is one bad row, and costs no other', async () => {
    const text = `BEGIN:VCARD\nVERSION:3.0\nFN:Budi\n${card('VERSION:3.0', 'FN:Sari', 'EMAIL:s@a.example')}BEGIN:VCARD\nFN:Ti`;
    expect(told(await preview(text)).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      '1: bad import_fault_card_cut',
      '4: new',
      '9: bad import_fault_card_cut',
    ]);
    expect((await listOf(text)).warned).toEqual([{ key: 'import_warn_cards_cut', params: { count: 2 } }]);
  });

  it('is known by its content, not by its name', async () => {
    const list = await read(bytes(card('VERSION:4.0', 'FN:Sari', 'EMAIL:s@a.example')), {}, 'daftar.csv');
    expect(list.ok && list.value.format).toBe('vcard');
  });
});
