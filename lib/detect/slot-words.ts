/** Words that name what a gap wants, in both languages. Whole words, lower case. */
export const SLOT_WORDS: ReadonlySet<string> = new Set(
  (
    'nama tanggal tgl hari jam pukul waktu bulan tahun jabatan posisi tautan link judul kota alamat nomor telepon telp hp perusahaan instansi ' +
    'lembaga produk acara tempat lokasi jumlah harga nominal topik tema penerima klien merek brand narasumber outlet rubrik surel kontak ' +
    'sapaan gelar isi masukkan tulis lengkapi sebutkan peran penulis artikel kutipan angka wartawan jurnalis redaksi ' +
    'name firstname lastname fullname company organization organisation date time title outlet publication topic beat url phone email number ' +
    'address city country product position day month year client venue location amount price recipient insert your first last ' +
    'specific metric angle customer industry conference reporter journalist article headline quote event role incident investor issue size ' +
    'section column stat fact statement experience example optional metrics data hook benefit filename bio executive spokesperson ' +
    'relevant existing unique trend context solutions original subject preferred direct announced expert notable target competitor ' +
    'firm calendar contact study information'
  ).split(' '),
);

/** A tag that leads a subject or a headline: `[SIARAN PERS]`, `[Undangan Media]`. Its words fill no gap. */
export const TAG =
  /^(?:undangan|siaran pers|rilis|press release|media release|media alert|media advisory|update|info|informasi|urgent|penting|segera|external|eksternal|internal|reminder|pengingat|embargo|exclusive|eksklusif|rahasia|confidential|draft|revisi|fwd?|re|image|gambar|foto|cid|video|sic|kutipan selesai|end quote)(?![\p{L}])(?!.*\b(?:url|link|tautan|date|name|nama|tanggal)\b)/iu;
