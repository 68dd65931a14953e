import { addressKey } from '../domain/address.ts';
import { newOp } from '../domain/new-op.ts';
import type { Change, Op } from '../domain/op.ts';
import { PERSONAL_SPACE, type Person, type PersonId, type PersonState, SELF, type SpaceId } from '../domain/person.ts';
import { nobody } from '../domain/person-fold.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { nextLine } from './activity.ts';
import { parseOps } from './admit.ts';
import { commit, gather } from './commit.ts';
import { type Books, chunks, type Key, keyText } from './context.ts';
import { suppressArrivals } from './erase-arrivals.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { readPersons } from './read.ts';
import { readSpace } from './space.ts';
import { asMember, inTeams, LARGEST_OP, sizeOf } from './team-author.ts';
import { lineOf } from './team-take.ts';

export interface ShareWish {
  readonly into: SpaceId;
  readonly people: readonly PersonId[];
  readonly from: SpaceId;
}

export interface Shared {
  /** As written. */
  readonly ops: readonly Op[];
  /** Who is not there, or was erased or taken off the list there: a copy would not be seen. */
  readonly left: readonly PersonId[];
}

/** Room for the rest of the op, and for the block of somebody erased. */
const MOST_CHANGES = LARGEST_OP - 10_000;

/**
 * An explicit copy, under the same ids and by this user: who they are, how they are reached, what they agreed to and what
 * stops us, what is known of them, and when they were written to. Notes and requests stay: those are the user's own. What
 * is there already is not written again; nothing is taken away there, and nothing here. Under the ledger's lock.
 */
export async function shareInto(books: Books, wish: ShareWish): Promise<Result<Shared, LedgerFailure>> {
  if (wish.into === wish.from) return err(failure('invalid', { detail: 'space' }));
  try {
    const shared: { ops: Op[]; left: PersonId[] } = { ops: [], left: [] };
    for (const people of chunks([...new Set(wish.people)], books.chunk)) {
      const part = await sharePart(books, { ...wish, people });
      if (!part.ok) return part;
      shared.ops.push(...part.value.ops);
      shared.left.push(...part.value.left);
    }
    return ok(shared);
  } catch (thrown) {
    return err(failureOf(thrown, 'write-failed'));
  }
}

async function sharePart(books: Books, { into, people, from }: ShareWish): Promise<Result<Shared, LedgerFailure>> {
  const space = await readSpace(books, into);
  const here = (id: SpaceId) => readSpace(books, id);
  const states = new Map((await readPersons(books, here, from, people)).map((state) => [state.person.id, state]));
  const known = new Map((await readPersons(books, here, into, people)).map((state) => [state.person.id, state]));
  const refold = new Map(
    await gather(
      books,
      people.map((id): Key => [into, id]),
    ),
  );
  const suppressed = await suppressArrivals(books, people.length);
  const ops: Op[] = [];
  const left: PersonId[] = [];
  for (const id of people) {
    const state = states.get(id);
    const text = keyText([into, id]);
    const before = refold.get(text)?.ops ?? [];
    // Of a copy that is off the list nothing would be seen; what is said of it counts all the same.
    if (!state || (before.length > 0 && !known.has(id))) {
      left.push(id);
      continue;
    }
    const copies = packed(changesFor(state, known.get(id), space.policy.region));
    for (const changes of copies) {
      const made = newOp({ space: into, subject: id, of: 'person', by: SELF }, changes, books.now());
      const own = asMember(suppressed ? await suppressed(made, space) : made, space.team);
      if (!own.ok) return own;
      ops.push(own.value);
    }
    refold.set(text, { key: [into, id], ops: [...before, ...ops.filter(({ subject }) => subject === id)] });
  }
  if (ops.length === 0)
    return space.team || into === PERSONAL_SPACE ? ok({ ops, left }) : err(failure('invalid', { detail: 'space' }));
  const whole = parseOps(ops);
  if (!whole.ok) return whole;
  const line = await nextLine(books, lineOf(books, into === PERSONAL_SPACE ? 'kept' : 'shared', into, ops));
  await commit(books, new Map([[into, space]]), {
    add: ops,
    send: inTeams(ops),
    refold,
    log: { rows: [line.row], head: line.head },
  });
  return ok({ ops, left });
}

/** All of `state` that `there` has not yet. */
function changesFor(state: PersonState, there: PersonState | undefined, region: string): readonly Change[] {
  const fresh = <T>(own: readonly T[], others: readonly T[] | undefined, key: (one: T) => string): readonly T[] => {
    const known = new Set(others?.map(key));
    return own.filter((one) => !known.has(key(one)));
  };
  const reached = ({ channel, address }: PersonState['points'][number]): string =>
    addressKey(channel, address, region) ?? `${channel} ${address}`;
  const events = new Set(there?.records.flatMap((record) => record.events.map(({ event_id }) => event_id)));
  return [
    ...(there ? [] : [{ kind: 'person', set: fieldsOf(state.person) } as const]),
    ...fresh(state.points, there?.points, reached).map((point): Change => ({ kind: 'point', point })),
    ...fresh(state.records, there?.records, ({ record_id }) => record_id).flatMap(recordChanges),
    ...state.records.flatMap(({ record_id: recordId, events: all }) =>
      all
        .filter(({ event_id }) => !events.has(event_id))
        .map((event): Change => ({ kind: 'consent', recordId, event })),
    ),
    ...fresh(state.suppressions, there?.suppressions, (one) => `${one.id} ${JSON.stringify(one.scope)}`).map(
      (suppression): Change => ({ kind: 'suppression', suppression }),
    ),
    ...fresh(state.data, there?.data, ({ id }) => id).map((datum): Change => ({ kind: 'datum', datum })),
    ...fresh(state.contacts, there?.contacts, (one) => JSON.stringify([one.at, one.channel, one.purpose])).map(
      (contact): Change => ({ kind: 'contacted', contact }),
    ),
    ...fresh(state.disclosures ?? [], there?.disclosures, ({ id }) => id).map(
      (disclosure): Change => ({ kind: 'disclosed', disclosure }),
    ),
  ];
}

/** What differs from somebody of whom nothing is known. */
function fieldsOf({ id, space, ...person }: Person): Partial<Omit<Person, 'id' | 'space'>> {
  const { id: _, space: __, ...blank } = nobody(id, space);
  const unsaid = new Map(Object.entries(blank).map(([name, value]) => [name, JSON.stringify(value)]));
  return Object.fromEntries(
    Object.entries(person).filter(([name, value]) => unsaid.get(name) !== JSON.stringify(value)),
  );
}

/** The wording of before first: a restriction covers what it covered. */
function recordChanges({ events: _, subject_id: __, former, ...record }: PersonState['records'][number]): Change[] {
  // Of a record whose own words have not arrived yet there are only events.
  if (record.processes.length === 0 && !former) return [];
  const before: Change[] = former ? [{ kind: 'record', record: { ...record, processes: former } }] : [];
  return [...before, { kind: 'record', record }];
}

/** As few ops as hold them, each within what an envelope holds. */
function packed(changes: readonly Change[]): readonly (readonly Change[])[] {
  const parts: Change[][] = [];
  let size = 0;
  for (const change of changes) {
    const more = sizeOf(change);
    const current = parts.at(-1);
    if (!current || size + more > MOST_CHANGES) {
      parts.push([change]);
      size = more;
    } else {
      current.push(change);
      size += more;
    }
  }
  return parts;
}
