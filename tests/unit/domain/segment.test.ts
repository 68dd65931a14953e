import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonState } from '@/lib/domain/person.ts';
import type { SegmentRule } from '@/lib/domain/saved-list.ts';
import { facetsOf, inSegment, PLACES, readiness } from '@/lib/domain/segment.ts';
import { foldLists } from '@/lib/domain/topic-fold.ts';
import { aConsent, anOp, aPerson, aPoint, aRecord, aSuppression, NOW } from './builders.ts';

let count = 0;
const one = (person: Parameters<typeof aPerson>[0] = {}, rest: Partial<PersonState> = {}): PersonState => {
  const id = `p${++count}`;
  return aPerson({ id, name: id, email: `${id}@harian.example`, ...person }, rest);
};
const ready = { records: [aConsent()] };
const ask = (people: readonly PersonState[], rule: SegmentRule = {}) =>
  readiness(people, { rule, purpose: 'pr_media', channel: 'email', at: NOW, region: 'ID', lawPacks: ['ID_PDP'] });
const placeOf = (state: PersonState, others: readonly PersonState[] = []) => {
  const { places } = ask([...others, state]);
  return PLACES.find((place) => places[place].includes(state.person.id));
};
const wrote = (days: number) =>
  ({ at: new Date(Date.parse(NOW) - days * 86_400_000).toISOString(), channel: 'email', purpose: 'pr_media' }) as const;

describe('who belongs to a list', () => {
  const state = one({ groups: ['Meja Energi'], outlet: 'Radio Laut', topics: ['energi'], role: 'editor' });

  it('takes one match within a field and every field that is there, whatever the case', () => {
    expect(inSegment(state, {})).toBe(true);
    expect(inSegment(state, { groups: ['meja  energi', 'x'], roles: ['editor'] })).toBe(true);
    expect(inSegment(state, { groups: ['Meja Energi'], roles: ['journalist'] })).toBe(false);
  });

  it('counts a person without a source to those of unknown source, and finds those of whom we hold a datum', () => {
    expect(inSegment(state, { sources: ['legacy_unknown'] })).toBe(true);
    const held = one({}, { data: [{ id: 'd', kind: 'health', value: 'x' }] });
    expect([state, held].map((each) => inSegment(each, { data: ['health', 'nik'] }))).toEqual([false, true]);
  });

  it('offers the words that are there, the commonest first', () => {
    const people = [one({ outlet: 'Radio' }), one({ outlet: 'Harian' }), one({ outlet: 'harian' })];
    expect(facetsOf(people).outlets).toEqual([
      ['Harian', 2],
      ['Radio', 1],
    ]);
  });
});

describe('how ready a list is', () => {
  it('puts everybody where they stand', () => {
    expect(placeOf(one({}, ready))).toBe('ready');
    expect(placeOf(one())).toBe('ask_first');
    expect(placeOf(one({}, { ...ready, suppressions: [aSuppression()] }))).toBe('blocked');
    expect(placeOf(one({}, { records: [aConsent({ state: 'withdrawn' })] }))).toBe('blocked');
    expect(placeOf(one({}, { ...ready, points: [aPoint({ channel: 'whatsapp', address: '0812 3456 7890' })] }))).toBe(
      'no_address',
    );
  });

  it('waits for the guardian of a child, whoever else agreed', () => {
    expect(placeOf(one({ ageBand: 'child' }, ready))).toBe('guardian');
    expect(placeOf(one({ ageBand: 'child' }, { records: [aConsent({ lawful_basis: 'legitimate_interest' })] }))).toBe(
      'guardian',
    );
    expect(placeOf(one({ ageBand: 'child' }, { records: [aConsent({ by_relation: 'guardian' })] }))).toBe('ready');
  });

  it('lets a person be who got a message and a follow-up this week, or as many as they asked for at most', () => {
    expect(placeOf(one({}, { ...ready, contacts: [wrote(1)] }))).toBe('ready');
    expect(placeOf(one({}, { ...ready, contacts: [wrote(8), wrote(1)] }))).toBe('ready');
    expect(placeOf(one({}, { ...ready, contacts: [wrote(3), wrote(1)] }))).toBe('capped');
    const stated = { ...aConsent(), preferences: { max_per_30d: 1 } };
    expect(placeOf(one({}, { records: [stated], contacts: [wrote(20)] }))).toBe('capped');
  });

  it('writes once to an address that two share, and not at all where one of them said no', () => {
    const email = 'meja@harian.example';
    const [a, b] = [one({ email }, ready), one({ email: 'MEJA@harian.example' }, ready)];
    expect(ask([a, b]).places).toMatchObject({ ready: [a.person.id], duplicate: [b.person.id] });
    const no = one({ email, groups: ['lain'] }, { suppressions: [aSuppression()] });
    const { places, total } = ask([{ ...a, person: { ...a.person, groups: ['ini'] } }, no], { groups: ['ini'] });
    expect([total, places.blocked]).toEqual([1, [a.person.id]]);
  });

  it('names whose consent ends within 30 days, soonest first', () => {
    const until = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
    const ends = (days: number) => one({}, { records: [aConsent({ until: until(days) })] });
    const [late, soon, sooner] = [ends(60), ends(20), ends(2)];
    const { expiring, places } = ask([late, soon, sooner]);
    expect(places.ready).toHaveLength(3);
    expect(expiring).toEqual([
      { id: sooner.person.id, until: until(2) },
      { id: soon.person.id, until: until(20) },
    ]);
  });

  it('asks for the client, where the list is of one', () => {
    const records = [aConsent({ clients: ['PT Laut'] })];
    const person = { clients: ['PT Laut', 'PT Darat'] };
    const both = [one(person, { records })];
    expect(ask(both, { clients: ['PT Laut'] }).places.ready).toHaveLength(1);
    expect(ask(both, { clients: ['PT Darat'] }).places.ask_first).toHaveLength(1);
  });

  it('calls a list narrow that is small, or chooses by specific data or children', () => {
    const people = Array.from({ length: 5 }, () => one());
    expect(ask(people).narrow).toEqual({ few: false, specific: [], children: false });
    expect(ask(people.slice(1)).narrow.few).toBe(true);
    expect(ask([]).narrow.few).toBe(false);
    expect(ask(people, { data: ['health', 'phone'], ages: ['child'] }).narrow).toMatchObject({
      specific: ['health'],
      children: true,
    });
  });

  it('gives everybody in the list exactly one place', () => {
    const person = fc
      .record({
        ageBand: fc.constantFrom('adult', 'child', 'unknown'),
        role: fc.constantFrom('journalist', 'kol'),
        email: fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example'),
      })
      .chain((words) =>
        fc
          .record({
            records: fc.constantFrom([], [aConsent()], [aConsent({ state: 'withdrawn' })], [aRecord([])]),
            contacts: fc.constantFrom([], [wrote(1), wrote(2)]),
            points: fc.constantFrom([], [aPoint({ address: words.email })]),
          })
          .map((rest) => one(words, rest)),
      );
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 12 }),
        fc.constantFrom({}, { roles: ['kol'] } as const),
        (people, rule) => {
          const { places, total } = ask(people, rule);
          const placed = PLACES.flatMap((place) => places[place]);
          const members = people.filter((state) => inSegment(state, rule)).map(({ person: { id } }) => id);
          expect(placed.toSorted()).toEqual(members.toSorted());
          expect(total).toBe(members.length);
        },
      ),
    );
  });
});

describe('a saved list', () => {
  const list = {
    id: 'l1',
    name: 'Meja energi',
    rule: { groups: ['Energi'] },
    purpose: 'pr_media',
    channel: 'email',
  } as const;
  const space = { of: 'space', subject: 'personal' } as const;

  it('is what was last kept, and stays away once it was taken away', () => {
    const kept = anOp([{ kind: 'list', list }], space);
    const later = anOp([{ kind: 'list', list: { ...list, name: 'Energi' } }], { ...space, at: '2026-11-21T00:00:00Z' });
    const away = anOp([{ kind: 'list-removed', listId: 'l1' }], space);
    expect(foldLists('personal', [later, kept])).toEqual([{ ...list, name: 'Energi' }]);
    expect(foldLists('personal', [later, away, kept])).toEqual([]);
  });
});
