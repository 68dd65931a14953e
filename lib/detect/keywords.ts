import type { IdentifierKind } from './span.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that make a run of digits what it is, both languages; whole words, clitics taken off (`detection.md` §3). */
export const KEYWORDS: Readonly<Record<Exclude<IdentifierKind, 'email'>, ReadonlySet<string>>> = {
  nik: set('nik ktp e-ktp ektp penduduk kependudukan identitas'),
  kk: set('kk nkk nokk keluarga'),
  npwp: set('npwp npwp15 npwp16 nitku pajak tax'),
  phone: set(
    'hp wa whatsapp telp tlp telepon telpon tel phone mobile hub hubungi menghubungi dihubungi kontak contact call ponsel seluler handphone sms cp narahubung hotline telegram cell fax kantor office',
  ),
  card: set('kredit debit card visa mastercard amex cc cvv'),
  bank_account: set(
    'rek norek rekening a.n an transfer account iban bca bni bri bsi mandiri danamon bukopin muamalat btpn jenius ocbc cimb niaga btn',
  ),
  birth_date: set('lahir kelahiran ttl tgllahir dob born birth birthdate birthday ultah'),
};

/** What makes a run of digits something else: courier, order, document and serial numbers. */
export const NEGATIVES = set(
  'resi sn trx transaksi invoice faktur po order pesanan sku isbn issn barcode tracking ref referensi tiket ticket versi version halaman hlm pasal surat serial imei kode booking va akun-virtual',
);
