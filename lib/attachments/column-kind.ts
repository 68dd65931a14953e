import { card } from '../detect/card.identifier.ts';
import { gradeOf, nik } from '../detect/nik.identifier.ts';
import { identifier as nip } from '../detect/nip.identifier.ts';
import { npwp } from '../detect/npwp.identifier.ts';
import { phone } from '../detect/phone.identifier.ts';
import type { ColumnKind } from '../domain/file-reading.ts';
import { isEmail } from './contact.ts';

/** Headings of Indonesian and English lists, by their words. The first that fits; more telling ones stand first. */
const HEADINGS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['kk', /\b(?:kk|nkk|nokk|kartu keluarga)\b/],
  ['npwp', /\b(?:npwp\d{0,2}|nitku)\b/],
  ['nik', /\b(?:nik|ktp|e ktp|ektp|nomor induk kependudukan|no identitas|nomor identitas)\b/],
  ['nisn', /\bnisn\b/],
  ['nip', /\b(?:nip|nipppk)\b/],
  ['bpjs', /\b(?:bpjs|kpj|jkn|bpjamsostek)\b/],
  ['passport', /\b(?:pass?port?|paspor|passport)\b/],
  ['sim', /\b(?:no|nomor) sim\b|^sim(?: [abc])?$/],
  ['card', /\b(?:kartu kredit|kartu debit|credit card|card number|no kartu)\b/],
  ['bank_account', /\b(?:rek|norek|rekening|account number|bank account|no akun bank|iban)\b/],
  ['birth_date', /\b(?:lahir|ttl|dob|birth|birthday|birthdate|ultah)\b/],
  ['email', /\b(?:email|e mail|surel|pos el|mail)\b/],
  [
    'phone',
    /\b(?:hp|wa|whatsapp|telp|tlp|telepon|tel|phone|mobile|ponsel|handphone|seluler|narahubung|nomor kontak|no kontak)\b/,
  ],
  ['address', /\b(?:alamat|address|domisili)\b/],
  ['religion', /\b(?:agama|religion)\b/],
  ['health', /\b(?:penyakit|diagnosa|diagnosis|golongan darah|alergi|kesehatan|medical|riwayat medis)\b/],
  ['fee', /\b(?:fee|honor|honorarium|gaji|salary|rate card|ratecard|rate|tarif)\b/],
  [
    'name',
    /^(?:full |display |first |last |nama |contact |nomor )?(?:name|nama)\b|\b(?:wartawan|jurnalis|journalist|influencer|kol)\b/,
  ],
];
const NOT_A_PERSON =
  /\b(?:bank|media|outlet|company|perusahaan|instansi|produk|product|file|sheet|barang|kota|acara|event|campaign|kampanye|brand)\b/;

export function headingKind(header: string): ColumnKind | undefined {
  const plain = header
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const kind = HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0];
  return kind === 'name' && NOT_A_PERSON.test(plain) ? undefined : kind;
}

/** Kinds whose numbers say nothing without their heading: it is put before each, as a writer would. */
export const needsHeading = (kind: ColumnKind | undefined): boolean =>
  kind !== undefined && kind !== 'email' && kind !== 'name' && kind !== 'fee';

const NOTHING = { before: [], after: [] };
const NONE: readonly ColumnKind[] = [];

/** Which kinds one cell could be, by their own tests. `heading` allows what only a column of that name may hold. */
export function valueKinds(cell: string, heading: ColumnKind | undefined, region: string): readonly ColumnKind[] {
  if (cell.includes('@')) return isEmail(cell) ? ['email'] : NONE;
  if (cell.length > 32 || !/^[+(]?\d[\d .\-/()]*$/.test(cell)) return NONE;
  const digits = cell.replace(/\D/g, '');
  const kinds: ColumnKind[] = [];
  switch (digits.length) {
    case 18:
      if (nip.grade(digits, cell, NOTHING) === 'A') kinds.push('nip');
      break;
    case 16:
      if (nik(digits) || isCutNik(digits, heading)) kinds.push('nik');
      if (npwp(digits, cell)) kinds.push('npwp');
      if (card(digits)) kinds.push('card');
      break;
    case 15:
      if (npwp(digits, cell)) kinds.push('npwp');
  }
  if (phone(cell, digits, region)) kinds.push('phone');
  else if (heading === 'phone' && /^8\d{8,11}$/.test(digits)) kinds.push('phone');
  return kinds;
}

/** A spreadsheet keeps 15 digits of a number: the serial of a NIK may then read 0000. */
function isCutNik(digits: string, heading: ColumnKind | undefined): boolean {
  if (heading !== 'nik' || !digits.endsWith('0000')) return false;
  const day = Number(digits.slice(6, 8));
  return gradeOf(digits, day > 40 ? day - 40 : day) !== undefined;
}

/** Of the values' kinds and the heading's: a heading that names a number of the same shape is closer to the truth. */
export function agreed(byValues: ColumnKind | undefined, byHeading: ColumnKind | undefined): ColumnKind | undefined {
  if (byValues === undefined || byHeading === undefined) return byValues ?? byHeading;
  return byValues === 'nik' && ['kk', 'npwp', 'sim'].includes(byHeading) ? byHeading : byValues;
}
