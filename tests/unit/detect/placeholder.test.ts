import { describe, expect, it } from 'vitest';
import { placeholders } from '@/lib/detect/placeholder.ts';

const found = (text: string, zone: 'text' | 'subject' = 'text'): string[] =>
  placeholders(text, zone).map(({ value }) => value);

describe('a gap that nobody filled', () => {
  it.each([
    ['Halo {{first_name}},', '{{first_name}}'],
    ['Halo {{ contact.firstname | default: "" }},', '{{ contact.firstname | default: "" }}'],
    ['Halo *|FNAME|*', '*|FNAME|*'],
    ['Halo %FIRSTNAME%,', '%FIRSTNAME%'],
    ['Halo %%FirstName%%,', '%%FirstName%%'],
    ['Halo {!Contact.FirstName}', '{!Contact.FirstName}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a merge tag of another product
    ['Halo ${name}', '${name}'],
    ['Yth. «Nama»', '«Nama»'],
    ['Yth. <<Nama Lengkap>>', '<<Nama Lengkap>>'],
    ['Halo [[name]]', '[[name]]'],
    ['Halo {Name}', '{Name}'],
    ['Yth. Bapak [Nama]', '[Nama]'],
    ['untuk [Nama\nMedia]', '[Nama\nMedia]'],
    ['pada [Date/Time]', '[Date/Time]'],
    ['Dear ,', 'Dear ,'],
    ['Yth. Bapak/Ibu ,', 'Yth. Bapak/Ibu ,'],
    ['Harga Rp xxx', 'xxx'],
    ['pada XX/XX/XXXX', 'XX/XX/XXXX'],
    ['Narasumber: XXX', 'XXX'],
    ['isi nama di sini', 'isi nama di sini'],
    ['Lorem ipsum dolor', 'Lorem ipsum'],
  ])('is found in "%s"', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'Yth. Bapak/Ibu,',
    'Hai semua, apa kabar',
    '[ ] belum [x] sudah [1] [sic] […]',
    'lihat [tautan](https://situs.example) dan [cid:gambar1] [image: Logo]',
    '[SIARAN PERS] [Undangan Media] [URGENT] [EXTERNAL] [Save the Date]',
    'PON XXX Papua, Super Bowl XXX, edisi XXX, ukuran XXXL',
    'Love, xxx',
    '100% katun, hemat 20% dan 30%',
    'https://situs.example/?q=%C3%A9%20%2Fnama%2F',
    '{"nama": "Budi"} function() { return 1; }',
    '<b>tebal</b> dan <budi@surat.example>',
    'a < b << c dan >> dikutip',
    '5 > 3 :-} {}',
    'Halo , Kak Maya',
    '“We [the company] believe in it” [Tanggal: 3 Desember] [Hari Ini]',
  ])('is not "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('in a subject: a leading tag is none, a gap later on or one that names itself is', () => {
    expect(found('[Media] Undangan', 'subject')).toEqual([]);
    expect(found('Re: [Link] Undangan', 'subject')).toEqual([]);
    expect(found('Undangan untuk [Media]', 'subject')).toEqual(['[Media]']);
    expect(found('[Nama Acara] Undangan', 'subject')).toEqual(['[Nama Acara]']);
  });
});
