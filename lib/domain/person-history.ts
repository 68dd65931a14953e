import type { ConsentEvent } from './consent.ts';
import type { DatumKind } from './enums.ts';
import { epoch } from './instant.ts';
import type { Change, Op, PersonFields } from './op.ts';
import { inOrder } from './op-order.ts';
import type { Contact, ContactPoint, Disclosure, Instant, RightsRequest, Source, Suppression } from './person.ts';
import type { RequestEvent } from './request.ts';
import { never } from './result.ts';

/*
 * What happened with a person, read from the ops alone: nothing is written for it. Values of data and words of notes are
 * left out, so that a history can be looked at without revealing them.
 */
type RecordBody = Extract<Change, { readonly kind: 'record' }>['record'];
export type FieldValue = string | readonly string[] | Source;
export type Happened =
  | { readonly kind: 'created'; readonly name: string }
  | { readonly kind: 'field'; readonly field: keyof PersonFields; readonly from?: FieldValue; readonly to?: FieldValue }
  | { readonly kind: 'point'; readonly how: How; readonly point: ContactPoint; readonly before?: ContactPoint }
  | { readonly kind: 'datum'; readonly how: How; readonly datum: DatumKind }
  | { readonly kind: 'note'; readonly how: How }
  | { readonly kind: 'record'; readonly record: RecordBody }
  | { readonly kind: 'consent'; readonly record?: RecordBody; readonly event: ConsentEvent }
  | { readonly kind: 'suppression'; readonly suppression: Suppression }
  | { readonly kind: 'lifted'; readonly suppression?: Suppression }
  | { readonly kind: 'contacted'; readonly contact: Contact }
  | { readonly kind: 'disclosed'; readonly disclosure: Disclosure }
  | { readonly kind: 'request'; readonly request: Omit<RightsRequest, 'events'> }
  | { readonly kind: 'request-step'; readonly event: RequestEvent }
  | { readonly kind: 'removed' };
type How = 'added' | 'changed' | 'removed';

export interface HistoryLine {
  readonly key: string;
  /** When it happened; a consent may have been noted later. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
  /** It came with an import or a bulk edit. */
  readonly batch?: string;
  readonly what: Happened;
}

/** Newest first, whatever the order of the ops. They are those of one person that still count (`Ledger.history`). */
export function personHistory(ops: readonly Op[]): readonly HistoryLine[] {
  const seen: Seen = {
    fields: {},
    points: new Map(),
    data: new Map(),
    notes: new Set(),
    records: new Map(),
    blocks: new Map(),
  };
  const lines = inOrder(ops).flatMap((op) =>
    op.changes.flatMap((change, at) =>
      happened(seen, change).map(
        (what, index): HistoryLine => ({
          key: `${op.id}:${at}:${index}`,
          at: timeOf(what) ?? op.at,
          recordedAt: op.at,
          by: op.by,
          ...(op.batch === undefined ? {} : { batch: op.batch }),
          what,
        }),
      ),
    ),
  );
  return lines.toReversed().toSorted((a, b) => epoch(b.at) - epoch(a.at));
}

interface Seen {
  fields: PersonFields;
  readonly points: Map<string, ContactPoint>;
  readonly data: Map<string, DatumKind>;
  readonly notes: Set<string>;
  readonly records: Map<string, RecordBody>;
  readonly blocks: Map<string, Suppression>;
}

function happened(seen: Seen, change: Change): readonly Happened[] {
  switch (change.kind) {
    case 'person':
      return fieldsOf(seen, change.set);
    case 'point': {
      const before = seen.points.get(change.point.id);
      seen.points.set(change.point.id, change.point);
      if (before && same(before, change.point)) return [];
      return [{ kind: 'point', how: before ? 'changed' : 'added', point: change.point, ...(before ? { before } : {}) }];
    }
    case 'point-removed': {
      const point = seen.points.get(change.pointId);
      seen.points.delete(change.pointId);
      return point ? [{ kind: 'point', how: 'removed', point }] : [];
    }
    case 'datum': {
      const how = seen.data.has(change.datum.id) ? 'changed' : 'added';
      seen.data.set(change.datum.id, change.datum.kind);
      return [{ kind: 'datum', how, datum: change.datum.kind }];
    }
    case 'datum-removed': {
      const datum = seen.data.get(change.datumId);
      seen.data.delete(change.datumId);
      return datum ? [{ kind: 'datum', how: 'removed', datum }] : [];
    }
    case 'note': {
      const how = seen.notes.has(change.note.id) ? 'changed' : 'added';
      seen.notes.add(change.note.id);
      return [{ kind: 'note', how }];
    }
    case 'note-removed':
      return seen.notes.delete(change.noteId) ? [{ kind: 'note', how: 'removed' }] : [];
    case 'record':
      seen.records.set(change.record.record_id, change.record);
      // A record of consent alone says nothing before its first event.
      return change.record.processes.some(({ lawful_basis }) => lawful_basis !== 'consent')
        ? [{ kind: 'record', record: change.record }]
        : [];
    case 'consent': {
      const record = seen.records.get(change.recordId);
      return [{ kind: 'consent', event: change.event, ...(record ? { record } : {}) }];
    }
    case 'suppression':
      seen.blocks.set(change.suppression.id, change.suppression);
      return [{ kind: 'suppression', suppression: change.suppression }];
    case 'suppression-lifted': {
      const suppression = seen.blocks.get(change.suppressionId);
      return [{ kind: 'lifted', ...(suppression ? { suppression } : {}) }];
    }
    case 'contacted':
      return [{ kind: 'contacted', contact: change.contact }];
    case 'disclosed':
      return [{ kind: 'disclosed', disclosure: change.disclosure }];
    case 'request':
      return [{ kind: 'request', request: change.request }];
    case 'request-step':
      return [{ kind: 'request-step', event: change.event }];
    case 'removed':
      return [{ kind: 'removed' }];
    case 'erased':
    case 'term':
    case 'release':
    case 'agreement':
    case 'approval':
    case 'policy':
    case 'list':
    case 'list-removed':
    case 'undo':
      return [];
    default:
      return never(change);
  }
}

/** The first naming is one line; after it, every field that became another. */
function fieldsOf(seen: Seen, set: PersonFields): readonly Happened[] {
  const first = Object.keys(seen.fields).length === 0;
  const before = seen.fields;
  const fields = Object.keys(set).filter(isField);
  seen.fields = {
    ...before,
    ...Object.fromEntries(fields.flatMap((field) => (set[field] === undefined ? [] : [[field, set[field]]]))),
  };
  if (first && set.name !== undefined) return [{ kind: 'created', name: set.name }];
  return fields.flatMap((field): readonly Happened[] => {
    const [from, to] = [said(before[field] ?? DEFAULTS[field]), said(set[field])];
    if (set[field] === undefined || same(from, to)) return [];
    return [{ kind: 'field', field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}

/** What a person has whom nobody described; as the fold begins. */
const DEFAULTS: PersonFields = { role: 'other', ageBand: 'unknown', clearance: 'public' };
const FIELDS: Readonly<Record<keyof PersonFields, true>> = {
  name: true,
  role: true,
  outlet: true,
  ageBand: true,
  timezone: true,
  language: true,
  honorific: true,
  nicknames: true,
  clearance: true,
  groups: true,
  clients: true,
  topics: true,
  guardianId: true,
  source: true,
  sharedWith: true,
};
const isField = (name: string): name is keyof PersonFields => name in FIELDS;

/** Nothing, an empty text and an empty list are the same to one who reads. */
const said = (value: FieldValue | undefined): FieldValue | undefined =>
  value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function timeOf(what: Happened): Instant | undefined {
  switch (what.kind) {
    case 'consent':
    case 'request-step':
      return what.event.at;
    case 'suppression':
      return what.suppression.since;
    case 'contacted':
      return what.contact.at;
    case 'disclosed':
      return what.disclosure.at;
    case 'request':
      return what.request.receivedAt;
    default:
      return undefined;
  }
}
