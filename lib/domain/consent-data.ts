import type { Channel, DatumKind, LawPackId, SourceType } from './enums.ts';
import type { Instant } from './person.ts';

/** What is held about a person, by category. Those of DPV's personal data list keep its granularity; the rest is our own. */
export const DATA_CATEGORIES = [
  'name',
  'email_work',
  'email_personal',
  'phone',
  'online_handle',
  'home_location',
  'birth_date',
  'gender',
  'nationality',
  'marital_status',
  'religion',
  'preference',
  'official_id',
  'income',
  'bank_account',
  'health_record',
  'biometric',
  'genetic',
  'criminal',
  'family',
  'commercial_terms',
  'other',
] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];

export const SENSITIVITIES = ['general', 'specific', 'confidential'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];
export const NECESSITIES = ['required', 'optional'] as const;
export type Necessity = (typeof NECESSITIES)[number];

export interface DatumUse {
  readonly category: DataCategory;
  readonly sensitivity: Sensitivity;
  readonly necessity: Necessity;
}

export interface DataSource {
  readonly type: SourceType;
  readonly detail?: string;
  readonly collected_at?: Instant;
  readonly no_unsolicited?: boolean;
}

/** `device` and `encrypted_sync`, or a country by ISO 3166-1 alpha-2. */
export type StorageLocation = 'device' | 'encrypted_sync' | (string & {});
export interface Storage {
  readonly locations: readonly StorageLocation[];
  /** ISO 8601 duration from collection. */
  readonly retention: string;
  /** ISO 8601 duration within which it is deleted once nothing keeps it. */
  readonly delete_within?: string;
}

/** UU PDP 4(2), and what the laws of the other packs add to it. Religion is general in UU PDP and special in GDPR 9. */
const SPECIFIC: ReadonlySet<DataCategory> = new Set([
  'health_record',
  'biometric',
  'genetic',
  'criminal',
  'income',
  'bank_account',
]);

/** The stricter of the packs holds; every datum of a child is specific (UU PDP 4(2)). */
export function sensitivityOf(category: DataCategory, packs: readonly LawPackId[], child = false): Sensitivity {
  if (category === 'commercial_terms') return 'confidential';
  const special = category === 'religion' && packs.some((pack) => pack === 'EU_GDPR' || pack === 'UK_GDPR_PECR');
  return child || special || SPECIFIC.has(category) ? 'specific' : 'general';
}

/** What an address on that channel is; whether an e-mail address is of work or private, its owner's role says. */
export function categoryOfChannel(channel: Channel, atWork: boolean): DataCategory {
  if (channel === 'email') return atWork ? 'email_work' : 'email_personal';
  if (channel === 'whatsapp' || channel === 'sms' || channel === 'phone' || channel === 'telegram') return 'phone';
  return channel === 'postal_mail' ? 'home_location' : 'online_handle';
}

export const CATEGORY_OF_DATUM: Readonly<Record<DatumKind, DataCategory>> = {
  birth_date: 'birth_date',
  address: 'home_location',
  phone: 'phone',
  email: 'email_personal',
  nik: 'official_id',
  npwp: 'official_id',
  bank_account: 'bank_account',
  fee: 'commercial_terms',
  contract_term: 'commercial_terms',
  health: 'health_record',
  family: 'family',
  other: 'other',
};
