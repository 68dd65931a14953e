import * as fc from 'fast-check';
import type { Change, Op } from '@/lib/domain/op.ts';
import { erasedBlock } from '@/lib/domain/person-fold.ts';
import type { TeamSpaceInfo } from '@/lib/ledger/team-spaces.ts';
import { aRecord } from '../domain/builders.ts';

/* Ops of one list of a team, of whatever kind and date, by several members, some of whom lie about names. */

export const LIST = 'team:t1:s1';
export const aList = (over: Partial<TeamSpaceInfo['team']> = {}, id = LIST): TeamSpaceInfo => ({
  id,
  name: 'Media',
  team: { id: 't1', scope: 's1', name: 'Humas Kota', member: 'rina', writes: true, admin: true, ...over },
});

export const PEOPLE = ['p1', 'p2', 'p3'] as const;
const TOPICS = ['r1', 'r2'] as const;
const MEMBERS = ['rina', 'budi', 'citra'] as const;

const instant = fc
  .integer({ min: Date.UTC(2016, 10, 20), max: Date.UTC(2036, 10, 20) })
  .map((ms) => new Date(ms).toISOString());
const few = (name: string): fc.Arbitrary<string> => fc.integer({ min: 1, max: 3 }).map((n) => `${name}${n}`);
const { events: _, subject_id: __, ...record } = aRecord([], { record_id: 'c1' });

const consent: fc.Arbitrary<Change> = fc
  .record({
    event_id: few('e'),
    state: fc.constantFrom('given', 'withdrawn', 'renewed', 'refused', 'requested', 'invalidated'),
    at: instant,
    by_relation: fc.constantFrom('self', 'imported', 'controller'),
    prev: fc.uniqueArray(few('e'), { maxLength: 2 }),
  })
  .map((said) => ({
    kind: 'consent',
    recordId: 'c1',
    event: { ...said, consent_type: 'expressed', recorded_by: 'rina', recorded_at: said.at, reason: 'asked' },
  }));

const ofPerson = (subject: string): fc.Arbitrary<Change> =>
  fc.oneof(
    { weight: 3, arbitrary: consent },
    fc.record({ kind: fc.constant('person' as const), set: fc.record({ name: few('Nama ') }) }),
    few('point').map(
      (id): Change => ({
        kind: 'point',
        point: { id, channel: 'email', address: `${subject}.${id}@harian.example` },
      }),
    ),
    few('point').map((pointId): Change => ({ kind: 'point-removed', pointId })),
    fc.constant<Change>({ kind: 'record', record }),
    fc.record({ id: few('stop'), since: instant }).map(
      ({ id, since }): Change => ({
        kind: 'suppression',
        suppression: { id, since, scope: 'all' },
      }),
    ),
    few('stop').map((suppressionId): Change => ({ kind: 'suppression-lifted', suppressionId })),
    instant.map((at): Change => ({ kind: 'contacted', contact: { at, channel: 'email', purpose: 'pr_media' } })),
    few('n').map((id): Change => ({ kind: 'note', note: { id, text: id, at: '2026-11-20T02:15:00.000Z' } })),
    fc.constant<Change>({ kind: 'suppression-lifted', suppressionId: erasedBlock(subject) }),
  );

const ofTopic: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ liftsAt: instant, cleared: fc.subarray([...PEOPLE]) }).map(
    ({ liftsAt, cleared }): Change => ({
      kind: 'release',
      release: { title: 'Laporan', phrases: ['Proyek Garuda'], liftsAt, zone: 'WIB', cleared },
    }),
  ),
  fc.record({ personId: fc.constantFrom(...PEOPLE), agreedAt: instant }).map(
    (agreement): Change => ({
      kind: 'agreement',
      agreement,
    }),
  ),
);

const ofSpace: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom('ID', 'GB').map((region): Change => ({ kind: 'policy', set: { region } })),
  few('batch').map((batch): Change => ({ kind: 'undo', batch })),
);

/** Now and then a whole op of one kind, that no other change may stand beside. */
const alone: fc.Arbitrary<readonly Change[]> = fc.oneof(
  fc.constant<readonly Change[]>([{ kind: 'removed' }]),
  instant.map((at): readonly Change[] => [{ kind: 'erased', erasure: { at, tokens: [] } }]),
);

const about: fc.Arbitrary<Pick<Op, 'of' | 'subject' | 'changes'>> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .constantFrom(...PEOPLE)
      .chain((subject) =>
        fc
          .oneof(
            { weight: 12, arbitrary: fc.array(ofPerson(subject), { minLength: 1, maxLength: 3 }) },
            { weight: 1, arbitrary: alone },
          )
          .map((changes) => ({ of: 'person' as const, subject, changes })),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ subject: fc.constantFrom(...TOPICS), changes: fc.array(ofTopic, { minLength: 1, maxLength: 2 }) })
      .map((one) => ({ of: 'release' as const, ...one })),
  },
  { weight: 2, arbitrary: ofSpace.map((change) => ({ of: 'space' as const, subject: LIST, changes: [change] })) },
);

/** One of several names for the same: who takes the id of another's op lies. An author says one thing under one name. */
export const teamOps: fc.Arbitrary<readonly Op[]> = fc
  .array(
    fc.tuple(
      about,
      fc.record({ id: fc.integer({ min: 1, max: 40 }), by: fc.constantFrom(...MEMBERS), at: instant }),
      fc.option(few('batch'), { freq: 3, nil: undefined }),
    ),
    { minLength: 1, maxLength: 16 },
  )
  .map((made) => {
    const ops = made.map(
      ([what, { id, by, at }, batch]): Op => ({
        id: `op-${String(id).padStart(2, '0')}`,
        space: LIST,
        ...what,
        at,
        by,
        ...(batch === undefined || what.of === 'space' ? {} : { batch }),
      }),
    );
    return [...new Map(ops.map((op) => [`${op.id} ${op.subject} ${op.by}`, op])).values()];
  });
