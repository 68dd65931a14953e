import * as v from 'valibot';
import type { ConsentEvent, ConsentRecord, Evidence, Process } from '../domain/consent.ts';
import * as list from '../domain/enums.ts';
import { epoch, isInstant, utc } from '../domain/instant.ts';
import type { Op, PersonFields } from '../domain/op.ts';
import type { ContactPoint, Suppression } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { Release, Term } from '../domain/topic.ts';

/*
 * The edge: what is written into the ledger is exactly of this shape. Unknown fields are errors. `satisfies` ties each
 * list of fields to its type, so that a field that is added there does not compile until it is added here.
 */
type Fields<T> = Record<keyof T, v.GenericSchema<unknown, unknown>>;

const text = v.pipe(v.string(), v.maxLength(20_000));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const instant = v.pipe(
  v.string(),
  v.check(isInstant, 'instant'),
  v.transform((value) => utc(epoch(value))),
);
const texts = v.array(text);
const maybe = <const S extends v.GenericSchema>(schema: S) => v.optional(schema);
const purpose = v.picklist(list.PURPOSES);
const channel = v.picklist(list.CHANNELS);
const clearance = v.picklist(list.CLASSES);
const packs = v.array(v.picklist(list.LAW_PACKS));

const source = v.strictObject({
  type: v.picklist(list.SOURCE_TYPES),
  detail: maybe(text),
  collectedAt: maybe(instant),
  noUnsolicited: maybe(v.boolean()),
});
const person = v.strictObject({
  name: maybe(v.pipe(text, v.trim(), v.minLength(1))),
  role: maybe(v.picklist(list.SUBJECT_ROLES)),
  outlet: maybe(text),
  ageBand: maybe(v.picklist(list.AGE_BANDS)),
  timezone: maybe(text),
  language: maybe(text),
  honorific: maybe(text),
  nicknames: maybe(texts),
  clearance: maybe(clearance),
  groups: maybe(texts),
  clients: maybe(texts),
  topics: maybe(texts),
  guardianId: maybe(id),
  source: maybe(source),
  sharedWith: maybe(v.array(id)),
} satisfies Fields<Required<PersonFields>>);

const point = v.strictObject({
  id,
  channel,
  address: v.pipe(text, v.trim(), v.minLength(1)),
  published: maybe(v.boolean()),
} satisfies Fields<Required<ContactPoint>>);

const evidence = v.strictObject({
  kind: v.picklist(list.EVIDENCE_KINDS),
  sha256: maybe(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  locator: maybe(text),
  excerpt: maybe(v.pipe(v.string(), v.maxLength(280))),
} satisfies Fields<Required<Evidence>>);
const event = v.strictObject({
  event_id: id,
  state: v.picklist(list.CONSENT_STATES),
  consent_type: v.picklist(list.CONSENT_TYPES),
  at: text,
  until: v.nullish(text),
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
const process = v.strictObject({
  process_id: id,
  purpose,
  lawful_basis: v.picklist(list.LAWFUL_BASES),
  channels: v.array(channel),
  clients: texts,
  since: maybe(instant),
  lia_ref: maybe(text),
} satisfies Fields<Required<Process>>);
const record = v.strictObject({
  schema_version: v.literal('izin.consent/1'),
  record_id: id,
  law_packs: packs,
  notice: maybe(v.strictObject({ version: text, shown_at: maybe(instant) })),
  processes: v.array(process),
} satisfies Fields<Required<Omit<ConsentRecord, 'events' | 'subject_id'>>>);

const suppression = v.strictObject({
  id,
  since: instant,
  source: maybe(text),
  scope: v.union([
    v.literal('all'),
    v.strictObject({ purpose }),
    v.strictObject({ channel }),
    v.strictObject({ client: text }),
  ]),
} satisfies Fields<Required<Suppression>>);
const phrases = v.pipe(v.array(v.pipe(text, v.trim(), v.minLength(1))), v.minLength(1));
const term = v.strictObject({ phrases, class: clearance, cleared: texts } satisfies Fields<Omit<Term, 'id'>>);
const release = v.strictObject({
  title: text,
  phrases: texts,
  liftsAt: instant,
  zone: text,
} satisfies Fields<Omit<Release, 'id' | 'agreements'>>);
const agreement = v.strictObject({ personId: id, agreedAt: instant, evidence: maybe(evidence) });
const policy = v.strictObject({
  preset: maybe(v.picklist(list.PRESETS)),
  purpose: maybe(purpose),
  lawPacks: maybe(packs),
  ownDomains: maybe(texts),
  ownAddresses: maybe(texts),
  region: maybe(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  exposedFrom: maybe(v.pipe(v.number(), v.integer(), v.minValue(1))),
  tiers: maybe(v.record(id, v.picklist(list.TIERS))),
} satisfies Fields<Policy>);

const change = v.variant('kind', [
  v.strictObject({ kind: v.literal('person'), set: person }),
  v.strictObject({ kind: v.literal('point'), point }),
  v.strictObject({ kind: v.literal('point-removed'), pointId: id }),
  v.strictObject({ kind: v.literal('record'), record }),
  v.strictObject({ kind: v.literal('consent'), recordId: id, event }),
  v.strictObject({ kind: v.literal('suppression'), suppression }),
  v.strictObject({ kind: v.literal('suppression-lifted'), suppressionId: id }),
  v.strictObject({
    kind: v.literal('datum'),
    datum: v.strictObject({ id, kind: v.picklist(list.DATUM_KINDS), value: text }),
  }),
  v.strictObject({ kind: v.literal('datum-removed'), datumId: id }),
  v.strictObject({ kind: v.literal('note'), note: v.strictObject({ id, text, at: instant }) }),
  v.strictObject({ kind: v.literal('note-removed'), noteId: id }),
  v.strictObject({ kind: v.literal('contacted'), contact: v.strictObject({ at: instant, channel, purpose }) }),
  v.strictObject({
    kind: v.literal('request'),
    request: v.strictObject({
      id,
      type: v.picklist(list.REQUEST_TYPES),
      receivedAt: instant,
      state: v.picklist(['open', 'done']),
    }),
  }),
  v.strictObject({ kind: v.literal('term'), term }),
  v.strictObject({ kind: v.literal('release'), release }),
  v.strictObject({ kind: v.literal('agreement'), agreement }),
  v.strictObject({ kind: v.literal('removed') }),
  v.strictObject({ kind: v.literal('policy'), set: policy }),
  v.strictObject({ kind: v.literal('undo'), batch: id }),
]);

const schema = v.strictObject({
  id,
  space: id,
  subject: id,
  of: v.picklist(['person', 'term', 'release', 'space']),
  at: instant,
  by: id,
  batch: maybe(id),
  changes: v.pipe(v.array(change), v.minLength(1)),
} satisfies Fields<Required<Op>>);

/** The op, or the path of the first thing that is wrong with it. */
export function parseOp(value: unknown): { readonly op: Op } | { readonly wrong: string } {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { op: parsed.output };
  const [issue] = parsed.issues;
  return { wrong: v.getDotPath(issue) ?? 'op' };
}
