import type { ConsentRecord } from '../domain/consent.ts';
import { type ConsentWish, consentChanges } from '../domain/consent-changes.ts';
import type { ConsentState, EvidenceKind, Method } from '../domain/enums.ts';
import type { Change } from '../domain/op.ts';
import type { PersonState, Suppression } from '../domain/person.ts';
import { recordEvent } from '../domain/record-event.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { Entry } from './entry.ts';
import type { PlanContext } from './plan.ts';

export interface ConsentPlan {
  readonly changes: readonly Change[];
  readonly doubts: readonly Phrase[];
  readonly remarks: readonly Phrase[];
}
const NOTHING: ConsentPlan = { changes: [], doubts: [], remarks: [] };
const CLAIM: readonly Phrase[] = [{ key: 'import_remark_claim' }];

/** `given` only with its evidence; any "no" of the list becomes a block, which stands whatever else is on record. */
export function consentFor(entry: Entry, before: PersonState, context: PlanContext, knownBefore: boolean): ConsentPlan {
  const { state } = entry;
  if (entry.stop !== undefined || state === 'withdrawn' || state === 'refused' || state === 'revoked')
    return blockFor(entry, before, context);
  const claimed = state === 'given' || state === 'renewed';
  const proven = claimed && entry.evidence !== undefined;
  const remarks = claimed && !proven ? CLAIM : NOTHING.remarks;
  const onRecord = before.records.some((record) => record.processes.some(({ purpose }) => purpose === context.purpose));
  // What is on record says more than "we do not know" or "we once asked".
  if (!proven && (onRecord || (knownBefore && state !== 'requested')))
    return remarks.length === 0 ? NOTHING : { ...NOTHING, remarks };
  const wish = wishOf(entry, proven ? 'given' : state === 'requested' ? 'requested' : 'unknown', context);
  if (
    before.records.some((record) =>
      record.events.some((event) => event.state === wish.said.state && event.at === wish.said.at),
    )
  )
    return NOTHING;
  const changes = consentChanges(before, wish, context.newId);
  // "Not known" of somebody new is never refused; asking anyway would double the time of a long list.
  const refused = wish.said.state === 'unknown' ? undefined : refusalOf(before, changes, context);
  return refused ? { changes: [], doubts: [refused], remarks } : { changes, doubts: [], remarks };
}

function blockFor(entry: Entry, before: PersonState, context: PlanContext): ConsentPlan {
  const said = entry.state === 'withdrawn' || entry.state === 'refused' || entry.state === 'revoked';
  const scopes: readonly Suppression['scope'][] = [
    ...(entry.stop === 'all' ? (['all'] as const) : entry.stop ? [{ channel: entry.stop }] : []),
    ...(said && entry.stop !== 'all' ? [{ purpose: context.purpose }] : []),
  ];
  const source = entry.evidence ? { source: entry.evidence.slice(0, 280) } : {};
  const changes = scopes
    .filter(
      (scope) =>
        !before.suppressions.some((one) => one.scope === 'all' || JSON.stringify(one.scope) === JSON.stringify(scope)),
    )
    .map((scope): Change => {
      const since = entry.at ?? context.collectedAt;
      return { kind: 'suppression', suppression: { id: context.newId(), scope, since, ...source } };
    });
  return changes.length === 0 ? NOTHING : { ...NOTHING, changes };
}

/** Asked of the domain before it is shown as "new": the ledger would refuse it anyway, with the whole list. */
function refusalOf(before: PersonState, changes: readonly Change[], context: PlanContext): Phrase | undefined {
  const records = new Map<string, ConsentRecord>(before.records.map((record) => [record.record_id, record]));
  for (const change of changes) {
    if (change.kind === 'record')
      records.set(change.record.record_id, { ...change.record, subject_id: before.person.id, events: [] });
    const record = change.kind === 'consent' ? records.get(change.recordId) : undefined;
    if (change.kind !== 'consent' || record === undefined) continue;
    const result = recordEvent(record, change.event, { now: context.now, ageBand: before.person.ageBand });
    if (!result.ok) return { key: `refusal_${result.error.code}`, params: result.error.params };
  }
  return undefined;
}

function wishOf(entry: Entry, state: ConsentState, context: PlanContext): ConsentWish {
  const given = state === 'given';
  return {
    purpose: context.purpose,
    channels: [...new Set(entry.points.map(({ channel }) => channel))],
    lawPacks: context.lawPacks,
    said: {
      state,
      consent_type: given ? 'expressed' : 'none',
      at: entry.at ?? context.collectedAt,
      by_relation: 'imported',
      recorded_by: context.by,
      recorded_at: context.now,
      ...(given && entry.until ? { until: entry.until } : {}),
      ...(given && entry.method ? { method: entry.method } : {}),
      ...(given && entry.evidence ? { evidence: { kind: kindOf(entry.method), ...locate(entry.evidence) } } : {}),
    },
  };
}

const KIND: Readonly<Partial<Record<Method, EvidenceKind>>> = {
  checkbox_form: 'form_snapshot',
  double_opt_in: 'form_snapshot',
  email_reply: 'message_ref',
  chat_reply: 'message_ref',
  reply_keyword: 'message_ref',
  signed_doc: 'file_hash',
  letter: 'file_hash',
  voice_recorded: 'recording_hash',
};
const kindOf = (method: Method | undefined): EvidenceKind => (method && KIND[method]) ?? 'note_only';

/** One word is where it can be found; a sentence is what the person said. */
const locate = (evidence: string): { locator: string } | { excerpt: string } =>
  /^\S+$/.test(evidence) ? { locator: evidence } : { excerpt: evidence.slice(0, 280) };
