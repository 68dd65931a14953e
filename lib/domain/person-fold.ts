import type { ConsentEvent, ConsentRecord } from './consent.ts';
import { eventsById } from './consent-state.ts';
import { epoch } from './instant.ts';
import type { Change, Erasure, Op, PersonFields } from './op.ts';
import { inOrder, withoutUndone } from './op-order.ts';
import type { Contact, Disclosure, Person, PersonId, PersonState, SpaceId, Suppression } from './person.ts';
import type { RequestEvent } from './request.ts';
import { sameRequest, withEvents } from './request-fold.ts';
import { never } from './result.ts';
import { OWN_WORD } from './transitions.ts';

/*
 * All ops of one person → what the ledger knows. Any order of arrival and any duplicates give the same: ops are folded
 * by (at, id); what protects the person does not depend on that order at all. Suppressions and consent events are sets;
 * a suppression goes only by an op that names it. A removed person who must not be written to stays as that alone.
 */
export interface FoldedPerson {
  readonly state: PersonState;
  /** Taken off the list; only what forbids writing is kept. */
  readonly removed: boolean;
  /** They asked to be erased: blind tokens of their addresses are all that is left. */
  readonly tokens?: readonly string[];
}

interface Draft {
  person: Person;
  readonly points: Map<string, PersonState['points'][number]>;
  readonly records: Map<string, Omit<ConsentRecord, 'events'>>;
  readonly events: Map<string, ConsentEvent[]>;
  readonly suppressions: Map<string, Suppression>;
  readonly lifted: Set<string>;
  readonly data: Map<string, PersonState['data'][number]>;
  readonly notes: Map<string, PersonState['notes'][number]>;
  readonly contacts: Contact[];
  readonly disclosures: Map<string, Disclosure>;
  readonly requests: Map<string, PersonState['requests'][number]>;
  readonly steps: Map<string, RequestEvent[]>;
  readonly erasures: Erasure[];
  removed: boolean;
}

export function foldPerson(
  id: PersonId,
  space: SpaceId,
  ops: readonly Op[],
  undone: ReadonlySet<string> = new Set(),
): FoldedPerson | undefined {
  const kept = withoutUndone(inOrder(ops), undone).filter(
    (op) => op.of === 'person' && op.subject === id && op.space === space,
  );
  if (kept.length === 0) return undefined;
  const draft = blank(id, space);
  for (const op of kept) for (const change of op.changes) apply(draft, change);
  if (draft.erasures.length > 0) return erased(draft);
  const state = finish(draft);
  if (!draft.removed) return { state, removed: false };
  return forbids(state) ? { state: onlyForbidding(state), removed: true } : undefined;
}

/** Somebody of whom nothing has been said yet. */
export const nobody = (id: PersonId, space: SpaceId): PersonState['person'] => ({
  id,
  space,
  name: '',
  role: 'other',
  ageBand: 'unknown',
  nicknames: [],
  clearance: 'public',
  groups: [],
  clients: [],
  topics: [],
  sharedWith: [],
});

const blank = (id: PersonId, space: SpaceId): Draft => ({
  person: nobody(id, space),
  points: new Map(),
  records: new Map(),
  events: new Map(),
  suppressions: new Map(),
  lifted: new Set(),
  data: new Map(),
  notes: new Map(),
  contacts: [],
  disclosures: new Map(),
  requests: new Map(),
  steps: new Map(),
  erasures: [],
  removed: false,
});

function apply(draft: Draft, change: Change): void {
  switch (change.kind) {
    case 'person':
      draft.person = { ...draft.person, ...fields(change.set), id: draft.person.id, space: draft.person.space };
      break;
    case 'point':
      draft.points.set(change.point.id, change.point);
      break;
    case 'point-removed':
      draft.points.delete(change.pointId);
      break;
    case 'record':
      draft.records.set(change.record.record_id, {
        ...withFormer(change.record, draft.records.get(change.record.record_id)),
        subject_id: draft.person.id,
      });
      break;
    case 'consent':
      draft.events.set(change.recordId, [...(draft.events.get(change.recordId) ?? []), change.event]);
      break;
    case 'suppression':
      if (!draft.suppressions.has(blockKey(change.suppression)))
        draft.suppressions.set(blockKey(change.suppression), change.suppression);
      break;
    case 'suppression-lifted':
      draft.lifted.add(change.suppressionId);
      break;
    case 'datum':
      draft.data.set(change.datum.id, change.datum);
      break;
    case 'datum-removed':
      draft.data.delete(change.datumId);
      break;
    case 'note':
      draft.notes.set(change.note.id, change.note);
      break;
    case 'note-removed':
      draft.notes.delete(change.noteId);
      break;
    case 'contacted':
      draft.contacts.push(change.contact);
      break;
    case 'disclosed':
      if (!draft.disclosures.has(change.disclosure.id)) draft.disclosures.set(change.disclosure.id, change.disclosure);
      break;
    case 'request':
      draft.requests.set(
        change.request.id,
        sameRequest(draft.requests.get(change.request.id) ?? change.request, change.request),
      );
      break;
    case 'request-step':
      draft.steps.set(change.requestId, [...(draft.steps.get(change.requestId) ?? []), change.event]);
      break;
    case 'erased':
      draft.erasures.push(change.erasure);
      break;
    case 'removed':
      draft.removed = true;
      break;
    case 'term':
    case 'release':
    case 'agreement':
    case 'approval':
    case 'policy':
    case 'list':
    case 'list-removed':
    case 'undo':
      break;
    default:
      never(change);
  }
}

/** One id with two scopes is two blocks, which the same op lifts: whose clock is behind narrows nothing. */
const blockKey = ({ id, scope }: Suppression): string => `${id} ${JSON.stringify(scope)}`;

type RecordBody = Extract<Change, { readonly kind: 'record' }>['record'];

/** A record that is written anew for another purpose leaves what was refused for the first as it was. */
function withFormer({ former: _, ...record }: RecordBody, before: RecordBody | undefined): RecordBody {
  const now = new Set(record.processes.map((process) => JSON.stringify(process)));
  const known = [...(before?.former ?? []), ...(before?.processes ?? [])];
  const former = [...new Map(known.map((process) => [JSON.stringify(process), process])).entries()]
    .filter(([text]) => !now.has(text))
    .map(([, process]) => process);
  return former.length === 0 ? record : { ...record, former };
}

/** A field that is set to undefined keeps what it was: JSON carries no undefined, and a fold must not differ from its reload. */
const fields = (set: PersonFields): PersonFields =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));

function finish(draft: Draft): PersonState {
  const ids = [...new Set([...draft.records.keys(), ...draft.events.keys()])];
  const records = ids.map((id): ConsentRecord => {
    const events = [...eventsById(draft.events.get(id) ?? []).values()].toSorted(
      (a, b) => epoch(a.at) - epoch(b.at) || (a.event_id < b.event_id ? -1 : 1),
    );
    // Events may arrive before their record: without processes they restrict everywhere and permit nowhere.
    const record = draft.records.get(id) ?? {
      schema_version: 'izin.consent/1',
      record_id: id,
      subject_id: draft.person.id,
      law_packs: [],
      processes: [],
    };
    return { ...record, events };
  });
  const disclosures = [...draft.disclosures.values()].toSorted((a, b) => epoch(a.at) - epoch(b.at));
  return {
    person: draft.person,
    points: [...draft.points.values()],
    records: records.toSorted((a, b) => (a.record_id < b.record_id ? -1 : 1)),
    suppressions: [...draft.suppressions.values()].filter(({ id }) => !draft.lifted.has(id)),
    data: [...draft.data.values()],
    notes: [...draft.notes.values()],
    contacts: draft.contacts.toSorted((a, b) => epoch(a.at) - epoch(b.at)),
    requests: [...draft.requests.values()].map((request) => withEvents(request, draft.steps.get(request.id) ?? [])),
    ...(disclosures.length > 0 ? { disclosures } : {}),
  };
}

const forbids = ({ suppressions, records }: PersonState): boolean =>
  suppressions.length > 0 || records.some(({ events }) => events.some(({ state }) => OWN_WORD.has(state)));

const onlyForbidding = ({ disclosures: _, ...state }: PersonState): PersonState => ({
  ...state,
  records: state.records.filter(({ events }) => events.some(({ state: word }) => OWN_WORD.has(word))),
  data: [],
  notes: [],
  contacts: [],
  requests: [],
});

/** Whatever else the ops say, in whatever order they came. The block goes as any other does: by an op that names it. */
function erased({ person, erasures, lifted }: Draft): FoldedPerson | undefined {
  const since = erasures.map(({ at }) => at).toSorted((a, b) => epoch(a) - epoch(b))[0] ?? '';
  const suppression: Suppression = { id: erasedBlock(person.id), scope: 'all', since, erased: true };
  if (lifted.has(suppression.id)) return undefined;
  const tokens = [...new Set(erasures.flatMap((one) => one.tokens))].toSorted();
  const { id, space } = person;
  return { state: finish({ ...blank(id, space), suppressions: new Map([[id, suppression]]) }), removed: true, tokens };
}

/** Id of the block that an erasure leaves behind. */
export const erasedBlock = (id: PersonId): string => `erased:${id}`;
