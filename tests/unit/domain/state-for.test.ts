import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '@/lib/domain/consent.ts';
import { stateFor, strictest } from '@/lib/domain/consent-state.ts';
import { CONSENT_STATES, RELATIONS } from '@/lib/domain/enums.ts';
import { anEvent, aProcess, aRecord, NOW } from './builders.ts';

const MAIL = { purpose: 'pr_media', channel: 'email' } as const;
const CHAT = { purpose: 'pr_media', channel: 'whatsapp' } as const;
const given = anEvent({ event_id: 'g', at: '2026-03-01T00:00:00Z' });
const withdrawn = anEvent({ event_id: 'w', state: 'withdrawn', at: '2026-06-01T00:00:00Z', prev: ['g'] });
const both = [aProcess({ channels: ['email', 'whatsapp'] })];

describe('the state of a record', () => {
  it('is none without an event', () => {
    expect(stateFor(aRecord(), MAIL, NOW).state).toBe('none');
  });

  it('is the last word of a line of events', () => {
    const found = stateFor(aRecord([given, withdrawn]), MAIL, NOW);
    expect(found).toMatchObject({ state: 'withdrawn', since: '2026-06-01T00:00:00Z', conflict: false });
  });

  it('expires by the clock at the end that was stated', () => {
    const record = aRecord([anEvent({ until: '2026-11-01T00:00:00Z' })]);
    expect(stateFor(record, MAIL, '2026-10-31T23:59:59Z')).toMatchObject({
      state: 'given',
      validUntil: '2026-11-01T00:00:00Z',
    });
    expect(stateFor(record, MAIL, '2026-11-01T00:00:00Z')).toMatchObject({ state: 'expired', ranOut: 'consent' });
  });

  it('lets a request run out after thirty days', () => {
    const record = aRecord([anEvent({ state: 'requested', consent_type: 'none', at: '2026-10-01T00:00:00Z' })]);
    expect(stateFor(record, MAIL, '2026-10-30T00:00:00Z').state).toBe('requested');
    expect(stateFor(record, MAIL, '2026-10-31T00:00:00Z')).toMatchObject({ state: 'expired', ranOut: 'request' });
  });

  it('leaves other channels as they were when one is withdrawn', () => {
    const record = aRecord([given, { ...withdrawn, channels: ['whatsapp'] }], { processes: both });
    expect(stateFor(record, CHAT, NOW).state).toBe('withdrawn');
    expect(stateFor(record, MAIL, NOW).state).toBe('given');
  });

  it('leaves other clients as they were when one is withdrawn', () => {
    const record = aRecord([given, { ...withdrawn, clients: ['Toko Contoh'] }]);
    expect(stateFor(record, { ...MAIL, client: 'Toko Contoh' }, NOW).state).toBe('withdrawn');
    expect(stateFor(record, { ...MAIL, client: 'Kopi Contoh' }, NOW).state).toBe('given');
    expect(stateFor(record, MAIL, NOW).state).toBe('given');
  });

  it('does not reach a purpose that the record does not hold', () => {
    expect(stateFor(aRecord([given]), { purpose: 'direct_marketing', channel: 'email' }, NOW).state).toBe('none');
  });

  it('restricts everywhere while the record itself has not arrived', () => {
    expect(stateFor(aRecord([given, withdrawn], { processes: [] }), CHAT, NOW).state).toBe('withdrawn');
    expect(stateFor(aRecord([given], { processes: [] }), MAIL, NOW).state).toBe('none');
  });
});

describe('a withdrawal', () => {
  const again = anEvent({ event_id: 'a', at: '2026-09-01T00:00:00Z', prev: ['w'] });
  const stateWith = (last: ConsentEvent): string => stateFor(aRecord([given, withdrawn, last]), MAIL, NOW).state;

  it('is lifted by a later consent of the person that follows it', () => {
    expect(stateWith(again)).toBe('given');
  });

  it.each([
    ['that is concurrent', { prev: ['g'] }],
    ['that is dated before it', { at: '2026-05-01T00:00:00Z' }],
    ['that is dated ahead', { at: '2027-05-01T00:00:00Z' }],
    ['that only the controller claims', { by_relation: 'controller' }],
    ['that comes from an import', { by_relation: 'imported' }],
    ['called renewed', { state: 'renewed' }],
  ] as const)('is not lifted by a consent %s', (_, over) => {
    expect(stateWith({ ...again, ...over })).toBe('withdrawn');
  });

  it('beside a concurrent consent is a conflict to settle', () => {
    expect(stateFor(aRecord([given, withdrawn, { ...again, prev: ['g'] }]), MAIL, NOW).conflict).toBe(true);
  });

  it('stands again when the consent that lifted it proves void', () => {
    const void_ = anEvent({
      event_id: 'v',
      state: 'invalidated',
      at: '2026-10-01T00:00:00Z',
      prev: ['a'],
      reason: 'forged',
    });
    expect(stateFor(aRecord([given, withdrawn, again, void_]), MAIL, NOW).state).toBe('withdrawn');
  });

  it('that is repeated with an earlier date does not open the way for a consent between the two', () => {
    const repeated = anEvent({ event_id: 'w2', state: 'withdrawn', at: '2026-02-01T00:00:00Z', prev: ['w'] });
    const between = anEvent({ event_id: 'b', at: '2026-04-01T00:00:00Z', prev: ['w2'] });
    expect(stateFor(aRecord([given, withdrawn, repeated, between]), MAIL, NOW).state).toBe('withdrawn');
  });

  it('and a consent that name each other leave the withdrawal standing', () => {
    const circle = [{ ...withdrawn, prev: ['a'] }, again];
    expect(stateFor(aRecord(circle), MAIL, NOW).state).toBe('withdrawn');
  });
});

describe('merging', () => {
  const ids = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5'];
  const anyEvent = (id: string) =>
    fc
      .record({
        event_id: fc.constant(id),
        state: fc.constantFrom(...CONSENT_STATES),
        by_relation: fc.constantFrom(...RELATIONS),
        day: fc.integer({ min: 1, max: 28 }),
        prev: fc.subarray(ids.filter((other) => other < id)),
        channels: fc.constantFrom(undefined, ['email'] as const, ['whatsapp'] as const),
      })
      .map(({ day, channels, ...event }) =>
        anEvent({
          ...event,
          consent_type: 'none',
          at: `2026-10-${String(day).padStart(2, '0')}T00:00:00Z`,
          ...(channels ? { channels } : {}),
        }),
      );
  const anyEvents = fc.tuple(...ids.map(anyEvent));

  it('gives the same in any order and with any duplicates', () => {
    const arrival = anyEvents.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events], { minLength: events.length }),
        fc.subarray([...events]),
      ),
    );
    fc.assert(
      fc.property(arrival, ([events, shuffled, twice]) => {
        const processes = both;
        const one = aRecord([], { record_id: 'r', processes });
        for (const scope of [MAIL, CHAT])
          expect(stateFor({ ...one, events: [...twice, ...shuffled] }, scope, NOW)).toEqual(
            stateFor({ ...one, events }, scope, NOW),
          );
      }),
      { numRuns: 300 },
    );
  });

  it('never lets a withdrawal go while no consent of the person names it', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const no = anEvent({ event_id: 'no', state: 'withdrawn', at: '2026-01-01T00:00:00Z' });
        expect(stateFor({ ...aRecord([], { processes: both }), events: [...events, no] }, MAIL, NOW).state).toBe(
          'withdrawn',
        );
      }),
      { numRuns: 300 },
    );
  });

  it('ranks the strictest first', () => {
    expect(strictest(['given', 'unknown', 'refused'])).toBe('refused');
    expect(strictest([])).toBeUndefined();
  });
});
