import * as v from 'valibot';
import { WITHDRAWAL_METHODS, type Withdrawal } from '../domain/consent-control.ts';
import type { Storage } from '../domain/consent-data.ts';
import type { RecordSettings } from '../domain/consent-defaults.ts';
import { isDuration } from '../domain/consent-duration.ts';
import type { PublishedNotice } from '../domain/consent-notice.ts';
import { PARTY_ROLES, type Party, type SharedWith } from '../domain/consent-party.ts';
import { country, type Fields, id, instant, maybe, sha256, text } from './schema-parts.ts';

export const party = v.strictObject({
  party_id: id,
  name: v.pipe(text, v.trim(), v.minLength(1)),
  role: v.picklist(PARTY_ROLES),
  identifier: maybe(text),
  contact_email: maybe(text),
  phone: maybe(text),
  address: maybe(text),
  url: maybe(text),
  agreement_date: maybe(instant),
} satisfies Fields<Required<Party>>);

export const sharedWith = v.array(
  v.strictObject({
    party_id: id,
    kind: v.picklist(PARTY_ROLES),
    agreement_date: maybe(instant),
  } satisfies Fields<Required<SharedWith>>),
);

export const duration = v.pipe(v.string(), v.check(isDuration, 'duration'));
export const storage = v.strictObject({
  locations: v.array(v.pipe(v.string(), v.regex(/^(device|encrypted_sync|[A-Z]{2})$/))),
  retention: duration,
  delete_within: maybe(duration),
} satisfies Fields<Required<Storage>>);

export const withdrawal = v.array(
  v.strictObject({ method: v.picklist(WITHDRAWAL_METHODS), address: text } satisfies Fields<Withdrawal>),
);

const told = v.strictObject({ text, sha256 });
export const publishedNotice = v.strictObject({
  version: id,
  since: instant,
  uri: maybe(text),
  texts: v.strictObject({ id: told, en: told }),
} satisfies Fields<Required<PublishedNotice>>);

/** A space's settings for its records. */
export const recordSettings = v.strictObject({
  jurisdictions: maybe(v.array(country)),
  shared_with: maybe(sharedWith),
  storage: maybe(storage),
  geo_restriction: maybe(v.array(country)),
  withdrawal: maybe(withdrawal),
  consent_life: maybe(duration),
} satisfies Fields<Required<RecordSettings>>);
