import { words } from './identifier.ts';

/** What makes a run of digits something else: courier, order, document and serial numbers. */
export const NEGATIVES = words(
  'resi sn trx transaksi invoice faktur po order pesanan sku isbn issn barcode tracking ref referensi tiket ticket versi version halaman hlm pasal surat serial imei kode booking va akun-virtual',
);
