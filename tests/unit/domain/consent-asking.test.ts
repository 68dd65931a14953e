import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '@/lib/domain/consent.ts';
import { askingFor } from '@/lib/domain/consent-asking.ts';
import { CONSENT_STATES, type ConsentState } from '@/lib/domain/enums.ts';
import { addDays, addMonths, isBefore } from '@/lib/domain/instant.ts';
import { recordEvent } from '@/lib/domain/record-event.ts';
import { anEvent, aPerson, aRecord, aSuppression, NOW } from './builders.ts';

const SCOPE = { purpose: 'pr_media', channel: 'email' } as const;
const SINCE = '2026-10-01T03:00:00.000Z';
const BY: Partial<Record<ConsentState, Partial<ConsentEvent>>> = {
  requested: { by_relation: 'controller' },
  request_deferred: { by_relation: 'controller' },
  revoked: { by_relation: 'controller', reason: 'kontrak berakhir' },
  invalidated: { by_relation: 'controller', reason: 'bukti keliru' },
  expired: { by_relation: 'clock' },
};
const event = (state: ConsentState, at = SINCE): ConsentEvent =>
  anEvent({ state, at, recorded_at: at, consent_type: state === 'given' ? 'expressed' : 'none', ...BY[state] });
const having = (...events: readonly ConsentEvent[]) => aPerson({}, { records: [aRecord(events)] });
const asking = (person: ReturnType<typeof aPerson>, now: string = NOW) => askingFor(person, SCOPE, now);

describe('asking a person for consent', () => {
  it('is open where nothing is on record', () => {
    expect(asking(aPerson())).toEqual({ kind: 'ask', again: false });
  });

  it('is for them alone to begin again after a withdrawal, and is not done past a “do not contact”', () => {
    expect(asking(having(event('given'), event('withdrawn', addDays(SINCE, 1))))).toMatchObject({
      kind: 'stopped',
      why: 'withdrawn',
    });
    const suppressed = aPerson({}, { suppressions: [aSuppression({ since: SINCE })] });
    expect(asking(suppressed)).toEqual({ kind: 'stopped', why: 'suppressed', since: SINCE });
  });

  it('waits twelve months after a refusal and ninety days after it was put off, and says from when', () => {
    const refused = having(event('unknown'), event('refused', addDays(SINCE, 1)));
    const from = addMonths(addDays(SINCE, 1), 12);
    expect(asking(refused)).toMatchObject({ kind: 'cool-down', state: 'refused', from });
    expect(asking(refused, from)).toMatchObject({ kind: 'ask' });
    const deferred = having(event('requested'), event('request_deferred', addDays(SINCE, 8)));
    const again = addDays(addDays(SINCE, 8), 90);
    expect(asking(deferred)).toMatchObject({ kind: 'cool-down', state: 'request_deferred', from: again });
    expect(asking(deferred, again)).toMatchObject({ kind: 'ask', again: true });
  });

  it('gives one reminder, when it is due, and then none', () => {
    const asked = having(event('requested'));
    expect(asking(asked, addDays(SINCE, 2))).toMatchObject({ kind: 'asked', remindFrom: addDays(SINCE, 7) });
    expect(asking(asked, addDays(SINCE, 8))).toMatchObject({ kind: 'remind', ends: addDays(SINCE, 30) });
    const contact = { at: addDays(SINCE, 9), channel: 'email', purpose: 'consent_request' } as const;
    expect(asking({ ...asked, contacts: [contact] }, addDays(SINCE, 10))).toMatchObject({ kind: 'silent' });
    expect(asking(asked, addDays(SINCE, 31))).toMatchObject({ kind: 'ask', again: true });
  });

  it('has no point while they agree', () => {
    expect(asking(having(event('given')))).toMatchObject({ kind: 'agreed', since: SINCE });
  });

  it('is offered exactly when the record would take it, after any history and at any time', () => {
    const state = fc.constantFrom(...CONSENT_STATES);
    const steps = fc.array(fc.tuple(state, fc.integer({ min: 1, max: 200 })), { maxLength: 6 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 500 }), (made, later) => {
        let at = SINCE;
        let record = aRecord([]);
        for (const [to, days] of made) {
          at = addDays(at, days);
          const next = recordEvent(record, event(to, at), { now: at });
          if (next.ok) record = next.value;
        }
        const now = addDays(at, later);
        const taken = recordEvent(record, event('requested', now), { now }).ok;
        const answer = askingFor(aPerson({}, { records: [record] }), SCOPE, now);
        if (answer.kind === 'cool-down' && !isBefore(now, answer.from)) return false;
        return (answer.kind === 'ask') === taken;
      }),
      { numRuns: 400 },
    );
  });
});
