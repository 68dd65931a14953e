import type { ConsentRecord } from '../domain/consent.ts';
import type { AgeBand } from '../domain/enums.ts';
import type { Change, Op } from '../domain/op.ts';
import type { Instant, RightsRequest } from '../domain/person.ts';
import { erasedBlock, foldPerson } from '../domain/person-fold.ts';
import { recordEvent } from '../domain/record-event.ts';
import { refusal } from '../domain/refusal.ts';
import { recordRequestEvent } from '../domain/request-record.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { failure, type LedgerFailure } from './failure.ts';
import { parseOp } from './op-schema.ts';

/** Which changes an op about a person, a term, a release or a space may carry. Undo has a way of its own. */
const ALLOWED: Readonly<Record<Op['of'], ReadonlySet<Change['kind']>>> = {
  person: new Set([
    'person',
    'point',
    'point-removed',
    'record',
    'consent',
    'suppression',
    'suppression-lifted',
    'datum',
    'datum-removed',
    'note',
    'note-removed',
    'contacted',
    'disclosed',
    'request',
    'request-step',
    'erased',
    'removed',
  ]),
  term: new Set(['term', 'removed']),
  release: new Set(['release', 'agreement', 'approval', 'removed']),
  space: new Set(['policy', 'list', 'list-removed']),
};

/** The shape of every op, before anything is read. */
export function parseOps(made: readonly unknown[]): Result<readonly Op[], LedgerFailure> {
  const ops: Op[] = [];
  for (const [index, value] of made.entries()) {
    const parsed = parseOp(value);
    if ('wrong' in parsed) return err(failure('invalid', { detail: parsed.wrong, index }));
    const { op } = parsed;
    const misplaced = op.changes.find(({ kind }) => !ALLOWED[op.of].has(kind));
    if (misplaced || (op.of === 'space' && op.subject !== op.space))
      return err(failure('invalid', { detail: misplaced ? `changes.${misplaced.kind}` : 'subject', index }));
    ops.push(op);
  }
  return ok(ops);
}

/** One new op against what is known of its subject: nothing is added to an erased person, and transitions are checked. */
export function admit(
  op: Op,
  before: readonly Op[],
  undone: ReadonlySet<string>,
  now: Instant,
): Result<Op, LedgerFailure> {
  const erased = before.some(({ changes }) => changes.some(({ kind }) => kind === 'erased'));
  const lifts = (change: Change): boolean =>
    change.kind === 'suppression-lifted' && change.suppressionId === erasedBlock(op.subject);
  if (erased && !op.changes.every(lifts)) return err(failure('refused', { refusal: refusal('erased') }));
  const steps = admitRequests(op, before, undone, now);
  return steps.ok ? admitConsent(op, before, undone, now) : steps;
}

/** Steps of requests, each against what was recorded before it. */
function admitRequests(
  op: Op,
  before: readonly Op[],
  undone: ReadonlySet<string>,
  now: Instant,
): Result<null, LedgerFailure> {
  if (!op.changes.some(({ kind }) => kind === 'request-step')) return ok(null);
  const known = foldPerson(op.subject, op.space, before, undone)?.state.requests ?? [];
  const requests = new Map(known.map((request): [string, RightsRequest] => [request.id, request]));
  for (const change of op.changes) {
    if (change.kind === 'request' && !requests.has(change.request.id)) requests.set(change.request.id, change.request);
    if (change.kind !== 'request-step') continue;
    const request = requests.get(change.requestId);
    if (!request) return err(failure('refused', { refusal: refusal('no-request') }));
    const recorded = recordRequestEvent(request, change.event, now);
    if (!recorded.ok) return err(failure('refused', { refusal: recorded.error }));
    requests.set(change.requestId, recorded.value);
  }
  return ok(null);
}

/** Consent transitions of one new op against what its person's record holds. The events come back settled. */
function admitConsent(
  op: Op,
  before: readonly Op[],
  undone: ReadonlySet<string>,
  now: Instant,
): Result<Op, LedgerFailure> {
  if (!op.changes.some(({ kind }) => kind === 'consent')) return ok(op);
  const known = foldPerson(op.subject, op.space, before, undone)?.state;
  const records = new Map((known?.records ?? []).map((record): [string, ConsentRecord] => [record.record_id, record]));
  let ageBand: AgeBand = known?.person.ageBand ?? 'unknown';
  const changes: Change[] = [];
  let settled = true;
  for (const change of op.changes) {
    if (change.kind === 'person' && change.set.ageBand) ageBand = change.set.ageBand;
    if (change.kind === 'record') {
      const events = records.get(change.record.record_id)?.events ?? [];
      records.set(change.record.record_id, { ...change.record, subject_id: op.subject, events });
    }
    if (change.kind !== 'consent') {
      changes.push(change);
      continue;
    }
    const record = records.get(change.recordId);
    if (!record) return err(failure('refused', { refusal: refusal('no-record', { id: change.recordId }) }));
    const recorded = recordEvent(record, change.event, { now, ageBand });
    if (!recorded.ok) return err(failure('refused', { refusal: recorded.error }));
    records.set(change.recordId, recorded.value);
    const event = recorded.value.events.at(-1);
    const same = event === undefined || event === change.event;
    settled &&= same;
    changes.push(same ? change : { ...change, event });
  }
  return ok(settled ? op : { ...op, changes });
}
