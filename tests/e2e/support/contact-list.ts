/** A list as it comes from an old spreadsheet: semicolons, Windows-1252, and rows that nobody looked after. */
const ROWS = [
  'Nama;Surel;Media;Persetujuan;Tanggal persetujuan;Bukti;Jangan dihubungi',
  'Zoë Hartanto;zoe@harian.example;Kafé Harian;setuju;1 Oktober 2026;"Ya, silakan kirim";',
  'Budi Santoso;budi@kabar.example;Kabar;too;many;of;these;cells',
  'Citra Lestari;citra@warta.example;=HYPERLINK("x");;;;',
  'Zoë Hartanto;zoe@harian.example;Kafé Harian;;;;',
  'Sari Puspita;sari@tabloid.example;Tabloid;;;;ya',
  ';nobody@lintas.example;Lintas;;;;',
  'Dewi Anggraini;no address;Pos;;;;',
];

export const contactList = (): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'daftar.csv',
  mimeType: 'text/csv',
  // Latin 1 is Windows-1252 for these signs.
  buffer: Buffer.from(`${ROWS.join('\r\n')}\r\n`, 'latin1'),
});
