import * as v from 'valibot';
import * as list from '../domain/enums.ts';
import { KIP_CLASSES, KIP_OUTCOMES, type KipFlag } from '../domain/kip.ts';
import { type EmbargoAgreement, RELEASE_LANES, type ReleaseFields, type Term } from '../domain/topic.ts';
import { APPROVAL_STEPS, type ApprovalStep } from '../domain/topic-approval.ts';
import { evidence } from './consent-schema.ts';
import { clearance, type Fields, id, instant, maybe, text, texts } from './schema-parts.ts';

/** Shapes of terms, releases and what belongs to them, at the edge. */
const phrases = v.pipe(v.array(v.pipe(text, v.trim(), v.minLength(1))), v.minLength(1));
export const term = v.strictObject({
  phrases,
  class: clearance,
  cleared: texts,
  note: maybe(text),
} satisfies Fields<Required<Omit<Term, 'id'>>>);

const kipFlag = v.strictObject({
  class: v.picklist(KIP_CLASSES),
  note: maybe(text),
  test: maybe(v.strictObject({ at: instant, by: id, outcome: v.picklist(KIP_OUTCOMES) })),
} satisfies Fields<Required<KipFlag>>);
export const release = v.strictObject({
  title: text,
  phrases: texts,
  liftsAt: instant,
  zone: text,
  class: maybe(clearance),
  cleared: maybe(texts),
  lane: maybe(v.picklist(RELEASE_LANES)),
  kip: maybe(v.array(kipFlag)),
} satisfies Fields<Required<ReleaseFields>>);

export const agreement = v.strictObject({
  personId: id,
  agreedAt: instant,
  evidence: maybe(evidence),
  liftsAt: maybe(instant),
  zone: maybe(text),
  by_relation: maybe(v.picklist(list.RELATIONS)),
} satisfies Fields<Required<EmbargoAgreement>>);

export const approval = v.strictObject({
  id,
  step: v.picklist(APPROVAL_STEPS),
  by: id,
  at: instant,
  revision: id,
  of: maybe(text),
  note: maybe(text),
} satisfies Fields<Required<ApprovalStep>>);
