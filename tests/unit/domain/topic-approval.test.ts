import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Op } from '@/lib/domain/op.ts';
import type { EmbargoAgreement, ReleaseFields } from '@/lib/domain/topic.ts';
import {
  APPROVAL_STEPS,
  type ApprovalStep,
  type ApprovalStepKind,
  approvalOf,
  revisionOf,
} from '@/lib/domain/topic-approval.ts';
import { foldRelease, foldTerm } from '@/lib/domain/topic-fold.ts';
import { parseOp } from '@/lib/ledger/op-schema.ts';
import { isWord } from '@/lib/platform/words.ts';
import { anOp } from './builders.ts';

const fields: ReleaseFields = {
  title: 'Laporan tahunan',
  phrases: ['Laporan 2026'],
  liftsAt: '2026-12-01T02:00:00.000Z',
  zone: 'WIT',
};
const day = (index: number): string => `2026-11-${String(index).padStart(2, '0')}T00:00:00.000Z`;
const op = (id: string, at: number, ...changes: readonly Change[]): Op =>
  anOp(changes, { id, of: 'release', subject: 'r', at: day(at) });
const release = (over: Partial<ReleaseFields> = {}): Change => ({ kind: 'release', release: { ...fields, ...over } });
const agreed = (over: Partial<EmbargoAgreement> = {}): Change => ({
  kind: 'agreement',
  agreement: { personId: 'p1', agreedAt: day(2), ...over },
});
const FIRST = revisionOf(fields);
const step = (kind: ApprovalStepKind, at: number, revision = FIRST, by = 'ana'): ApprovalStep => ({
  id: `${kind}-${at}-${by}`,
  step: kind,
  by,
  at: day(at),
  revision,
});
const approval = (...args: Parameters<typeof step>): Change => ({ kind: 'approval', approval: step(...args) });
const stateOf = (...steps: readonly ApprovalStep[]) => approvalOf(steps, FIRST).state;

describe('the way of a release', () => {
  it('goes from draft over asked to approved or returned, and round again', () => {
    expect(stateOf()).toBe('draft');
    expect(stateOf(step('asked', 1))).toBe('asked');
    expect(stateOf(step('asked', 1), step('approved', 2))).toBe('approved');
    expect(stateOf(step('asked', 1), step('returned', 2))).toBe('returned');
    expect(stateOf(step('asked', 1), step('returned', 2), step('asked', 3), step('approved', 4))).toBe('approved');
    expect(APPROVAL_STEPS.filter((one) => !isWord(`approval_${one}`))).toEqual([]);
  });

  it('takes no approval that nobody asked for', () => {
    expect(stateOf(step('approved', 1))).toBe('draft');
    expect(stateOf(step('asked', 1), step('returned', 2), step('approved', 3))).toBe('returned');
  });

  it('stays returned where one approved and another returned without knowing, whichever clock is ahead', () => {
    const asked = step('asked', 1);
    expect(stateOf(asked, step('approved', 2, FIRST, 'ana'), step('returned', 3, FIRST, 'budi'))).toBe('returned');
    expect(stateOf(asked, step('returned', 2, FIRST, 'budi'), step('approved', 3, FIRST, 'ana'))).toBe('returned');
  });

  it('is a draft again when the wording changes, and an approval of the older wording says nothing of it', () => {
    const ops = [op('o1', 1, release()), op('o2', 2, approval('asked', 2)), op('o3', 3, approval('approved', 3))];
    expect(foldRelease('r', ops)?.approval?.state).toBe('approved');
    const changed = [...ops, op('o4', 4, release({ title: 'Laporan tahunan, ralat' }))];
    expect(foldRelease('r', changed)).toMatchObject({ approval: { state: 'draft', steps: [] } });
    // The approval arrives after the change, made by somebody who had not seen it.
    const late = [
      op('o1', 1, release()),
      op('o4', 2, release({ title: 'Ralat' })),
      op('o5', 3, approval('asked', 3)),
      op('o6', 4, approval('approved', 4)),
    ];
    expect(foldRelease('r', late)?.approval?.state).toBe('draft');
  });

  it('comes to the same in any order and with any duplicates', () => {
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom(...APPROVAL_STEPS),
        at: fc.integer({ min: 1, max: 5 }),
        revision: fc.constantFrom(FIRST, revisionOf({ ...fields, title: 'Ralat' })),
        by: fc.constantFrom('ana', 'budi'),
      }),
      { maxLength: 8 },
    );
    const cases = steps.chain((list) => {
      const ops = [
        op('o1', 1, release()),
        op('o9', 3, release({ title: 'Ralat' })),
        op('o8', 2, agreed(), agreed({ personId: 'p2', liftsAt: day(20) })),
        op('o7', 3, agreed({ agreedAt: day(3), evidence: { kind: 'message_ref', locator: 'x' } })),
        ...list.map(({ kind, at, revision, by }, index) => op(`s${index}`, at, approval(kind, at, revision, by))),
      ];
      return fc.tuple(fc.constant(ops), fc.shuffledSubarray(ops, { minLength: ops.length }), fc.subarray(ops));
    });
    fc.assert(
      fc.property(cases, ([ops, shuffled, twice]) => {
        expect(foldRelease('r', [...twice, ...shuffled])).toEqual(foldRelease('r', ops));
      }),
    );
  });
});

describe('a release of before', () => {
  it('folds to what it always was, to the letter, so that what is stored of it stays right', () => {
    const ops = [
      op('o1', 1, release()),
      op('o2', 2, agreed({ personId: 'z' })),
      op('o3', 3, agreed({ personId: 'a' })),
    ];
    expect(JSON.stringify(foldRelease('r', ops))).toBe(
      JSON.stringify({
        ...fields,
        id: 'r',
        agreements: [
          { personId: 'z', agreedAt: day(2) },
          { personId: 'a', agreedAt: day(2) },
        ],
      }),
    );
  });

  it('has a wording that its words, moment, class and lane make, and nobody who works on it', () => {
    const others: readonly Partial<ReleaseFields>[] = [
      { title: 'x' },
      { phrases: [] },
      { liftsAt: day(9) },
      { zone: 'WIB' },
      { class: 'secret' },
      { lane: 'public_information' },
    ];
    const marks = [fields, ...others.map((other) => ({ ...fields, ...other }))].map(revisionOf);
    expect(new Set(marks).size).toBe(marks.length);
    expect(revisionOf({ ...fields, cleared: ['p1'], lane: 'ordinary' })).toBe(FIRST);
  });
});

describe('agreements to an embargo', () => {
  const held = (...changes: readonly Change[]) => foldRelease('r', [op('o1', 1, release()), op('o2', 2, ...changes)]);

  it('are one a person, the one with evidence before the one without', () => {
    const proof = { kind: 'message_ref', locator: 'message 4' } as const;
    const folded = held(agreed(), agreed({ agreedAt: day(3), evidence: proof, by_relation: 'self' }));
    expect(folded?.agreements).toEqual([{ personId: 'p1', agreedAt: day(3), evidence: proof, by_relation: 'self' }]);
  });

  it('to an earlier moment than that of now do not hold, and are shown as to be asked again', () => {
    const early = agreed({ liftsAt: '2026-11-30T02:00:00.000Z', zone: 'WIT' });
    expect(held(early)).toMatchObject({ agreements: [], lapsed: [{ personId: 'p1' }] });
    expect(held(agreed({ liftsAt: fields.liftsAt }))?.agreements).toHaveLength(1);
    const again = agreed({ agreedAt: day(5), liftsAt: fields.liftsAt });
    expect(held(early, again)).toMatchObject({ agreements: [{ agreedAt: day(5) }] });
  });

  it('of before, which name no moment, hold as they did', () => {
    expect(held(agreed())?.agreements).toEqual([{ personId: 'p1', agreedAt: day(2) }]);
  });
});

describe('the edge of the ledger', () => {
  it('takes terms and releases of before, and what was added to them', () => {
    const term = { phrases: ['Proyek Garuda', 'PG-26'], class: 'secret', cleared: ['p1', 'direksi'] } as const;
    const kip = [{ class: '17h', test: { at: day(3), by: 'ppid', outcome: 'open' } }] as const;
    const more = { class: 'embargoed', cleared: ['redaksi'], lane: 'public_information', kip } as const;
    const of = (change: Change, kind: Op['of']) => parseOp(anOp([change], { of: kind, subject: 'x' }));
    expect(of({ kind: 'term', term }, 'term')).toHaveProperty('op');
    expect(of({ kind: 'term', term: { ...term, note: 'belum diumumkan' } }, 'term')).toHaveProperty('op');
    expect(of(release(), 'release')).toHaveProperty('op');
    expect(of(release(more), 'release')).toMatchObject({ op: { changes: [{ release: more }] } });
    expect(of(approval('asked', 1), 'release')).toHaveProperty('op');
  });

  it('refuses a class that UU KIP does not have, and a step that is none', () => {
    const wrong = { ...fields, kip: [{ class: '17k' }] } as unknown as ReleaseFields;
    expect(parseOp(op('o1', 1, { kind: 'release', release: wrong }))).toEqual({
      wrong: 'changes.0.release.kip.0.class',
    });
    const odd = { ...step('asked', 1), step: 'signed' } as unknown as ApprovalStep;
    expect(parseOp(op('o1', 1, { kind: 'approval', approval: odd }))).toEqual({ wrong: 'changes.0.approval.step' });
  });

  it('gives a term back with every spelling', () => {
    const phrases = ['Proyek Garuda', 'Proyek-Garuda', 'PG'];
    const made = anOp([{ kind: 'term', term: { phrases, class: 'internal', cleared: [], note: 'x' } }], {
      of: 'term',
      subject: 't',
    });
    expect(foldTerm('t', [made])).toEqual({ id: 't', phrases, class: 'internal', cleared: [], note: 'x' });
  });
});
