import * as v from 'valibot';
import * as list from '../../lib/domain/enums.ts';
import { FILE_KINDS, FILE_REASONS } from '../../lib/domain/file-reading.ts';
import { isInstant } from '../../lib/domain/instant.ts';

/*
 * The shape of a scenario. Every field is known here, also those that no rule reads yet; one that is not known, or a value
 * outside its list, is an error that names it.
 */
const text = v.string();
const texts = v.array(text);
const instant = v.pipe(text, v.check(isInstant, 'not an instant with its offset (2026-11-20T09:15:00+07:00)'));
const purpose = v.picklist(list.PURPOSES);
const channel = v.picklist(list.CHANNELS);
const channels = v.optional(v.array(channel));

const point = v.strictObject({ channel, address: text });

const consent = v.strictObject({
  state: v.picklist(list.CONSENT_STATES),
  type: v.optional(v.picklist(list.CONSENT_TYPES)),
  basis: v.optional(v.picklist(list.LAWFUL_BASES)),
  purpose: v.optional(purpose),
  channels,
  clients: v.optional(texts),
  at: instant,
  until: v.nullish(instant),
  method: v.optional(v.picklist(list.METHODS)),
  evidence: v.optional(v.picklist(list.EVIDENCE_KINDS)),
  by: v.optional(v.picklist(list.RELATIONS)),
});

const basis = v.strictObject({
  basis: v.picklist(list.LAWFUL_BASES),
  purpose: v.optional(purpose),
  channels,
  clients: v.optional(texts),
  since: v.optional(instant),
});

const suppression = v.strictObject({
  scope: v.union([
    v.literal('all'),
    v.strictObject({ purpose }),
    v.strictObject({ channel }),
    v.strictObject({ client: text }),
  ]),
  since: instant,
});

const person = v.strictObject({
  key: text,
  name: v.optional(text),
  role: v.optional(v.picklist(list.SUBJECT_ROLES)),
  outlet: v.optional(text),
  age_band: v.optional(v.picklist(list.AGE_BANDS)),
  timezone: v.optional(text),
  clearance: v.optional(v.picklist(list.CLASSES)),
  points: v.optional(v.array(point)),
  consent: v.optional(v.array(consent)),
  suppressions: v.optional(v.array(suppression)),
  facts: v.optional(v.array(v.strictObject({ kind: v.picklist(list.DATUM_KINDS), value: text }))),
  notes: v.optional(texts),
  source: v.optional(v.picklist(list.SOURCE_TYPES)),
  shared_with: v.optional(texts),
  contacted: v.optional(v.array(v.strictObject({ at: instant, channel, purpose }))),
  requests: v.optional(
    v.array(
      v.strictObject({
        type: v.picklist(list.REQUEST_TYPES),
        received_at: instant,
        state: v.optional(v.picklist(['open', 'done'])),
      }),
    ),
  ),
  notice: v.optional(v.strictObject({ version: text, at: v.optional(instant) })),
  groups: v.optional(texts),
  clients: v.optional(texts),
  topics: v.optional(texts),
  language: v.optional(text),
  honorific: v.optional(text),
  nicknames: v.optional(texts),
  max_per_30d: v.optional(v.number()),
  quiet_hours: v.optional(v.strictObject({ tz: v.optional(text), from: text, to: text })),
  uk_subscriber: v.optional(v.picklist(['corporate', 'individual', 'unknown'])),
  no_unsolicited: v.optional(v.boolean()),
  guardian: v.optional(text),
  basis: v.optional(v.array(basis)),
});

const ledger = v.strictObject({
  people: v.optional(v.array(person)),
  terms: v.optional(
    v.array(v.strictObject({ key: text, phrases: texts, class: v.picklist(list.CLASSES), cleared: v.optional(texts) })),
  ),
  releases: v.optional(
    v.array(v.strictObject({ key: text, phrases: v.optional(texts), lifts_at: instant, agreed: v.optional(texts) })),
  ),
  parties: v.optional(
    v.array(
      v.strictObject({
        key: text,
        name: v.optional(text),
        points: v.optional(v.array(point)),
        agreement_date: v.nullish(text),
      }),
    ),
  ),
  campaigns: v.optional(
    v.array(
      v.strictObject({
        key: text,
        client: v.optional(text),
        account: v.optional(text),
        purpose: v.optional(purpose),
        people: v.optional(texts),
        release: v.optional(text),
        topics: v.optional(texts),
      }),
    ),
  ),
  notice: v.optional(v.strictObject({ version: text })),
});

const count = v.optional(v.number());
const attachment = v.strictObject({
  name: text,
  text: v.optional(text),
  file: v.optional(text),
  /** `unseen`: the page shows it, and nobody has read it. */
  state: v.optional(v.picklist(['unseen', 'skipped', 'lost'])),
  /** It lies with a service. */
  link: v.optional(v.boolean()),
  /** What was found in it besides its words. */
  holds: v.optional(
    v.strictObject({
      kind: v.optional(v.picklist(FILE_KINDS)),
      hidden_sheets: v.optional(v.array(v.strictObject({ sheet: text, rows: v.number() }))),
      hidden_rows: count,
      pivot_records: count,
      comments: count,
      tracked_changes: count,
      people: count,
      hidden_people: count,
      reasons: v.optional(v.array(v.picklist(FILE_REASONS))),
    }),
  ),
});

const draft = v.strictObject({
  surface: v.optional(text),
  channel: v.optional(channel),
  audience: v.optional(v.picklist(['people', 'group', 'public'])),
  from: v.optional(text),
  to: v.optional(texts),
  cc: v.optional(texts),
  bcc: v.optional(texts),
  direct: v.optional(texts),
  /** Whom the user named where a chat's title is shared: a person's key. */
  chosen: v.optional(text),
  purpose: v.optional(purpose),
  subject: v.optional(text),
  text: v.optional(text),
  quoted: v.optional(text),
  reply: v.optional(
    v.union([v.boolean(), v.strictObject({ from: v.optional(text), at: v.optional(instant), text: v.optional(text) })]),
  ),
  send_at: v.nullish(instant),
  attachments: v.optional(v.array(attachment)),
  /** The page does not show which files go along. */
  files_hidden: v.optional(v.boolean()),
  campaign: v.optional(text),
  client: v.optional(text),
  members_hidden: v.optional(v.boolean()),
});

export const Scenario = v.strictObject({
  id: text,
  note: v.optional(text),
  now: instant,
  policy: v.optional(
    v.strictObject({
      law_packs: v.optional(v.array(v.picklist(list.LAW_PACKS))),
      own_domains: v.optional(texts),
      preset: v.optional(v.picklist(list.PRESETS)),
    }),
  ),
  ledger: v.optional(ledger),
  draft,
  expect: v.strictObject({
    tier: v.picklist(list.TIERS),
    rules: v.optional(texts),
    never: v.optional(texts),
  }),
});
export type Scenario = v.InferOutput<typeof Scenario>;
export type ScenarioPerson = v.InferOutput<typeof person>;
export type ScenarioConsent = v.InferOutput<typeof consent>;
