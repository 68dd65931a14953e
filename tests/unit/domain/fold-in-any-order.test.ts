import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '@/lib/domain/consent.ts';
import { contactability } from '@/lib/domain/contactability.ts';
import { CONSENT_STATES } from '@/lib/domain/enums.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import { foldPerson } from '@/lib/domain/person-fold.ts';
import { foldLists, foldPolicy, foldRelease, foldTerm } from '@/lib/domain/topic-fold.ts';
import { anEvent, aPoint, aProcess, aSuppression } from './builders.ts';

/*
 * What devices of a team exchange, they get in any order, twice, and from clocks that are ten years wrong. The state must
 * be a function of the set of ops alone, and no "stop" of a person may go but by an op that names it.
 */
const TEN_YEARS = 10 * 365 * 86_400_000;
const MIDDLE = Date.parse('2026-11-20T02:15:00.000Z');
const anyTime = fc.integer({ min: -TEN_YEARS, max: TEN_YEARS }).map((by) => new Date(MIDDLE + by).toISOString());
const few = (prefix: string) => fc.integer({ min: 1, max: 3 }).map((n) => `${prefix}${n}`);
const ask = { purpose: 'pr_media', channel: 'email', at: new Date(MIDDLE).toISOString() } as const;

const event: fc.Arbitrary<ConsentEvent> = fc
  .record({
    event_id: fc.integer({ min: 1, max: 6 }).map((n) => `e${n}`),
    state: fc.constantFrom(...CONSENT_STATES),
    at: anyTime,
    by_relation: fc.constantFrom('self', 'controller', 'clock'),
    prev: fc.subarray(['e1', 'e2', 'e3', 'e4', 'e5', 'e6']),
  })
  .map((over) => anEvent(over as Partial<ConsentEvent>));

const processes = fc.constantFrom(
  [aProcess({ process_id: 'a' })],
  [aProcess({ process_id: 'a', purpose: 'event_invite' })],
  [aProcess({ process_id: 'a', channels: ['whatsapp'] })],
  [aProcess({ process_id: 'a' }), aProcess({ process_id: 'b', purpose: 'event_invite' })],
);
const scope = fc.constantFrom<'all' | { readonly channel: 'email' | 'whatsapp' }>(
  'all',
  { channel: 'email' },
  { channel: 'whatsapp' },
);
const personChange: fc.Arbitrary<Change> = fc.oneof(
  fc.string({ maxLength: 3 }).map((name): Change => ({ kind: 'person', set: { name: `x${name}` } })),
  few('point').map((id): Change => ({ kind: 'point', point: aPoint({ id }) })),
  few('point').map((pointId): Change => ({ kind: 'point-removed', pointId })),
  fc.tuple(few('r'), processes).map(
    ([record_id, list]): Change => ({
      kind: 'record',
      record: { schema_version: 'izin.consent/1', record_id, law_packs: ['ID_PDP'], processes: list },
    }),
  ),
  fc.tuple(few('r'), event).map(([recordId, one]): Change => ({ kind: 'consent', recordId, event: one })),
  fc.tuple(few('s'), scope, anyTime).map(
    ([id, of, since]): Change => ({
      kind: 'suppression',
      suppression: aSuppression({ id, scope: of, since }),
    }),
  ),
  few('s').map((suppressionId): Change => ({ kind: 'suppression-lifted', suppressionId })),
  fc.tuple(few('n'), fc.string()).map(([id, text]): Change => ({ kind: 'note', note: { id, text, at: ask.at } })),
  few('n').map((noteId): Change => ({ kind: 'note-removed', noteId })),
  fc.tuple(anyTime, fc.constantFrom('email', 'whatsapp')).map(
    ([at, channel]): Change => ({
      kind: 'contacted',
      contact: { at, channel: channel as 'email', purpose: 'pr_media' },
    }),
  ),
  fc.tuple(few('d'), anyTime, fc.string()).map(
    ([id, at, to]): Change => ({
      kind: 'disclosed',
      disclosure: { id, at, to, categories: [] },
    }),
  ),
  fc.tuple(few('q'), anyTime).map(
    ([id, receivedAt]): Change => ({
      kind: 'request',
      request: { id, type: 'access', receivedAt, state: 'open' },
    }),
  ),
  fc.constant<Change>({ kind: 'removed' }),
);
let made = 0;
const opWith = (change: fc.Arbitrary<Change>, of: Op['of'] = 'person', subject = 'p1') =>
  fc
    .tuple(fc.array(change, { minLength: 1, maxLength: 3 }), anyTime, fc.option(few('batch'), { nil: undefined }))
    .map(([changes, at, batch]): Op => {
      made += 1;
      const id = `op${((made * 7919) % 100_003).toString().padStart(6, '0')}-${made}`;
      return { id, space: 'team', subject, of, at, by: 'm', changes, ...(batch === undefined ? {} : { batch }) };
    });
const ops = (change: fc.Arbitrary<Change>, of?: Op['of'], subject?: string) =>
  fc.array(opWith(change, of, subject), { minLength: 1, maxLength: 14 });

/** The same ops as two partitions that meet, each in an order of its own and with some twice. */
const arrivals = (all: fc.Arbitrary<readonly Op[]>) =>
  all.chain((set) =>
    fc.tuple(
      fc.constant(set),
      fc.shuffledSubarray([...set], { minLength: set.length }),
      fc.subarray([...set]),
      fc.nat(set.length),
    ),
  );
const fold = (some: readonly Op[], undone = new Set<string>()) => foldPerson('p1', 'team', some, undone);

describe('folding ops in any order, twice, from clocks ten years wrong', () => {
  it('comes to one state of a person', () => {
    fc.assert(
      fc.property(
        arrivals(ops(personChange)),
        fc.subarray(['batch1', 'batch2']),
        ([set, shuffled, twice, cut], undone) => {
          const parted = [...shuffled.slice(cut), ...twice, ...shuffled.slice(0, cut)];
          expect(fold(parted, new Set(undone))).toEqual(fold(set, new Set(undone)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('comes to one policy, one set of lists, one term and one release', () => {
    const space = fc.oneof(
      fc.constantFrom('strict', 'balanced').map((preset): Change => ({ kind: 'policy', set: { preset } as never })),
      few('l').map(
        (id): Change => ({ kind: 'list', list: { id, name: id, rule: {}, purpose: 'pr_media', channel: 'email' } }),
      ),
      few('l').map((listId): Change => ({ kind: 'list-removed', listId })),
    );
    fc.assert(
      fc.property(arrivals(ops(space, 'space', 'team')), ([set, shuffled, twice]) => {
        expect(foldPolicy('team', [...twice, ...shuffled])).toEqual(foldPolicy('team', set));
        expect(foldLists('team', [...twice, ...shuffled])).toEqual(foldLists('team', set));
      }),
    );
    const term = fc.oneof(
      fc
        .constantFrom('secret', 'internal')
        .map((kind): Change => ({ kind: 'term', term: { phrases: ['Garuda'], class: kind as 'secret', cleared: [] } })),
      fc.constant<Change>({ kind: 'removed' }),
    );
    fc.assert(
      fc.property(arrivals(ops(term, 'term', 't')), ([set, shuffled, twice]) => {
        expect(foldTerm('t', [...twice, ...shuffled])).toEqual(foldTerm('t', set));
      }),
    );
    const release = fc.oneof(
      anyTime.map(
        (liftsAt): Change => ({ kind: 'release', release: { title: 'T', phrases: [], liftsAt, zone: 'WIB' } as never }),
      ),
      fc
        .tuple(few('p'), anyTime)
        .map(([personId, agreedAt]): Change => ({ kind: 'agreement', agreement: { personId, agreedAt } as never })),
    );
    fc.assert(
      fc.property(arrivals(ops(release, 'release', 'x')), ([set, shuffled, twice]) => {
        expect(foldRelease('x', [...twice, ...shuffled])).toEqual(foldRelease('x', set));
      }),
    );
  });

  it('never loses a stop that no op names, whatever else is said and by whichever clock', () => {
    const stop = opWith(
      fc.constant<Change>({ kind: 'suppression', suppression: aSuppression({ id: 's1', scope: 'all' }) }),
    ).map((op) => ({ ...op, batch: undefined }) as Op);
    const lifts = (change: Change): boolean => change.kind === 'suppression-lifted' && change.suppressionId === 's1';
    fc.assert(
      fc.property(ops(personChange), stop, fc.nat(20), (others, one, at) => {
        fc.pre(!others.some(({ changes }) => changes.some(lifts)));
        const whole = [...others.slice(0, at), one, ...others.slice(at)];
        expect(contactability([fold(whole)!.state], ask).answer).toBe('block');
      }),
      { numRuns: 500 },
    );
  });

  it('never loses a withdrawal to what did not name it, whatever is said of the record', () => {
    const own: fc.Arbitrary<Change> = fc.constantFrom<Change>({
      kind: 'consent',
      recordId: 'r1',
      event: anEvent({ event_id: 'w', state: 'withdrawn', at: ask.at, prev: ['e1'] }),
    });
    const record: Change = {
      kind: 'record',
      record: {
        schema_version: 'izin.consent/1',
        record_id: 'r1',
        law_packs: [],
        processes: [aProcess({ process_id: 'a' })],
      },
    };
    const says = fc.tuple(own, anyTime, anyTime).map(([change, at, earlier]): readonly Op[] => [
      { id: `w-${++made}`, space: 'team', subject: 'p1', of: 'person', at, by: 'm', changes: [change] },
      { id: `r-${++made}`, space: 'team', subject: 'p1', of: 'person', at: earlier, by: 'm', changes: [record] },
    ]);
    // None of the other events has seen it: `prev` names e1 to e6 alone.
    fc.assert(
      fc.property(ops(personChange), says, fc.nat(20), (others, two, at) => {
        const whole = [...others.slice(0, at), ...two, ...others.slice(at)];
        expect(contactability([fold(whole)!.state], ask).answer).toBe('block');
      }),
      { numRuns: 500 },
    );
  });
});
