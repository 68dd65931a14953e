import * as v from 'valibot';
import { DATA_CATEGORIES, SENSITIVITIES } from '../domain/consent-data.ts';
import { isDuration } from '../domain/consent-duration.ts';
import * as list from '../domain/enums.ts';
import type { Erasure, Op, PersonFields } from '../domain/op.ts';
import type { ContactPoint, Datum, Disclosure, RightsRequest, Source, Suppression } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import { EVENT_STAGES, REQUEST_STEPS } from '../domain/request.ts';
import { event, evidence, record } from './consent-schema.ts';
import { savedList } from './list-schema.ts';
import { party, publishedNotice, recordSettings } from './party-schema.ts';
import { isPlainOp } from './plain-op.ts';
import { rulePolicy } from './rule-policy-schema.ts';
import { channel, clearance, type Fields, id, instant, maybe, packs, purpose, text, texts } from './schema-parts.ts';
import { agreement, approval, release, term } from './topic-schema.ts';

/*
 * The edge: what is written into the ledger is exactly of this shape. Unknown fields are errors. `satisfies` ties each
 * list of fields to its type, so that a field that is added there does not compile until it is added here.
 */

const source = v.strictObject({
  type: v.picklist(list.SOURCE_TYPES),
  detail: maybe(text),
  collectedAt: maybe(instant),
  noUnsolicited: maybe(v.boolean()),
} satisfies Fields<Required<Source>>);
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
  guardianId: maybe(v.union([id, v.literal('')])),
  source: maybe(source),
  sharedWith: maybe(v.array(id)),
} satisfies Fields<Required<PersonFields>>);

const point = v.strictObject({
  id,
  channel,
  address: v.pipe(text, v.trim(), v.minLength(1)),
  published: maybe(v.boolean()),
} satisfies Fields<Required<ContactPoint>>);

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
  evidence: maybe(evidence),
  erased: maybe(v.boolean()),
} satisfies Fields<Required<Suppression>>);
const policy = v.strictObject({
  preset: maybe(v.picklist(list.PRESETS)),
  purpose: maybe(purpose),
  lawPacks: maybe(packs),
  holidays: maybe(v.array(v.pipe(v.string(), v.isoDate()))),
  ownDomains: maybe(texts),
  ownAddresses: maybe(texts),
  region: maybe(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  exposedFrom: maybe(v.pipe(v.number(), v.integer(), v.minValue(1))),
  tiers: maybe(v.record(id, v.picklist(list.TIERS))),
  rules: maybe(rulePolicy),
  controller: maybe(party),
  parties: maybe(v.array(party)),
  notices: maybe(v.array(publishedNotice)),
  records: maybe(recordSettings),
} satisfies Fields<Policy>);

const datum = v.strictObject({
  id,
  kind: v.picklist(list.DATUM_KINDS),
  value: text,
  category: maybe(v.picklist(DATA_CATEGORIES)),
  sensitivity: maybe(v.picklist(SENSITIVITIES)),
  source: maybe(source),
  purpose: maybe(purpose),
  retention: maybe(v.pipe(v.string(), v.check(isDuration, 'duration'))),
} satisfies Fields<Required<Datum>>);
const disclosure = v.strictObject({
  id,
  at: instant,
  to: v.pipe(text, v.trim(), v.minLength(1)),
  categories: v.array(v.picklist(DATA_CATEGORIES)),
} satisfies Fields<Required<Disclosure>>);

const law = v.strictObject({ pack: id, article: id, mark: v.picklist(['V', 'V2', 'NV', 'P']) });
const request = v.strictObject({
  id,
  type: v.picklist(list.REQUEST_TYPES),
  receivedAt: instant,
  state: v.picklist(['open', 'done']),
  zone: maybe(id),
  channel: maybe(channel),
  words: maybe(text),
  evidence: maybe(evidence),
  due: maybe(v.strictObject({ at: instant, law })),
} satisfies Fields<Required<Omit<RightsRequest, 'events'>>>);
const requestEvent = v.variant('kind', [
  v.strictObject({
    kind: v.literal('stage'),
    id,
    at: instant,
    by: id,
    evidence: maybe(evidence),
    stage: v.picklist(EVENT_STAGES),
    reason: maybe(text),
  }),
  v.strictObject({
    kind: v.literal('extended'),
    id,
    at: instant,
    by: id,
    evidence: maybe(evidence),
    until: instant,
    law,
    reason: text,
  }),
  v.strictObject({
    kind: v.literal('step'),
    id,
    at: instant,
    by: id,
    evidence: maybe(evidence),
    step: v.picklist(REQUEST_STEPS),
  }),
]);
const erasure = v.strictObject({
  at: instant,
  tokens: v.array(id),
  requestId: maybe(id),
} satisfies Fields<Required<Erasure>>);

const change = v.variant('kind', [
  v.strictObject({ kind: v.literal('person'), set: person }),
  v.strictObject({ kind: v.literal('point'), point }),
  v.strictObject({ kind: v.literal('point-removed'), pointId: id }),
  v.strictObject({ kind: v.literal('record'), record }),
  v.strictObject({ kind: v.literal('consent'), recordId: id, event }),
  v.strictObject({ kind: v.literal('suppression'), suppression }),
  v.strictObject({ kind: v.literal('suppression-lifted'), suppressionId: id }),
  v.strictObject({ kind: v.literal('datum'), datum }),
  v.strictObject({ kind: v.literal('datum-removed'), datumId: id }),
  v.strictObject({ kind: v.literal('note'), note: v.strictObject({ id, text, at: instant }) }),
  v.strictObject({ kind: v.literal('note-removed'), noteId: id }),
  v.strictObject({
    kind: v.literal('contacted'),
    contact: v.strictObject({ at: instant, channel, purpose, answer: maybe(v.boolean()) }),
  }),
  v.strictObject({ kind: v.literal('disclosed'), disclosure }),
  v.strictObject({ kind: v.literal('request'), request }),
  v.strictObject({ kind: v.literal('request-step'), requestId: id, event: requestEvent }),
  v.strictObject({ kind: v.literal('erased'), erasure }),
  v.strictObject({ kind: v.literal('term'), term }),
  v.strictObject({ kind: v.literal('release'), release }),
  v.strictObject({ kind: v.literal('agreement'), agreement }),
  v.strictObject({ kind: v.literal('approval'), approval }),
  v.strictObject({ kind: v.literal('removed') }),
  v.strictObject({ kind: v.literal('policy'), set: policy }),
  v.strictObject({ kind: v.literal('list'), list: savedList }),
  v.strictObject({ kind: v.literal('list-removed'), listId: id }),
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
export const parseOp = (value: unknown): Parsed => (isPlainOp(value) ? { op: value } : parseAny(value));

type Parsed = { readonly op: Op } | { readonly wrong: string };

/** By the schema alone. */
export function parseAny(value: unknown): Parsed {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { op: parsed.output };
  const [issue] = parsed.issues;
  return { wrong: v.getDotPath(issue) ?? 'op' };
}
