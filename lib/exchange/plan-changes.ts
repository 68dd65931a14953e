import type { Change, PersonFields } from '../domain/op.ts';
import type { Person, PersonState } from '../domain/person.ts';
import type { Entry } from './entry.ts';
import { pointKeys } from './people.ts';
import type { PlanContext } from './plan.ts';

export function newPerson(entry: Entry, context: PlanContext, id: string = context.newId()): PersonState {
  const person: Person = {
    id,
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

export function changesFor(
  entry: Entry,
  before: PersonState,
  exists: boolean,
  context: PlanContext,
  notTheirs?: ReadonlySet<string>,
): readonly Change[] {
  const changes: Change[] = [];
  const set = fieldsFor(entry, before.person, exists);
  if (Object.keys(set).length > 0) changes.push({ kind: 'person', set });
  const held = before.points.length === 0 ? undefined : pointKeys(before, context.region);
  for (const { channel, address, key } of entry.points)
    if (!held?.get(key)?.includes(channel) && !notTheirs?.has(key))
      changes.push({ kind: 'point', point: { id: context.newId(), channel, address } });
  for (const text of entry.notes)
    if (!before.notes.some((note) => note.text === text))
      changes.push({ kind: 'note', note: { id: context.newId(), text, at: context.now } });
  for (const { kind, value, purpose = context.purpose } of entry.data)
    if (!before.data.some((datum) => datum.kind === kind && datum.value === value))
      changes.push({ kind: 'datum', datum: { id: context.newId(), kind, value, purpose } });
  return changes;
}

function fieldsFor(entry: Entry, person: Person, exists: boolean): PersonFields {
  const added = (list: readonly string[], more: readonly string[]): readonly string[] | undefined => {
    if (more.length === 0) return undefined;
    const fresh = more.filter((one) => !list.includes(one));
    return fresh.length > 0 ? [...list, ...new Set(fresh)] : undefined;
  };
  const topics = added(person.topics, entry.topics);
  const groups = added(person.groups, entry.groups);
  const nicknames = added(person.nicknames, entry.nicknames);
  // Field by field: spread together, they take ten times as long.
  const set: { -readonly [K in keyof PersonFields]: PersonFields[K] } = {};
  if (!exists) {
    set.name = person.name;
    set.role = person.role;
    set.ageBand = person.ageBand;
    set.clearance = person.clearance;
    if (person.source) set.source = person.source;
  }
  if (entry.outlet && entry.outlet !== person.outlet) set.outlet = entry.outlet;
  if (exists && entry.role && entry.role !== 'other' && entry.role !== person.role) set.role = entry.role;
  if (entry.timezone && entry.timezone !== person.timezone) set.timezone = entry.timezone;
  if (topics) set.topics = topics;
  if (groups) set.groups = groups;
  if (nicknames) set.nicknames = nicknames;
  if (entry.language && entry.language !== person.language) set.language = entry.language;
  if (entry.honorific && entry.honorific !== person.honorific) set.honorific = entry.honorific;
  return set;
}

/** The person as these changes leave them, for the rows that follow. */
export function applied(before: PersonState, changes: readonly Change[]): PersonState {
  const set: PersonFields = Object.assign({}, ...changes.map((change) => (change.kind === 'person' ? change.set : {})));
  return {
    ...before,
    person: { ...before.person, ...set },
    points: [...before.points, ...changes.flatMap((change) => (change.kind === 'point' ? [change.point] : []))],
    notes: [...before.notes, ...changes.flatMap((change) => (change.kind === 'note' ? [change.note] : []))],
    data: [...before.data, ...changes.flatMap((change) => (change.kind === 'datum' ? [change.datum] : []))],
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
