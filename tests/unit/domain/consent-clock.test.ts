import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from '@/lib/domain/consent.ts';
import { expiriesOf, type NextStep, nextSteps } from '@/lib/domain/consent-clock.ts';
import { CONSENT_STATES, type ConsentState, RELATIONS } from '@/lib/domain/enums.ts';
import { addDays, utc } from '@/lib/domain/instant.ts';
import { recordEvent } from '@/lib/domain/record-event.ts';
import { MAY_MAKE } from '@/lib/domain/transitions.ts';
import { anEvent, aPerson, aProcess, aRecord, NOW } from './builders.ts';

const MAIL = { purpose: 'pr_media', channel: 'email' } as const;
const stepOf = (record: ConsentRecord, step: NextStep['step'], now = NOW): NextStep | undefined =>
  nextSteps(record, MAIL, now).steps.find((one) => one.step === step);
const wrote = (at: string, purpose: 'consent_request' | 'pr_media' = 'consent_request') => ({
  at,
  channel: 'email' as const,
  purpose,
});

/** Years of a person's life with an office: whoever says whatever whenever, and what the ledger refused left out. */
const history = fc
  .array(
    fc.record({
      state: fc.constantFrom(...CONSENT_STATES),
      by: fc.constantFrom(...RELATIONS),
      days: fc.integer({ min: 0, max: 400 }),
      life: fc.constantFrom(undefined, 30, 365),
    }),
    { maxLength: 8 },
  )
  .map((said) => {
    let record = aRecord();
    let at = '2020-01-01T00:00:00.000Z';
    for (const { state, by, days, life } of said) {
      at = addDays(at, days);
      const until = life === undefined ? {} : { until: addDays(at, life) };
      const event = anEvent({ state, by_relation: by, at, recorded_at: at, reason: 'told so', ...until });
      const recorded = recordEvent(record, event, { now: at, ageBand: 'child' });
      if (recorded.ok) record = recorded.value;
    }
    return { record, last: at };
  });

describe('what may be done next', () => {
  it('is what the ledger takes, by whom and from when, and nothing else', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 500 }), ({ record, last }, days) => {
        const now = addDays(last, days);
        const { steps } = nextSteps(record, MAIL, now);
        const wrong = CONSENT_STATES.filter((state) => state !== 'expired').flatMap((to) =>
          MAY_MAKE[to].filter((by) => {
            const event = anEvent({ state: to, by_relation: by, at: now, recorded_at: now, reason: 'told so' });
            const step = steps.find((one) => one.step === to);
            return (
              recordEvent(record, event, { now, ageBand: 'child' }).ok !== (step?.open === true && step.by.includes(by))
            );
          }),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('opens exactly at its moment, not a millisecond before', () => {
    fc.assert(
      fc.property(history, ({ record, last }) => {
        for (const { step, from } of nextSteps(record, MAIL, last).steps) {
          if (from === undefined) continue;
          const early = stepOf(record, step, utc(Date.parse(from) - 1));
          expect([step, early?.open ?? false, stepOf(record, step, from)?.open ?? true]).toEqual([step, false, true]);
        }
      }),
    );
  });

  it('asks one who deferred again after ninety days, and one who refused after twelve months', () => {
    const since = '2026-10-01T00:00:00.000Z';
    const of = (state: ConsentState) => aRecord([anEvent({ state, consent_type: 'none', at: since })]);
    expect(nextSteps(of('request_deferred'), MAIL, NOW)).toMatchObject({
      advice: 'wait',
      when: '2026-12-30T00:00:00.000Z',
    });
    expect(nextSteps(of('refused'), MAIL, NOW)).toMatchObject({ advice: 'wait', when: '2027-10-01T00:00:00.000Z' });
    expect(nextSteps(of('refused'), MAIL, '2027-10-01T00:00:00.000Z').advice).toBe('ask');
  });

  it('leaves one who withdrew to begin again alone', () => {
    const record = aRecord([anEvent({ state: 'withdrawn' })]);
    const { advice, steps } = nextSteps(record, MAIL, NOW);
    expect(advice).toBe('stop');
    expect(steps.map(({ step, by }) => [step, by])).toEqual([['given', ['self', 'guardian']]]);
  });
});

describe('a request', () => {
  const asked = '2026-11-01T08:00:00.000Z';
  const record = aRecord([anEvent({ state: 'requested', consent_type: 'none', at: asked })]);
  const at = (now: string, ...contacts: readonly ReturnType<typeof wrote>[]) => nextSteps(record, MAIL, now, contacts);

  it('waits a week, and then lets one reminder go', () => {
    expect(at('2026-11-05T08:00:00.000Z', wrote(asked))).toMatchObject({
      advice: 'wait',
      when: '2026-11-08T08:00:00.000Z',
      ends: '2026-12-01T08:00:00.000Z',
      reminded: 0,
    });
    expect(at('2026-11-08T08:00:00.000Z', wrote(asked)).advice).toBe('remind');
  });

  it('that was reminded of once is not reminded of again', () => {
    const after = at('2026-11-20T08:00:00.000Z', wrote(asked), wrote('2026-11-10T08:00:00.000Z'));
    expect(after).toMatchObject({ reminded: 1, advice: 'defer' });
    expect(after.steps.map(({ step }) => step)).toEqual(['given', 'refused', 'request_deferred']);
  });

  it('counts no message of another purpose, and none of the day on which it was asked', () => {
    const noise = [wrote('2026-11-01T20:00:00.000Z'), wrote('2026-11-10T08:00:00.000Z', 'pr_media')];
    expect(at('2026-11-12T08:00:00.000Z', ...noise)).toMatchObject({ reminded: 0, advice: 'remind' });
  });

  it('that nobody answered runs out after thirty days, and may be made again', () => {
    const later = at('2026-12-01T08:00:00.000Z');
    expect(later.found.state).toBe('expired');
    expect([later.advice, later.steps.map(({ step }) => step)]).toEqual(['ask', ['requested', 'given']]);
  });
});

describe('a consent with an end', () => {
  const until = '2027-01-15T00:00:00.000Z';
  const record = aRecord([anEvent({ until })]);

  it('is asked about in its last thirty days, and renewed after', () => {
    expect(nextSteps(record, MAIL, '2026-12-15T23:59:59.000Z').advice).toBe('none');
    expect(nextSteps(record, MAIL, '2026-12-16T00:00:00.000Z')).toMatchObject({ advice: 'renew_soon', when: until });
    expect(nextSteps(record, MAIL, until)).toMatchObject({ advice: 'renew' });
    expect(stepOf(record, 'given', until)).toBeUndefined();
  });

  it('is listed once with all its channels, soonest first', () => {
    const wide = aRecord([anEvent({ until })], { processes: [aProcess({ channels: ['email', 'whatsapp'] })] });
    const soon = aRecord([anEvent({ until: '2026-12-01T00:00:00.000Z' })]);
    const other = aRecord([], { processes: [aProcess({ lawful_basis: 'contract' })] });
    const state = aPerson({}, { records: [wide, soon, other] });
    expect(expiriesOf(state, NOW, '2027-02-01T00:00:00.000Z')).toEqual([
      { recordId: soon.record_id, purpose: 'pr_media', channels: ['email'], at: '2026-12-01T00:00:00.000Z' },
      { recordId: wide.record_id, purpose: 'pr_media', channels: ['email', 'whatsapp'], at: until },
    ]);
    expect(expiriesOf(state, NOW, '2026-12-15T00:00:00.000Z')).toHaveLength(1);
  });
});
