import { describe, expect, it } from 'vitest';
import { scan } from '@/lib/detect/scan.ts';

/** Kind and exact words of all that is reported. */
const found = (text: string): string[] =>
  scan(text).spans.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

const MRZ = 'P<IDNPUSPITA<<SARI<<<<<<<<<<<<<<<<<<<<<<<<<<\nX1234567<7IDN8508177F3001019<<<<<<<<<<<<<<06';

describe('numbers of state', () => {
  it.each([
    ['NIP 19850817 201001 1 003', 'nip 19850817 201001 1 003'],
    ['a.n. Dewi, 198508172010012003', 'nip 198508172010012003'],
    ['No. BPJS Kesehatan: 0001234567890', 'bpjs 0001234567890'],
    ['kartu BPJS-nya 0001234567890', 'bpjs 0001234567890'],
    ['KPJ 12345678901', 'bpjs 12345678901'],
    ['SIM C 850817123456', 'sim 850817123456'],
    ['NISN siswa: 0051234567', 'nisn 0051234567'],
    ['IMEI 356938112345674', 'imei 356938112345674'],
    ['nomor paspor A1234567 atas nama Sari', 'passport A1234567'],
    ['Passport no: X 1234567', 'passport X 1234567'],
    ['plat mobilnya B 1234 SAR', 'plate B 1234 SAR'],
    ['nopol AB1234CD', 'plate AB1234CD'],
    [MRZ, `passport ${MRZ}`],
  ])('finds in "%s" the %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'kode 198513402010012003',
    '0001234567890',
    'SIM card baru, hubungi Budi 12 kali',
    'paspor wajib dibawa, gerbang A12',
    'PT 1234 ABC',
    'Gedung B 1234 ABC lantai 3',
    'edisi 0051234567',
    'resi 356938112345674',
    'nomor polisi belum ada',
    MRZ.replace('8508177', '8508178'),
  ])('says nothing about "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('lets the word that stands closest decide whose number it is', () => {
    expect(found('NPWP 001234567490100, BPJS 0001234567890')).toContain('bpjs 0001234567890');
    expect(found('BPJS aktif; WA 081234567890')).toEqual(['phone 081234567890']);
    expect(found('SIM A; hubungi 0812-3456-7890')).toEqual(['phone 0812-3456-7890']);
  });
});

describe('identifiers of elsewhere', () => {
  it.each([
    ['IBAN NL37ABNA0417164399', 'iban'],
    ['to GB03 NWBK 6016 1331 9268 99 please', 'iban'],
    ['SSN 536-90-4399', 'ssn'],
    ['her social security number is 536904399', 'ssn'],
    ['ITIN: 912-70-1234', 'ssn'],
    ['masuk dari 203.0.113.7', 'ip'],
    ['host 2001:db8::192.0.2.1 now', 'ip'],
  ])('finds one in "%s"', (text, kind) => {
    expect(scan(text).spans.map((span) => span.kind)).toEqual([kind]);
  });

  it.each([
    'NL37ABNA0417164398',
    'order 536904399',
    '000-12-3456',
    '078-05-1120',
    'versi 2.10.3.1',
    'pukul 10:30:45',
    'std::vector',
    '00:1B:44:11:3A:B7:00:00',
  ])('says nothing about "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    'Alamat rumah: Jl. Melati No. 12 RT 03/RW 05, Kel. Sukamaju, Kec. Cilodong, Kota Depok 16415',
    'tolong kirim ke alamat Jalan Kenanga No 7, Kel. Tegalsari, Kota Bandung',
  ])('finds the home in "%s"', (text) => {
    expect(scan(text).spans.map(({ kind }) => kind)).toEqual(['address']);
  });

  it.each([
    'Tempat: Gedung Serbaguna, Jl. Merdeka No. 17, Kel. Gambir, Kota Jakarta 10110',
    'Alamat kantor: Jl. Sudirman No. 1, Kec. Menteng, Kota Jakarta',
    'Jalan No. 5 di Kota Tua',
    'jalan cepat, rt 5',
  ])('leaves in peace where anybody may come: "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});
