/**
 * The closed lists of the field. Spelling is that of the stored record `izin.consent/1`
 * (ISO/IEC TS 27560:2023 as profiled by the W3C DPV guide); never rename a value, only add.
 */
export const PURPOSES = [
  'pr_media',
  'event_invite',
  'kol_collab',
  'direct_marketing',
  'cross_sell',
  'advertising',
  'crisis_notice',
  'contract_admin',
  'payment',
  'employee_comms',
  'public_information',
  'customer_care',
  'service_improvement',
  'internal_admin',
  'consent_request',
  'research',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const CHANNELS = [
  'email',
  'whatsapp',
  'sms',
  'phone',
  'instagram_dm',
  'tiktok_dm',
  'x_dm',
  'facebook_msg',
  'linkedin_msg',
  'telegram',
  'postal_mail',
  'marketplace_chat',
  'other_chat',
  'social_comment',
  'public_post',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const LAWFUL_BASES = [
  'consent',
  'contract',
  'legal_obligation',
  'vital_interest',
  'public_task',
  'legitimate_interest',
] as const;
export type LawfulBasis = (typeof LAWFUL_BASES)[number];

export const SUBJECT_ROLES = [
  'journalist',
  'editor',
  'kol',
  'kol_manager',
  'employee',
  'partner',
  'vendor',
  'customer',
  'public_official',
  'audience',
  'institution',
  'other',
] as const;
export type SubjectRole = (typeof SUBJECT_ROLES)[number];

export const SOURCE_TYPES = [
  'purchase',
  'registration',
  'website_form',
  'email_reply',
  'exhibition',
  'door_to_door',
  'visit',
  'business_card',
  'published',
  'media_database',
  'referral',
  'agency',
  'social_listening',
  'employment',
  'contract',
  'legacy_unknown',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

export const METHODS = [
  'checkbox_form',
  'email_reply',
  'chat_reply',
  'signed_doc',
  'voice_recorded',
  'in_person_noted',
  'double_opt_in',
  'platform_setting',
  'unsubscribe_link',
  'reply_keyword',
  'letter',
] as const;
export type Method = (typeof METHODS)[number];

export const EVIDENCE_KINDS = [
  'message_ref',
  'screenshot_hash',
  'form_snapshot',
  'file_hash',
  'recording_hash',
  'note_only',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const CONSENT_TYPES = ['explicit', 'expressed', 'implied', 'none'] as const;
export type ConsentType = (typeof CONSENT_TYPES)[number];

/** Strictest first: the order by which concurrent events are settled (`domain.md` §4.5). */
export const CONSENT_STATES = [
  'withdrawn',
  'refused',
  'revoked',
  'invalidated',
  'expired',
  'request_deferred',
  'requested',
  'unknown',
  'renewed',
  'given',
] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** `clock` makes expiry only. */
export const RELATIONS = [
  'self',
  'guardian',
  'representative',
  'controller',
  'authority',
  'imported',
  'clock',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Lowest first: a class may go to a clearance of the same rank or higher. */
export const CLASSES = ['public', 'internal', 'embargoed', 'secret'] as const;
export type Classification = (typeof CLASSES)[number];

export const AGE_BANDS = ['adult', 'child', 'unknown'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const DATUM_KINDS = [
  'birth_date',
  'address',
  'phone',
  'email',
  'nik',
  'npwp',
  'bank_account',
  'fee',
  'contract_term',
  'health',
  'family',
  'other',
] as const;
export type DatumKind = (typeof DATUM_KINDS)[number];

export const REQUEST_TYPES = [
  'info',
  'access',
  'rectify',
  'erase',
  'destroy',
  'withdraw',
  'restrict',
  'object',
  'portability',
  'automated_objection',
] as const;
export type RequestType = (typeof REQUEST_TYPES)[number];

export const LAW_PACKS = ['ID_PDP', 'EU_GDPR', 'UK_GDPR_PECR', 'CA_CASL', 'US_CANSPAM', 'SG_PDPA', 'MY_PDPA'] as const;
export type LawPackId = (typeof LAW_PACKS)[number];

export const PRESETS = ['humas', 'kol_manager', 'admin'] as const;
export type Preset = (typeof PRESETS)[number];

/** Strength of a warning. T2 and above hold the send. Never used for data: that is `sensitivity`. */
export const TIERS = ['T0', 'T1', 'T2', 'T3', 'T4'] as const;
export type Tier = (typeof TIERS)[number];

export const OVERRIDE_REASONS = [
  'recipient_asked',
  'consent_elsewhere',
  'legal_duty',
  'crisis_notice',
  'wrong_match',
  'other',
] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];
