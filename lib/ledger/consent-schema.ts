import * as v from 'valibot';
import {
  type ConsentEvent,
  type ConsentRecord,
  type Evidence,
  type Process,
  SUBSCRIBER_KINDS,
} from '../domain/consent.ts';
import type { RightOffer } from '../domain/consent-control.ts';
import { DATA_CATEGORIES, type DataSource, type DatumUse, NECESSITIES, SENSITIVITIES } from '../domain/consent-data.ts';
import { type ConsentDuration, DURATION_KINDS, isDuration } from '../domain/consent-duration.ts';
import type { ConsentNotice } from '../domain/consent-notice.ts';
import type { Preferences, QuietHours } from '../domain/consent-preferences.ts';
import * as list from '../domain/enums.ts';
import { isInstant } from '../domain/instant.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { party, sharedWith, storage, withdrawal } from './party-schema.ts';
import {
  channel,
  country,
  type Fields,
  id,
  instant,
  maybe,
  packs,
  purpose,
  sha256,
  text,
  texts,
} from './schema-parts.ts';

/** Shapes of a consent record and its events at the edge (`izin.consent/1`, domain.md §4.1). */
export const evidence = v.strictObject({
  kind: v.picklist(list.EVIDENCE_KINDS),
  sha256: maybe(sha256),
  locator: maybe(text),
  excerpt: maybe(v.pipe(v.string(), v.maxLength(280))),
} satisfies Fields<Required<Evidence>>);

const duration = v.pipe(
  v.strictObject({ kind: v.picklist(DURATION_KINDS), value: maybe(text) } satisfies Fields<Required<ConsentDuration>>),
  v.check(({ kind, value }) => kind !== 'temporal' || (value !== undefined && isDuration(value)), 'duration'),
  v.check(({ kind, value }) => kind !== 'until_time' || (value !== undefined && isInstant(value)), 'instant'),
);

export const event = v.strictObject({
  event_id: id,
  state: v.picklist(list.CONSENT_STATES),
  consent_type: v.picklist(list.CONSENT_TYPES),
  at: text,
  until: v.nullish(text),
  duration: maybe(duration),
  by_party: maybe(id),
  by_relation: v.picklist(list.RELATIONS),
  method: maybe(v.picklist(list.METHODS)),
  evidence: maybe(evidence),
  recorded_by: id,
  recorded_at: text,
  reason: maybe(text),
  prev: v.array(id),
  purposes: maybe(v.array(purpose)),
  channels: maybe(v.array(channel)),
  clients: maybe(texts),
} satisfies Fields<Required<ConsentEvent>>);

const source = v.strictObject({
  type: v.picklist(list.SOURCE_TYPES),
  detail: maybe(text),
  collected_at: maybe(instant),
  no_unsolicited: maybe(v.boolean()),
} satisfies Fields<Required<DataSource>>);
const datumUse = v.strictObject({
  category: v.picklist(DATA_CATEGORIES),
  sensitivity: v.picklist(SENSITIVITIES),
  necessity: v.picklist(NECESSITIES),
} satisfies Fields<DatumUse>);
const process = v.strictObject({
  process_id: id,
  purpose,
  lawful_basis: v.picklist(list.LAWFUL_BASES),
  channels: v.array(channel),
  clients: texts,
  since: maybe(instant),
  lia_ref: maybe(text),
  purpose_note: maybe(text),
  topics: maybe(texts),
  profiling: maybe(v.boolean()),
  campaign_id: maybe(id),
  data: maybe(v.array(datumUse)),
  source: maybe(source),
  shared_with: maybe(sharedWith),
  storage: maybe(storage),
  geo_restriction: maybe(v.array(country)),
} satisfies Fields<Required<Process>>);

const notice = v.strictObject({
  version: text,
  shown_at: maybe(instant),
  uri: maybe(text),
  text_sha256: maybe(sha256),
  language: maybe(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
} satisfies Fields<Required<ConsentNotice>>);

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const quiet = v.strictObject({ tz: text, from: clock, to: clock } satisfies Fields<QuietHours>);
const preferences = v.strictObject({
  topics: maybe(texts),
  max_per_30d: maybe(v.pipe(v.number(), v.integer(), v.minValue(0))),
  quiet_hours: maybe(quiet),
  languages: maybe(texts),
  channels_pref: maybe(v.array(channel)),
} satisfies Fields<Required<Preferences>>);

export const record = v.strictObject({
  schema_version: v.literal('izin.consent/1'),
  record_id: id,
  law_packs: packs,
  notice: maybe(notice),
  processes: v.array(process),
  // Of no weight where it is written: the fold makes it anew.
  former: maybe(v.array(process)),
  created_at: maybe(instant),
  modified_at: maybe(instant),
  subject_role: maybe(v.picklist(list.SUBJECT_ROLES)),
  age_band: maybe(v.picklist(list.AGE_BANDS)),
  guardian_id: maybe(id),
  accessible_contact: maybe(text),
  controller: maybe(party),
  jurisdictions: maybe(v.array(country)),
  uk_subscriber: maybe(v.picklist(SUBSCRIBER_KINDS)),
  withdrawal: maybe(withdrawal),
  rights: maybe(
    v.array(
      v.strictObject({ code: v.picklist(list.REQUEST_TYPES), contact: maybe(text) } satisfies Fields<
        Required<RightOffer>
      >),
    ),
  ),
  preferences: maybe(preferences),
} satisfies Fields<Required<Omit<ConsentRecord, 'events' | 'subject_id'>>>);

const whole = v.strictObject({ ...record.entries, subject_id: id, events: v.array(event) } satisfies Fields<
  Required<ConsentRecord>
>);

/** A record with its events from outside, or the path of the first thing that is wrong with it. */
export function parseRecord(value: unknown): Result<ConsentRecord, string> {
  const parsed = v.safeParse(whole, value);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return err(v.getDotPath(issue) ?? 'record');
}
