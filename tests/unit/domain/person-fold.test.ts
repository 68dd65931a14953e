import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactability } from '@/lib/domain/contactability.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import { foldPerson } from '@/lib/domain/person-fold.ts';
import { foldPolicy, foldRelease, foldTerm } from '@/lib/domain/topic-fold.ts';
import { aConsent, anEvent, anOp, aPoint, aRecord, aSuppression, NOW } from './builders.ts';

const fold = (ops: readonly Op[], undone: readonly string[] = []) => foldPerson('p1', 'personal', ops, new Set(undone));
const ask = { purpose: 'pr_media', channel: 'email', at: NOW } as const;
const named = (name: string, over: Partial<Op> = {}): Op => anOp([{ kind: 'person', set: { name } }], over);
const later = '2026-11-21T00:00:00.000Z';

function consentOps(): readonly Op[] {
  const { events: _, subject_id: __, ...record } = aRecord([], { record_id: 'r' });
  const given = anEvent({ event_id: 'g' });
  const withdrawn = anEvent({ event_id: 'w', state: 'withdrawn', at: '2026-06-01T00:00:00Z', prev: ['g'] });
  return [
    anOp([
      { kind: 'record', record },
      { kind: 'consent', recordId: 'r', event: given },
    ]),
    anOp([{ kind: 'consent', recordId: 'r', event: withdrawn }]),
  ];
}

describe('folding a person', () => {
  it('gives nothing without ops', () => {
    expect(fold([])).toBeUndefined();
  });

  it('keeps the last word on each field', () => {
    const ops = [
      named('Sari W.', { at: later }),
      anOp([{ kind: 'person', set: { name: 'Sari', outlet: 'Harian Contoh' } }]),
    ];
    expect(fold(ops)?.state.person).toMatchObject({ name: 'Sari W.', outlet: 'Harian Contoh' });
  });

  it('removes the ops of a batch that was undone', () => {
    const ops = [named('Sari'), anOp([{ kind: 'point', point: aPoint({ id: 'x' }) }], { batch: 'b1' })];
    expect(fold(ops)?.state.points).toHaveLength(1);
    expect(fold(ops, ['b1'])?.state.points).toHaveLength(0);
  });

  it('keeps a suppression until an op names it, in whatever order they come', () => {
    const set = anOp([{ kind: 'suppression', suppression: aSuppression({ id: 's' }) }], { at: later });
    const lifted = anOp([{ kind: 'suppression-lifted', suppressionId: 's' }]);
    const other = anOp([{ kind: 'suppression-lifted', suppressionId: 'another' }]);
    expect(fold([set, other])?.state.suppressions).toHaveLength(1);
    expect(fold([set, lifted])?.state.suppressions).toHaveLength(0);
  });

  it('keeps of a removed person only what forbids to write', () => {
    const gone = anOp([{ kind: 'removed' }], { at: later });
    const note: Change = { kind: 'note', note: { id: 'n', text: 'prefers mornings', at: NOW } };
    expect(fold([named('Sari'), gone])).toBeUndefined();
    const kept = fold([named('Sari'), anOp([note, { kind: 'suppression', suppression: aSuppression() }]), gone]);
    expect(kept).toMatchObject({ removed: true, state: { notes: [], suppressions: [{ scope: 'all' }] } });
  });

  it('blocks on a withdrawal whose record has not arrived', () => {
    const [, withdrawal] = consentOps();
    const state = fold([withdrawal!])!.state;
    expect(contactability([state], ask).answer).toBe('block');
  });

  it('comes to the same in any order and with any duplicates', () => {
    const { events: _, subject_id: __, ...record } = aConsent();
    const changes: readonly Change[] = [
      { kind: 'person', set: { name: 'Sari' } },
      { kind: 'person', set: { name: 'Sari W.' } },
      { kind: 'point', point: aPoint({ id: 'x' }) },
      { kind: 'point-removed', pointId: 'x' },
      { kind: 'record', record },
      { kind: 'consent', recordId: record.record_id, event: anEvent({ event_id: 'e' }) },
      { kind: 'suppression', suppression: aSuppression({ id: 's' }) },
      { kind: 'suppression-lifted', suppressionId: 's' },
      { kind: 'contacted', contact: { at: NOW, channel: 'email', purpose: 'pr_media' } },
    ];
    const day = (index: number): string => `2026-10-0${(index % 9) + 1}T00:00:00.000Z`;
    const ops = [...changes.map((change, index) => anOp([change], { at: day(index * 5) })), ...consentOps()];
    const arrival = fc.tuple(fc.shuffledSubarray(ops, { minLength: ops.length }), fc.subarray(ops));
    fc.assert(
      fc.property(arrival, ([shuffled, twice]) => {
        expect(fold([...twice, ...shuffled])).toEqual(fold(ops));
      }),
      { numRuns: 200 },
    );
  });

  it('never loses a withdrawal or a suppression to the order of arrival', () => {
    const grant = anOp(
      [{ kind: 'consent', recordId: 'r', event: anEvent({ at: '2026-07-01T00:00:00Z', prev: ['g'] }) }],
      { at: later },
    );
    const ops = [...consentOps(), grant, named('Sari')];
    const subset = fc.shuffledSubarray(ops, { minLength: 1 }).filter((some) => some.includes(ops[1]!));
    fc.assert(
      fc.property(subset, (some) => {
        expect(contactability([fold(some)!.state], ask).answer).toBe('block');
      }),
    );
  });
});

describe('folding topics and policy', () => {
  const of = (
    kind: 'term' | 'release' | 'space',
    subject: string,
    changes: readonly Change[],
    over: Partial<Op> = {},
  ): Op => anOp(changes, { of: kind, subject, ...over });

  it('keeps the last word on a term, and none once it is removed', () => {
    const made = of('term', 't', [
      { kind: 'term', term: { phrases: ['Proyek Garuda'], class: 'secret', cleared: [] } },
    ]);
    expect(foldTerm('t', [made])).toEqual({ id: 't', phrases: ['Proyek Garuda'], class: 'secret', cleared: [] });
    expect(foldTerm('t', [made, of('term', 't', [{ kind: 'removed' }], { at: later })])).toBeUndefined();
  });

  it('keeps one agreement a person on a release', () => {
    const release = { title: 'Laporan', phrases: ['Laporan 2026'], liftsAt: later, zone: 'WIB' };
    const agreed: Change = { kind: 'agreement', agreement: { personId: 'p1', agreedAt: NOW } };
    const ops = [
      of('release', 'r', [agreed]),
      of('release', 'r', [{ kind: 'release', release }]),
      of('release', 'r', [agreed]),
    ];
    expect(foldRelease('r', ops)?.agreements).toHaveLength(1);
  });

  it('lays each setting over the default', () => {
    const ops = [of('space', 'personal', [{ kind: 'policy', set: { ownDomains: ['humas.example'] } }])];
    expect(foldPolicy('personal', ops)).toMatchObject({ ownDomains: ['humas.example'], exposedFrom: 5, region: 'ID' });
  });
});
