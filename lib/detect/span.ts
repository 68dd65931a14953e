export const IDENTIFIER_KINDS = [
  'nik',
  'kk',
  'npwp',
  'phone',
  'email',
  'card',
  'bank_account',
  'birth_date',
  'passport',
  'bpjs',
  'sim',
  'nip',
  'nisn',
  'imei',
  'plate',
  'iban',
  'ssn',
  'ip',
  'address',
  'secret',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];
export type SpanKind = IdentifierKind | 'placeholder';

/** Offsets are UTF-16 code units of the text as it was given. */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
  /** 0…1: reported from `REPORT`; below it only the ledger can make something of it. */
  readonly confidence: number;
  /** The digits, the address in lower case, an ISO date, the placeholder's words. */
  readonly value: string;
}

export interface Scan {
  readonly spans: readonly Span[];
  /** False: the deadline came first, and it must be said. */
  readonly complete: boolean;
}

export const REPORT = 0.6;
