import type { LawRef } from '../domain/verdict.ts';
import type { DataField } from './fields.ts';

/** Kinds of data that lists carry along and nobody needs for writing to a person. */
export type ExcessKind =
  | 'nik'
  | 'npwp'
  | 'passport'
  | 'birth_date'
  | 'birth_place'
  | 'religion'
  | 'ethnicity'
  | 'gender'
  | 'marital'
  | 'address'
  | 'health'
  | 'bank'
  | 'income'
  | 'family'
  | 'politics'
  | 'picture'
  | 'technical'
  | 'secret';

export interface Excess {
  readonly kind: ExcessKind;
  /** The field that it becomes where the user names a purpose. Absent: it is not kept at all. */
  readonly field?: DataField;
  readonly law: readonly LawRef[];
}

const row = (article: string, mark: LawRef['mark']): LawRef => ({ pack: 'ID_PDP', article, mark });
/** `domain.md` §5.1: limited and specific; specific data; general data; Adminduk's protected data. */
const LIMITED = row('UU 27/2022 Pasal 16 ayat (2)', 'V2');
const SPECIFIC = row('UU 27/2022 Pasal 4 ayat (2)', 'V');
const GENERAL = row('UU 27/2022 Pasal 4 ayat (3)', 'V');
const ADMINDUK = row('UU Adminduk Pasal 84', 'V');

interface Kind {
  readonly field?: DataField;
  readonly law: readonly LawRef[];
  readonly headings: RegExp;
}

/** Headings in both languages, whole words, compared in lower case with signs as spaces. First match wins. */
const KINDS: Readonly<Record<ExcessKind, Kind>> = {
  secret: { law: [LIMITED], headings: /\b(password|kata sandi|sandi|pin|token|api key)\b/ },
  nik: {
    field: 'data_nik',
    law: [ADMINDUK, LIMITED],
    headings: /\b(nik|ktp|e ktp|no ktp|nomor induk kependudukan|no kk|nomor kk|kartu keluarga|national id|id card)\b/,
  },
  npwp: { field: 'data_npwp', law: [LIMITED], headings: /\b(npwp|tax id|tax number|nomor pajak)\b/ },
  passport: { field: 'data_other', law: [LIMITED], headings: /\b(passport|paspor|sim|driving licen[cs]e)\b/ },
  birth_place: {
    field: 'data_other',
    law: [LIMITED],
    headings: /\b(tempat lahir|birth ?place|place of birth|kota lahir)\b/,
  },
  birth_date: {
    field: 'data_birth_date',
    law: [ADMINDUK, LIMITED],
    headings:
      /\b(tanggal lahir|tgl lahir|lahir|ttl|birth ?day|birth ?date|date of birth|dob|bday|ulang tahun|umur|usia|age|anniversary)\b/,
  },
  religion: { field: 'data_other', law: [GENERAL, LIMITED], headings: /\b(agama|religion|kepercayaan|faith)\b/ },
  ethnicity: { field: 'data_other', law: [LIMITED], headings: /\b(suku|etnis|ethnicity|ethnic|race|ras)\b/ },
  gender: {
    field: 'data_other',
    law: [GENERAL, LIMITED],
    headings: /\b(gender|sex|jenis kelamin|kelamin|l p|jk)\b/,
  },
  marital: {
    field: 'data_family',
    law: [GENERAL, LIMITED],
    headings: /\b(status (perkawinan|pernikahan|kawin|nikah)|marital( status)?)\b/,
  },
  family: {
    field: 'data_family',
    law: [LIMITED],
    headings:
      /\b(nama ibu|ibu kandung|mother'?s? (maiden )?name|nama ayah|nama (suami|istri|pasangan|anak)|spouse|children|anak|pasangan|relation|family)\b/,
  },
  health: {
    field: 'data_health',
    law: [SPECIFIC, LIMITED],
    headings:
      /\b(golongan darah|gol darah|blood( type| group)?|penyakit|kesehatan|riwayat (penyakit|kesehatan)|health|medical|alergi|allerg(y|ies)|disabilit(y|as)|vaksin|vaccin\w*|diet|tinggi badan|berat badan)\b/,
  },
  bank: {
    field: 'data_bank_account',
    law: [SPECIFIC, LIMITED],
    headings:
      /\b(no rek(ening)?|nomor rekening|rekening|bank account|account number|iban|nama bank|bank|kartu kredit|credit card)\b/,
  },
  income: {
    field: 'data_fee',
    law: [SPECIFIC, LIMITED],
    headings: /\b(gaji|penghasilan|pendapatan|salary|income|rate card|ratecard|fee|honor|honorarium|tarif)\b/,
  },
  politics: {
    field: 'data_other',
    law: [LIMITED],
    headings: /\b(partai|pilihan politik|party affiliation|political\w*|politik)\b/,
  },
  address: {
    field: 'data_address',
    law: [LIMITED],
    headings:
      /\b(alamat( rumah| tinggal| domisili| lengkap| ktp)?|domisili|home address|home street|home city|home postal code|street address|street|address|postal code|kode pos|zip( code)?|rt rw|kelurahan|kecamatan|adr)\b/,
  },
  picture: { law: [LIMITED], headings: /\b(foto|photo|picture|avatar|selfie|sidik jari|fingerprint)\b/ },
  technical: {
    law: [LIMITED],
    headings:
      /\b(ip|ip address|optin ip|confirm ip|alamat ip|latitude|longitude|gmtoff|dstoff|imei|device id|cookie)\b/,
  },
};
const ORDER = Object.entries(KINDS) as readonly (readonly [ExcessKind, Kind])[];

/** A column that a list should not bring along without a purpose. Undefined: nothing speaks against it. */
export function excessOf(heading: string, cells: readonly string[]): Excess | undefined {
  const words = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
  // An e-mail or chat address is how one writes to a person; "alamat email" is none of these.
  if (/\b(e ?mail|surel|whatsapp|wa|instagram|telegram)\b/.test(words)) return undefined;
  const found = ORDER.find(([, { headings }]) => headings.test(words))?.[0] ?? byCells(cells);
  if (found === undefined) return undefined;
  const { field, law } = KINDS[found];
  return { kind: found, law, ...(field ? { field } : {}) };
}

/** Sixteen digits whose first six are a region and next six a day: what a NIK looks like (`detection.md`). */
function byCells(cells: readonly string[]): ExcessKind | undefined {
  if (cells.length === 0) return undefined;
  const share = (pattern: RegExp): number => cells.filter((cell) => pattern.test(cell)).length / cells.length;
  if (share(/^'?[1-9]\d{5}(?:[0-6]\d|7[01])(?:0[1-9]|1[0-2])\d{6}$/) > 0.6) return 'nik';
  if (share(/^\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$/) > 0.6) return 'npwp';
  return undefined;
}
