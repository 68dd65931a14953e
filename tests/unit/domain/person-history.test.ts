import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Op, PersonFields } from '@/lib/domain/op.ts';
import { foldPerson } from '@/lib/domain/person-fold.ts';
import { heldOf } from '@/lib/domain/person-held.ts';
import { personHistory } from '@/lib/domain/person-history.ts';
import { DEFAULT_POLICY } from '@/lib/domain/policy.ts';
import { aConsent, anOp, aPerson, aPoint, NOW } from './builders.ts';

const at = (minute: number): string => new Date(Date.parse(NOW) + minute * 60_000).toISOString();
const set = (fields: PersonFields, minute = 0): Op => anOp([{ kind: 'person', set: fields }], { at: at(minute) });
const kinds = (changes: readonly Change[]) => personHistory([anOp(changes)]).map(({ what }) => what.kind);

describe('what happened with a person', () => {
  it('is told newest first, with what became of what and by whom', () => {
    const ops = [set({ name: 'Sari', outlet: 'Harian' }), set({ name: 'Sari', outlet: 'Radio' }, 5)];
    expect(personHistory(ops)).toMatchObject([
      { at: at(5), by: 'me', what: { kind: 'field', field: 'outlet', from: 'Harian', to: 'Radio' } },
      { at: at(0), what: { kind: 'created', name: 'Sari' } },
    ]);
  });

  it('leaves out what stayed, and takes an empty text for nothing', () => {
    const ops = [
      set({ name: 'Sari', topics: ['energi'] }),
      set({ name: 'Sari', topics: ['energi'], outlet: '', role: 'other' }, 1),
      set({ topics: [] }, 2),
    ];
    expect(personHistory(ops).map(({ what }) => what)).toEqual([
      { kind: 'field', field: 'topics', from: ['energi'] },
      { kind: 'created', name: 'Sari' },
    ]);
  });

  it('stands at the time when a thing happened, and keeps when it was noted', () => {
    const disclosure = { id: 'x', at: '2026-03-01T00:00:00.000Z', to: 'PT Contoh', categories: ['phone'] } as const;
    expect(personHistory([anOp([{ kind: 'disclosed', disclosure }])])).toMatchObject([
      { at: disclosure.at, recordedAt: NOW },
    ]);
  });

  it('holds no value of a datum and no word of a note', () => {
    const changes: readonly Change[] = [
      { kind: 'datum', datum: { id: 'd', kind: 'nik', value: 'zarafenoqu' } },
      { kind: 'note', note: { id: 'n', text: 'zarafenoqu', at: NOW } },
      { kind: 'datum-removed', datumId: 'd' },
      { kind: 'note-removed', noteId: 'n' },
    ];
    expect(kinds(changes)).toEqual(['note', 'datum', 'note', 'datum']);
    expect(JSON.stringify(personHistory([anOp(changes)]))).not.toContain('zarafenoqu');
  });

  it('names what a removal removed and what a lifting lifted', () => {
    const point = aPoint({ id: 'p' });
    const suppression = { id: 's', scope: 'all', since: NOW } as const;
    const lines = personHistory([
      anOp([
        { kind: 'point', point },
        { kind: 'suppression', suppression },
      ]),
      anOp([
        { kind: 'point-removed', pointId: 'p' },
        { kind: 'suppression-lifted', suppressionId: 's' },
      ]),
    ]);
    expect(lines.slice(0, 2).map(({ what }) => what)).toEqual([
      { kind: 'lifted', suppression },
      { kind: 'point', how: 'removed', point },
    ]);
  });

  it('tells a record when another basis than consent begins, and a consent by its event', () => {
    const body = (basis: 'consent' | 'contract') => {
      const { events: _, subject_id: __, ...record } = aConsent({ lawful_basis: basis });
      return [{ kind: 'record', record }] as const;
    };
    expect([kinds(body('consent')), kinds(body('contract'))]).toEqual([[], ['record']]);
  });

  const fields = fc.record(
    {
      name: fc.constantFrom('Sari', 'Budi'),
      outlet: fc.constantFrom('', 'Harian', 'Radio'),
      role: fc.constantFrom('journalist', 'kol', 'other'),
      topics: fc.subarray(['energi', 'laut']),
    },
    { requiredKeys: [] },
  );
  const history = fc
    .array(fields, { minLength: 1, maxLength: 8 })
    .map((list) => list.map((one, index) => set(one, index)));

  it('is the same in any order of arrival and with any duplicates', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (ops, order) => {
        const shuffled = [...ops, ...ops]
          .map((op) => ({ op, rank: order.next().value }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ op }) => op);
        expect(personHistory(shuffled)).toEqual(personHistory(ops));
      }),
    );
  });

  it('ends, field by field, where the person stands', () => {
    fc.assert(
      fc.property(history, (ops) => {
        const person = foldPerson('p1', 'personal', ops)!.state.person;
        const last = new Map(
          personHistory(ops)
            .toReversed()
            .flatMap(({ what }) => (what.kind === 'field' ? [[what.field, what.to] as const] : [])),
        );
        for (const [field, to] of last) {
          const stands = person[field];
          expect(to).toEqual(stands === '' || (Array.isArray(stands) && stands.length === 0) ? undefined : stands);
        }
      }),
    );
  });
});

describe('what we hold', () => {
  it('takes purpose and time from the datum, else from the records and the usual time', () => {
    const source = { type: 'exhibition', collectedAt: '2026-01-10T00:00:00.000Z' } as const;
    const state = aPerson(
      { source },
      {
        records: [aConsent()],
        data: [{ id: 'd', kind: 'bank_account', value: '123', purpose: 'payment', retention: 'P5Y' }],
      },
    );
    expect(heldOf(state, DEFAULT_POLICY)).toMatchObject([
      { id: 'name', purposes: ['pr_media'], retention: 'P24M', usual: true, deleteAt: '2028-01-10T00:00:00.000Z' },
      { category: 'email_work', sensitivity: 'general', shielded: false, purposes: ['pr_media'] },
      {
        category: 'bank_account',
        sensitivity: 'specific',
        shielded: true,
        purposes: ['payment'],
        usual: false,
        deleteAt: '2031-01-10T00:00:00.000Z',
        source,
      },
    ]);
  });

  it('holds every datum of a child for specific, and shields it', () => {
    const data = [{ id: 'd', kind: 'email', value: 'a@b.example' }] as const;
    const shielded = (ageBand: 'adult' | 'child') =>
      heldOf(aPerson({ ageBand }, { data }), DEFAULT_POLICY).find(({ id }) => id === 'd');
    expect(shielded('adult')).toMatchObject({ sensitivity: 'general', shielded: false });
    expect(shielded('child')).toMatchObject({ sensitivity: 'specific', shielded: true });
  });
});
