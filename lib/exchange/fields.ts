import type { Channel } from '../domain/enums.ts';

/** What a column can hold. Contact fields are spelled as their channel. */
const CONTACT_FIELDS = [
  'email',
  'whatsapp',
  'phone',
  'sms',
  'instagram_dm',
  'tiktok_dm',
  'x_dm',
  'facebook_msg',
  'linkedin_msg',
  'telegram',
] as const satisfies readonly Channel[];
/** Parts of a name that some lists keep in columns of their own; they come in only. */
const NAME_PARTS = ['first_name', 'middle_name', 'last_name', 'name_suffix'] as const;
/** Data that nobody needs for writing to a person: taken only for a purpose that the user names. Spelled as `datum` kinds. */
const DATA_FIELDS = [
  'data_nik',
  'data_npwp',
  'data_birth_date',
  'data_address',
  'data_bank_account',
  'data_fee',
  'data_health',
  'data_family',
  'data_other',
] as const;
const OTHER_FIELDS = [
  'name',
  'honorific',
  'nicknames',
  'language',
  'outlet',
  'role',
  'topics',
  'groups',
  'timezone',
  'notes',
  'consent_state',
  'consent_at',
  'consent_until',
  'consent_method',
  'consent_evidence',
  'do_not_contact',
  'no_email',
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type DataField = (typeof DATA_FIELDS)[number];
/** What can be written out again. */
export type OutField = ContactField | (typeof OTHER_FIELDS)[number];
export type Field = OutField | (typeof NAME_PARTS)[number] | DataField;
export const OUT_FIELDS: readonly OutField[] = [OTHER_FIELDS[0], ...CONTACT_FIELDS, ...OTHER_FIELDS.slice(1)];
export const FIELDS: readonly Field[] = [OTHER_FIELDS[0], ...NAME_PARTS, ...OUT_FIELDS.slice(1), ...DATA_FIELDS];

const CONTACT: ReadonlySet<string> = new Set(CONTACT_FIELDS);
const DATA: ReadonlySet<string> = new Set(DATA_FIELDS);
export const isContactField = (field: Field): field is ContactField => CONTACT.has(field);
export const isDataField = (field: Field): field is DataField => DATA.has(field);
