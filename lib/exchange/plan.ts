import { addressKey } from '../domain/address.ts';
import type { LawPackId, Purpose, SourceType, SubjectRole } from '../domain/enums.ts';
import type { Change, Op, PersonFields } from '../domain/op.ts';
import type { Instant, Person, PersonState } from '../domain/person.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { Entry } from './entry.ts';
import type { KnownPeople } from './known.ts';
import { consentFor } from './plan-consent.ts';

/** Asked once for a whole list: where it is from, of when, and what for. */
interface ListOrigin {
  readonly source: SourceType;
  readonly detail?: string;
  readonly collectedAt: Instant;
  readonly purpose: Purpose;
  /** Of people whose row names none. */
  readonly role: SubjectRole;
}

export interface PlanContext extends ListOrigin {
  readonly space: string;
  readonly batch: string;
  readonly by: string;
  readonly now: Instant;
  readonly newId: () => string;
  readonly lawPacks: readonly LawPackId[];
  readonly region: string;
  readonly takeDoubtful: boolean;
}

export type RowStatus = 'new' | 'changed' | 'same' | 'doubtful' | 'bad';

export interface Planned {
  readonly status: RowStatus;
  readonly said: readonly Phrase[];
  /** Absent: this row changes nothing. */
  readonly op?: Op;
  /** The person as this row leaves them, for the rows that follow. */
  readonly after?: PersonState;
}

/** What one row would do to the ledger. It only ever adds, and it never turns a refusal into a consent. */
export function planRow(entry: Entry, known: KnownPeople, context: PlanContext): Planned {
  if (entry.faults.length > 0) return { status: 'bad', said: [...entry.faults, ...entry.doubts, ...entry.remarks] };
  const owners = known.owners(entry.points.map(({ key }) => key));
  if (owners.length > 1)
    return {
      status: 'bad',
      said: [{ key: 'import_fault_two', params: { names: owners.map(({ person }) => person.name).join(' · ') } }],
    };

  const [owner] = owners;
  const doubts = [...entry.doubts];
  if (owner && !sameName(owner.person.name, entry.name))
    doubts.push({ key: 'import_doubt_other', params: { name: owner.person.name } });
  const before = owner ?? newPerson(entry, context);
  const consent = consentFor(entry, before, { ...context, knownBefore: owner !== undefined });
  const changes = [...changesFor(entry, before, owner !== undefined, context), ...consent.changes];
  doubts.push(...consent.doubts);

  const twin = owner && known.lineOf(owner.person.id);
  const remarks = [
    ...(twin === undefined ? [] : [{ key: 'import_remark_twin', params: { line: String(twin) } }]),
    ...entry.remarks,
    ...consent.remarks,
  ];
  const told = [...doubts, ...remarks];
  if (changes.length === 0) return { status: doubts.length > 0 ? 'doubtful' : 'same', said: told };
  const status = doubts.length > 0 ? 'doubtful' : owner ? 'changed' : 'new';
  if (status === 'doubtful' && !context.takeDoubtful) return { status, said: told };
  const op: Op = {
    id: context.newId(),
    space: context.space,
    subject: before.person.id,
    of: 'person',
    at: context.now,
    by: context.by,
    batch: context.batch,
    changes,
  };
  return { status, said: told, op, after: applied(before, changes) };
}

const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b);
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

function newPerson(entry: Entry, context: PlanContext): PersonState {
  const person: Person = {
    id: context.newId(),
    space: context.space,
    name: entry.name,
    role: entry.role ?? context.role,
    ageBand: 'unknown',
    clearance: 'public',
    nicknames: [],
    groups: [],
    clients: [],
    topics: [],
    sharedWith: [],
    source: {
      type: context.source,
      collectedAt: context.collectedAt,
      ...(context.detail ? { detail: context.detail } : {}),
    },
  };
  return { person, points: [], records: [], suppressions: [], data: [], notes: [], contacts: [], requests: [] };
}

function changesFor(entry: Entry, before: PersonState, exists: boolean, context: PlanContext): readonly Change[] {
  const changes: Change[] = [];
  const set = fieldsFor(entry, before.person, exists);
  if (Object.keys(set).length > 0) changes.push({ kind: 'person', set });
  const has = (channel: string, key: string): boolean =>
    before.points.some(
      (point) => point.channel === channel && addressKey(point.channel, point.address, context.region) === key,
    );
  for (const { channel, address, key } of entry.points)
    if (!has(channel, key)) changes.push({ kind: 'point', point: { id: context.newId(), channel, address } });
  for (const text of entry.notes)
    if (!before.notes.some((note) => note.text === text))
      changes.push({ kind: 'note', note: { id: context.newId(), text, at: context.now } });
  return changes;
}

function fieldsFor(entry: Entry, person: Person, exists: boolean): PersonFields {
  const added = (list: readonly string[], more: readonly string[]): readonly string[] | undefined => {
    const fresh = more.filter((one) => !list.includes(one));
    return fresh.length > 0 ? [...list, ...new Set(fresh)] : undefined;
  };
  const topics = added(person.topics, entry.topics);
  const groups = added(person.groups, entry.groups);
  return {
    ...(exists
      ? {}
      : {
          name: person.name,
          role: person.role,
          ageBand: person.ageBand,
          clearance: person.clearance,
          source: person.source,
        }),
    ...(entry.outlet && entry.outlet !== person.outlet ? { outlet: entry.outlet } : {}),
    ...(exists && entry.role && entry.role !== 'other' && entry.role !== person.role ? { role: entry.role } : {}),
    ...(entry.timezone && entry.timezone !== person.timezone ? { timezone: entry.timezone } : {}),
    ...(topics ? { topics } : {}),
    ...(groups ? { groups } : {}),
  };
}

function applied(before: PersonState, changes: readonly Change[]): PersonState {
  const set: PersonFields = Object.assign({}, ...changes.map((change) => (change.kind === 'person' ? change.set : {})));
  return {
    ...before,
    person: { ...before.person, ...set },
    points: [...before.points, ...changes.flatMap((change) => (change.kind === 'point' ? [change.point] : []))],
    notes: [...before.notes, ...changes.flatMap((change) => (change.kind === 'note' ? [change.note] : []))],
    suppressions: [
      ...before.suppressions,
      ...changes.flatMap((change) => (change.kind === 'suppression' ? [change.suppression] : [])),
    ],
    records: withConsent(before, changes),
  };
}

function withConsent(before: PersonState, changes: readonly Change[]): PersonState['records'] {
  const records = new Map(before.records.map((record) => [record.record_id, record]));
  for (const change of changes) {
    if (change.kind === 'record') {
      const events = records.get(change.record.record_id)?.events ?? [];
      records.set(change.record.record_id, { ...change.record, subject_id: before.person.id, events });
    }
    const record = change.kind === 'consent' ? records.get(change.recordId) : undefined;
    if (record && change.kind === 'consent')
      records.set(record.record_id, { ...record, events: [...record.events, change.event] });
  }
  return [...records.values()];
}
