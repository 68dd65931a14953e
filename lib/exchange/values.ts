import type { ConsentState, Method, SubjectRole } from '../domain/enums.ts';
import { CONSENT_STATES, METHODS, SUBJECT_ROLES } from '../domain/enums.ts';
import type { Instant } from '../domain/person.ts';
import { zoneIn } from '../domain/zone.ts';
import { remembering } from './remembering.ts';

// What people write in the cells of a list, in both languages, → the closed lists of the domain. Undefined: not understood.

const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['may', 'mei'],
  ['jun'],
  ['jul'],
  ['aug', 'agu', 'agt'],
  ['sep'],
  ['oct', 'okt'],
  ['nov', 'nop'],
  ['dec', 'des'],
];

/** A calendar day, as noon UTC so that no zone moves it. `3/4/2026` is 3 April: the order of Indonesia and most of the world. */
export const dateOf = remembering(5_000, dayIn);

function dayIn(cell: string): Instant | undefined {
  const text = cell.trim();
  if (/^\d{4}-\d{2}-\d{2}T/.test(text))
    return Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (local) {
    const [first, second, year] = [Number(local[1]), Number(local[2]), Number(local[3])];
    return second > 12 ? day(year, first, second) : day(year, second, first);
  }
  const spelt =
    /^(\d{1,2})[\s-]+(\p{L}{3,})\.?[\s-]+(\d{4})$/u.exec(text) ??
    /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text);
  if (!spelt) return undefined;
  const [, a = '', b = '', year] = spelt;
  const [word, number] = /^\d/.test(a) ? [b, a] : [a, b];
  const month = MONTHS.findIndex((names) => names.some((name) => word.toLowerCase().startsWith(name)));
  return month === -1 ? undefined : day(Number(year), month + 1, Number(number));
}

function day(year: number, month: number, date: number): Instant | undefined {
  const made = new Date(Date.UTC(year, month - 1, date, 12));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? made.toISOString() : undefined;
}

const key = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
const among = <T extends string>(list: readonly T[], words: Readonly<Partial<Record<T, readonly string[]>>>) =>
  remembering(5_000, (cell: string): T | undefined => {
    const asked = key(cell);
    return list.find((one) => one.replaceAll('_', ' ') === asked || words[one]?.includes(asked));
  });

const exactRole = among<SubjectRole>(SUBJECT_ROLES, {
  journalist: ['wartawan', 'jurnalis', 'reporter', 'pewarta', 'press', 'pers', 'media'],
  editor: ['redaktur', 'redaktur pelaksana', 'pemred', 'pemimpin redaksi', 'managing editor'],
  kol: ['influencer', 'pemengaruh', 'kreator', 'creator', 'selebgram', 'content creator'],
  kol_manager: ['manajer kol', 'manajer', 'talent manager', 'manager'],
  employee: ['karyawan', 'pegawai', 'staf', 'staff'],
  partner: ['mitra'],
  vendor: ['supplier', 'pemasok', 'rekanan'],
  customer: ['pelanggan', 'client', 'klien'],
  public_official: ['pejabat', 'pejabat publik', 'official'],
  audience: ['audiens', 'umum', 'subscriber'],
  institution: ['instansi', 'lembaga', 'redaksi'],
  other: ['lain', 'lainnya', 'others'],
});

/** "Reporter senior" is still a reporter. */
export const roleOf = remembering(
  5_000,
  (cell): SubjectRole | undefined =>
    exactRole(cell) ??
    cell
      .split(/[\s/,-]+/)
      .map(exactRole)
      .find((role) => role !== undefined),
);

export const stateOf = among<ConsentState>(CONSENT_STATES, {
  given: [
    'yes',
    'y',
    'ya',
    'true',
    '1',
    'setuju',
    'agreed',
    'agree',
    'consented',
    'opt in',
    'opted in',
    'subscribed',
    'ok',
    'boleh',
    'diizinkan',
    'active',
    'aktif',
    'x',
    '✓',
    'v',
  ],
  refused: ['no', 'n', 'tidak', 'false', '0', 'menolak', 'tolak', 'declined', 'tidak setuju'],
  withdrawn: [
    'ditarik',
    'dicabut',
    'withdrew',
    'unsubscribed',
    'opt out',
    'opted out',
    'berhenti',
    'stop',
    'do not contact',
    'jangan hubungi',
  ],
  requested: ['sudah diminta', 'asked', 'pending', 'menunggu', 'diminta'],
  expired: ['kedaluwarsa', 'kadaluarsa', 'lapsed'],
  unknown: ['belum', 'belum diketahui', 'not known', '?', 'none', 'no consent on record'],
  renewed: ['diperbarui', 'agreed again'],
});

export const methodOf = among<Method>(METHODS, {
  checkbox_form: ['form', 'formulir', 'checkbox', 'centang', 'kotak centang', 'website', 'google form'],
  email_reply: ['email', 'e mail', 'reply', 'balasan email', 'balasan surel', 'surel'],
  chat_reply: ['chat', 'wa', 'whatsapp', 'dm', 'balasan chat'],
  signed_doc: ['signed', 'document', 'dokumen', 'tanda tangan', 'surat bertanda tangan', 'contract', 'kontrak'],
  voice_recorded: ['recording', 'rekaman', 'phone', 'telepon'],
  in_person_noted: ['in person', 'lisan', 'verbal', 'langsung', 'tatap muka'],
  letter: ['surat'],
});

export const isYes = (cell: string): boolean => !/^(|no|n|tidak|false|0|-|bukan)$/i.test(cell.trim());

/** WIB, WITA, WIT or an IANA name → IANA. Remembered: a formatter takes 50 µs to make, and a list has few zones. */
export const zoneOf = remembering(1_000, (cell): string | undefined => {
  const name = cell.trim();
  return zoneIn(/^wi(b|ta|t)$/i.test(name) ? name.toUpperCase() : name);
});

const LANGUAGES: Readonly<Record<string, string>> = {
  indonesia: 'id',
  'bahasa indonesia': 'id',
  indonesian: 'id',
  ind: 'id',
  inggris: 'en',
  'bahasa inggris': 'en',
  english: 'en',
  eng: 'en',
  jawa: 'jv',
  javanese: 'jv',
  sunda: 'su',
  sundanese: 'su',
  melayu: 'ms',
  malay: 'ms',
  mandarin: 'zh',
  chinese: 'zh',
};

/** A language's name in either language, or a BCP 47 tag → the tag. */
export const languageOf = remembering(1_000, (cell): string | undefined => {
  const known = LANGUAGES[cell.trim().toLowerCase()];
  if (known !== undefined) return known;
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(cell.trim())) return undefined;
  try {
    return Intl.getCanonicalLocales(cell.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
});
