import { describe, expect, it } from 'vitest';
import type { ConsentEvent, ConsentRecord } from '@/lib/domain/consent.ts';
import { stateFor } from '@/lib/domain/consent-state.ts';
import { CONSENT_STATES, type ConsentState, type Relation } from '@/lib/domain/enums.ts';
import { recordEvent } from '@/lib/domain/record-event.ts';
import { MAY_FOLLOW, MAY_MAKE } from '@/lib/domain/transitions.ts';
import { anEvent, aProcess, aRecord, NOW } from './builders.ts';

const MAIL = { purpose: 'pr_media', channel: 'email' } as const;
const EARLY = '2024-01-01T00:00:00Z';

/** A record whose only event is of that state, long ago, so that no window stands in the way. */
const recordIn = (state: ConsentState | 'none'): ConsentRecord => {
  if (state === 'none') return aRecord();
  // A request that runs out is expired by the clock; its end is set far off to keep it a request.
  const until = state === 'requested' ? { until: '2030-01-01T00:00:00Z' } : {};
  return aRecord([anEvent({ state, consent_type: 'none', at: EARLY, recorded_at: EARLY, ...until })]);
};

const whoMay = (state: ConsentState): Relation => MAY_MAKE[state][0]!;
const next = (state: ConsentState, over: Partial<ConsentEvent> = {}): ConsentEvent =>
  anEvent({ state, at: '2026-11-01T00:00:00Z', by_relation: whoMay(state), reason: 'told by phone', ...over });
const codeOf = (
  record: ConsentRecord,
  event: ConsentEvent,
  ageBand: 'adult' | 'child' | 'unknown' = 'unknown',
): string => {
  const result = recordEvent(record, event, { now: NOW, ageBand });
  return result.ok ? 'ok' : result.error.code;
};

describe('recording an event', () => {
  const froms = ['none', ...CONSENT_STATES] as const;
  const pairs = froms.flatMap((from) => CONSENT_STATES.map((to) => [from, to] as const));
  // What an expired record admits depends on what ran out: told apart below.
  const plain = pairs.filter(([from, to]) => !(from === 'expired' && (to === 'given' || to === 'renewed')));

  it.each(plain.filter(([from, to]) => MAY_FOLLOW[from].includes(to)))('%s may be followed by %s', (from, to) => {
    expect(codeOf(recordIn(from), next(to))).toBe('ok');
  });

  it.each(plain.filter(([from, to]) => !MAY_FOLLOW[from].includes(to)))('%s is not followed by %s', (from, to) => {
    const result = recordEvent(recordIn(from), next(to), { now: NOW });
    expect(result).toMatchObject({ ok: false, error: { code: 'transition', params: { from, to } } });
  });

  it.each([
    ['withdrawn', 'controller'],
    ['withdrawn', 'representative'],
    ['revoked', 'self'],
    ['renewed', 'controller'],
    ['expired', 'self'],
    ['given', 'clock'],
  ] as const)('%s is not for the %s to make', (state, by) => {
    expect(codeOf(recordIn(state === 'given' ? 'unknown' : 'given'), next(state, { by_relation: by }))).toBe(
      'relation',
    );
  });

  it.each(['withdrawn', 'refused'] as const)('after %s only the person or the guardian begins again', (from) => {
    expect(codeOf(recordIn(from), next('given', { by_relation: 'representative' }))).toBe('relation');
    expect(codeOf(recordIn(from), next('given', { by_relation: 'guardian' }))).toBe('ok');
  });

  it('of a consent dated before the withdrawal is refused', () => {
    const record = aRecord([anEvent({ state: 'withdrawn', at: '2026-06-01T00:00:00Z' })]);
    expect(codeOf(record, next('given', { at: '2026-05-01T00:00:00Z' }))).toBe('before-withdrawal');
  });

  it('lets a deferred request be repeated after ninety days, not before', () => {
    const record = aRecord([anEvent({ state: 'request_deferred', at: '2026-06-01T00:00:00Z' })]);
    expect(codeOf(record, next('requested', { at: '2026-08-29T00:00:00Z' }))).toBe('too-soon');
    expect(codeOf(record, next('requested', { at: '2026-08-30T00:00:00Z' }))).toBe('ok');
  });

  it('lets a refused person be asked again after twelve months, not before', () => {
    const record = aRecord([anEvent({ state: 'refused', at: '2025-10-31T00:00:00Z' })]);
    expect(codeOf(record, next('requested', { at: '2026-10-30T00:00:00Z' }))).toBe('too-soon');
    expect(codeOf(record, next('requested', { at: '2026-10-31T00:00:00Z' }))).toBe('ok');
  });

  it('after a request ran out takes a consent, and no renewal', () => {
    const record = aRecord([anEvent({ state: 'requested', at: '2026-08-01T00:00:00Z' })]);
    expect(codeOf(record, next('given'))).toBe('ok');
    expect(codeOf(record, next('renewed'))).toBe('never-given');
  });

  it('after a consent ran out takes a renewal, and no first consent', () => {
    const record = aRecord([anEvent({ at: '2025-10-01T00:00:00Z', until: '2026-10-01T00:00:00Z' })]);
    expect(codeOf(record, next('renewed'))).toBe('ok');
    expect(codeOf(record, next('given'))).toBe('was-given');
  });

  it('keeps an imported "agreed" without proof as unknown', () => {
    const { evidence: _, ...claim } = next('given', { by_relation: 'imported', consent_type: 'expressed' });
    const result = recordEvent(aRecord(), claim, { now: NOW });
    expect(result.ok && result.value.events.at(-1)).toMatchObject({ state: 'unknown', consent_type: 'none' });
  });

  it('takes a note alone for no explicit consent', () => {
    const event = next('given', { consent_type: 'explicit', evidence: { kind: 'note_only' } });
    expect(codeOf(aRecord(), event)).toBe('note-only');
    expect(codeOf(aRecord(), { ...event, evidence: { kind: 'recording_hash' } })).toBe('ok');
  });

  it('wants proof of an explicit consent', () => {
    const { evidence: _, ...bare } = next('given', { consent_type: 'explicit' });
    expect(codeOf(aRecord(), bare)).toBe('evidence-required');
  });

  it('is refused more than five minutes ahead', () => {
    expect(codeOf(aRecord(), next('given', { at: '2026-11-20T02:20:00Z' }))).toBe('ok');
    expect(codeOf(aRecord(), next('given', { at: '2026-11-20T02:20:01Z' }))).toBe('future');
  });

  it.each(['revoked', 'invalidated'] as const)('of %s wants a reason', (state) => {
    expect(codeOf(recordIn('given'), next(state, { reason: ' ' }))).toBe('reason-required');
  });

  it('lets a guardian renew for a child, not for an adult', () => {
    const renewal = next('renewed', { by_relation: 'guardian' });
    expect(codeOf(recordIn('given'), renewal, 'child')).toBe('ok');
    expect(codeOf(recordIn('given'), renewal, 'adult')).toBe('not-a-child');
  });

  it('is refused twice, after an unknown event, or with an end before its beginning', () => {
    const record = recordIn('unknown');
    expect(codeOf(record, next('given', { event_id: record.events[0]!.event_id }))).toBe('duplicate-event');
    expect(codeOf(record, next('given', { prev: ['elsewhere'] }))).toBe('unknown-event');
    expect(codeOf(record, next('given', { until: '2026-10-01T00:00:00Z' }))).toBe('until-before-at');
    expect(codeOf(record, next('given', { at: 'yesterday' }))).toBe('no-instant');
  });

  it('follows all that the record holds when it names nothing', () => {
    const record = aRecord(
      [anEvent({ event_id: 'a', state: 'unknown' }), anEvent({ event_id: 'b', state: 'unknown' })].map((event) => ({
        ...event,
        prev: [],
      })),
    );
    const result = recordEvent(
      { ...record, events: record.events.map((event) => ({ ...event, prev: [] })) },
      next('given'),
      { now: NOW },
    );
    expect(result.ok && result.value.events.at(-1)?.prev).toEqual(['a', 'b']);
  });

  it('withdraws all channels though one was withdrawn before', () => {
    const processes = [aProcess({ channels: ['email', 'whatsapp'] })];
    const record = aRecord(
      [
        anEvent({ event_id: 'g' }),
        anEvent({ state: 'withdrawn', at: '2026-06-01T00:00:00Z', prev: ['g'], channels: ['whatsapp'] }),
      ],
      { processes },
    );
    const result = recordEvent(record, next('withdrawn'), { now: NOW });
    expect(result.ok && stateFor(result.value, MAIL, NOW).state).toBe('withdrawn');
  });

  it('gives consent for no channel of which one is withdrawn by another', () => {
    const processes = [aProcess({ channels: ['email', 'whatsapp'] })];
    const record = aRecord([anEvent({ state: 'withdrawn', channels: ['whatsapp'] })], { processes });
    expect(codeOf(record, next('given', { by_relation: 'imported' }))).toBe('relation');
    expect(codeOf(record, next('given', { by_relation: 'imported', channels: ['email'] }))).toBe('ok');
  });
});
