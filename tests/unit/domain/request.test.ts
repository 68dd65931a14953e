import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUEST_TYPES } from '@/lib/domain/enums.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import type { RightsRequest } from '@/lib/domain/person.ts';
import { foldPerson } from '@/lib/domain/person-fold.ts';
import {
  DPV_STATE,
  EVENT_STAGES,
  isClosed,
  MAY_STEP,
  REQUEST_STEPS,
  type RequestEvent,
  type RequestStage,
  STEPS,
} from '@/lib/domain/request.ts';
import { requestFile, withEvents } from '@/lib/domain/request-fold.ts';
import { recordRequestEvent } from '@/lib/domain/request-record.ts';
import { isWord } from '@/lib/platform/words.ts';
import { anId, anOp, NOW } from './builders.ts';

const RECEIVED = '2026-11-19T02:00:00.000Z';
const DUE = '2026-11-22T02:00:00.000Z';
const law = { pack: 'EU_GDPR', article: 'GDPR Art. 12(3)', mark: 'V' } as const;

const aRequest = (over: Partial<RightsRequest> = {}): RightsRequest => ({
  id: 'request-1',
  type: 'access',
  receivedAt: RECEIVED,
  state: 'open',
  zone: 'WIB',
  due: { at: DUE, law },
  ...over,
});

type Said = RequestEvent extends infer One ? (One extends RequestEvent ? Omit<One, 'id' | 'at' | 'by'> : never) : never;
const event = (said: Said, at = '2026-11-19T05:00:00.000Z'): RequestEvent => ({
  id: anId('event'),
  at,
  by: 'me',
  ...said,
});
const stage = (to: (typeof EVENT_STAGES)[number], at?: string): RequestEvent =>
  event({ kind: 'stage', stage: to, reason: 'a reason' }, at);
const extended = (over: Partial<Extract<RequestEvent, { kind: 'extended' }>> = {}): RequestEvent =>
  event({ kind: 'extended', until: '2026-12-22T02:00:00.000Z', law, reason: 'many records', ...over });

/** A request that stands at that stage, by a way that the table allows. */
const WAY: Readonly<Record<RequestStage, readonly RequestEvent[]>> = {
  received: [],
  acknowledged: [stage('acknowledged')],
  in_progress: [stage('acknowledged'), stage('in_progress')],
  waiting: [stage('acknowledged'), stage('waiting')],
  answered: [stage('acknowledged'), stage('waiting'), stage('answered')],
  extended: [stage('acknowledged'), extended()],
  fulfilled: [stage('fulfilled')],
  partly: [stage('partly')],
  rejected: [stage('rejected')],
  withdrawn: [stage('withdrawn')],
};
const STAGES = Object.keys(MAY_STEP) as readonly RequestStage[];
const at = (from: RequestStage, more: readonly RequestEvent[] = []): RightsRequest =>
  withEvents(aRequest(), [...WAY[from], ...more]);
const allSteps = (type: RightsRequest['type'] = 'access'): readonly RequestEvent[] =>
  STEPS[type].map((step) => event({ kind: 'step', step }));
const record = (request: RightsRequest, one: RequestEvent) => recordRequestEvent(request, one, NOW);

describe('a request', () => {
  it.each(STAGES)('goes from “%s” to what the table lists, and to nothing else', (from) => {
    const ready = at(from, allSteps());
    const open = EVENT_STAGES.filter((to) => record(ready, stage(to)).ok);
    expect(open).toEqual(MAY_STEP[from].filter((to) => to !== 'extended'));
    const wider = record(ready, extended());
    expect(wider.ok).toBe(MAY_STEP[from].includes('extended'));
  });

  it.each(STAGES)('at “%s” has a term of DPV and a word', (from) => {
    expect(DPV_STATE[from]).toMatch(/^dpv:Request[A-Z]/);
    expect(isWord(`request_stage_${from}`)).toBe(true);
  });

  it('ends for good: whatever ends it allows nothing more', () => {
    expect(STAGES.filter((one) => isClosed(one) !== (MAY_STEP[one].length === 0))).toEqual([]);
  });

  it('is fulfilled only when all its steps are done, and done in part only with a reason', () => {
    const half = at('in_progress', allSteps().slice(0, 2));
    expect(record(half, stage('fulfilled'))).toMatchObject({ ok: false, error: { code: 'request-unfinished' } });
    expect(record(half, event({ kind: 'stage', stage: 'partly' }))).toMatchObject({
      error: { code: 'request-reason' },
    });
    expect(record(half, stage('partly')).ok).toBe(true);
  });

  it('is not rejected without a reason', () => {
    const said = event({ kind: 'stage', stage: 'rejected', reason: '  ' });
    expect(record(at('received'), said)).toMatchObject({ error: { code: 'request-reason' } });
  });

  it('takes its steps in their order, each once, those of its type alone, and none before it was confirmed', () => {
    const step = (name: (typeof REQUEST_STEPS)[number]) => event({ kind: 'step', step: name });
    expect(record(at('received'), step('identify'))).toMatchObject({ error: { code: 'request-first' } });
    expect(record(at('acknowledged'), step('search'))).toMatchObject({ error: { code: 'request-step' } });
    expect(record(at('acknowledged'), step('erase'))).toMatchObject({ error: { code: 'request-step' } });
    const once = record(at('acknowledged'), step('identify'));
    expect(once.ok && record(once.value, step('identify'))).toMatchObject({ error: { code: 'request-step' } });
    expect(once.ok && record(once.value, step('search')).ok).toBe(true);
  });

  it('keeps who did which step, when, and by what proof', () => {
    const proof = { kind: 'message_ref', locator: 'message 7' } as const;
    const done = record(at('acknowledged'), { ...event({ kind: 'step', step: 'identify' }), evidence: proof });
    expect(done.ok && requestFile(done.value).done).toMatchObject([{ step: 'identify', by: 'me', evidence: proof }]);
  });

  it.each([
    ['without a reason', { reason: ' ' }, 'request-reason'],
    ['to an earlier time', { until: '2026-11-21T02:00:00.000Z' }, 'request-extension'],
    ['told too late', { at: '2026-11-22T03:00:00.000Z' }, 'request-extension'],
  ] as const)('is not extended %s', (_, over, code) => {
    const answer = recordRequestEvent(at('acknowledged'), extended(over), '2026-11-30T00:00:00.000Z');
    expect(answer).toMatchObject({ ok: false, error: { code } });
  });

  it('is extended once, and is due then', () => {
    const longer = record(at('acknowledged'), extended());
    expect(longer.ok && requestFile(longer.value)).toMatchObject({
      stage: 'extended',
      due: { at: '2026-12-22T02:00:00.000Z' },
      extensions: [{ reason: 'many records' }],
    });
    const going = longer.ok ? record(longer.value, stage('in_progress')) : longer;
    expect(going.ok && record(going.value, extended({ until: '2027-01-22T02:00:00.000Z' }))).toMatchObject({
      error: { code: 'request-extension' },
    });
  });

  it.each([
    ['is no instant', 'yesterday', 'no-instant'],
    ['lies ahead', '2026-11-25T00:00:00.000Z', 'future'],
    ['lies before it came', '2026-11-18T00:00:00.000Z', 'request-before'],
  ])('takes nothing whose time %s', (_, when, code) => {
    expect(record(at('received'), stage('acknowledged', when))).toMatchObject({ error: { code } });
  });

  it('takes an event once', () => {
    const one = stage('acknowledged');
    const again = record(withEvents(aRequest(), [one]), { ...one, kind: 'stage', stage: 'in_progress' });
    expect(again).toMatchObject({ error: { code: 'duplicate-event' } });
  });
});

describe('the steps of each type', () => {
  it.each(REQUEST_TYPES)('“%s” has some, each once and each with its word', (type) => {
    expect(STEPS[type].length).toBeGreaterThan(1);
    expect(new Set(STEPS[type]).size).toBe(STEPS[type].length);
    expect(STEPS[type].filter((step) => !isWord(`request_step_${step}`))).toEqual([]);
  });

  it('leave no step of the list out', () => {
    const used = new Set(Object.values(STEPS).flat());
    expect(REQUEST_STEPS.filter((step) => !used.has(step))).toEqual([]);
  });

  it('stop before they ask who it is, where a person says stop', () => {
    expect([STEPS.withdraw[0], STEPS.object[0]]).toEqual(['stop', 'stop']);
  });
});

const anyEvent: fc.Arbitrary<RequestEvent> = fc
  .tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 40 }),
    fc.oneof(
      fc.constantFrom(...EVENT_STAGES).map((to): Said => ({ kind: 'stage', stage: to, reason: 'a reason' })),
      fc.constantFrom(...REQUEST_STEPS).map((step): Said => ({ kind: 'step', step })),
      fc.integer({ min: 1, max: 60 }).map(
        (days): Said => ({
          kind: 'extended',
          until: new Date(Date.parse(DUE) + days * 86_400_000).toISOString(),
          law,
          reason: 'many records',
        }),
      ),
    ),
  )
  .map(([id, hour, said]) => ({
    ...said,
    id: `event-${id}`,
    at: new Date(Date.parse(RECEIVED) + hour * 3_600_000).toISOString(),
    by: 'me',
  }));

describe('events from several devices', () => {
  it('give the same in any order, with any duplicates', () => {
    const events = fc.array(anyEvent, { maxLength: 12 });
    const shuffled = events.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(requestFile(withEvents(aRequest(), other))).toEqual(requestFile(withEvents(aRequest(), list)));
      }),
    );
  });

  it('never open a closed request again, however early they are dated', () => {
    const closing = fc.constantFrom('fulfilled', 'partly', 'rejected', 'withdrawn');
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 8 }),
        closing,
        fc.array(anyEvent, { maxLength: 8 }),
        (one, end, two) => {
          const closed = withEvents(aRequest(), [...one, { ...stage(end), id: 'the-end' }]);
          const later = withEvents(closed, [...(closed.events ?? []), ...two]);
          expect([closed.state, later.state, isClosed(requestFile(later).stage)]).toEqual(['done', 'done', true]);
        },
      ),
    );
  });

  it('never make the due time later than the shortest extension', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        const { due, extensions } = requestFile(withEvents(aRequest(), events));
        for (const { until } of extensions) expect(Date.parse(due!.at)).toBeLessThanOrEqual(Date.parse(until));
      }),
    );
  });

  it('what may be recorded may be recorded after any events', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), anyEvent, (events, one) => {
        const before = withEvents(aRequest(), events);
        const answer = recordRequestEvent(before, { ...one, id: 'next' }, NOW);
        const { stage: from } = requestFile(before);
        const to = one.kind === 'stage' ? one.stage : one.kind === 'extended' ? 'extended' : undefined;
        if (answer.ok && to) expect(MAY_STEP[from]).toContain(to);
        if (isClosed(from)) expect(answer.ok).toBe(false);
      }),
    );
  });
});

describe('a person’s requests', () => {
  const opening = (over: Partial<RightsRequest> = {}): Change => ({ kind: 'request', request: aRequest(over) });
  const step = (one: RequestEvent): Change => ({ kind: 'request-step', requestId: 'request-1', event: one });
  const requests = (ops: readonly Op[]) => foldPerson('p1', 'personal', ops)?.state.requests;

  it('are folded with their events, whichever came first', () => {
    const [first, second] = [
      anOp([step(stage('acknowledged'))], { at: '2026-11-18T00:00:00.000Z' }),
      anOp([opening()]),
    ];
    expect(requests([first, second])).toMatchObject([
      { id: 'request-1', state: 'open', events: [{ stage: 'acknowledged' }] },
    ]);
    expect(requests([first])).toEqual([]);
  });

  it('still say open and done where an older record says no more', () => {
    const old = { id: 'old', type: 'erase', receivedAt: RECEIVED, state: 'done' } as const;
    expect(requests([anOp([{ kind: 'request', request: old }])])).toEqual([old]);
    expect(requestFile(old)).toMatchObject({ stage: 'fulfilled' });
  });

  it('stay done when an older opening comes later, and keep the earlier receipt', () => {
    const ops = [
      anOp([opening({ state: 'done' })], { at: '2026-11-19T03:00:00.000Z' }),
      anOp([opening({ receivedAt: '2026-11-19T01:00:00.000Z' })], { at: '2026-11-19T04:00:00.000Z' }),
    ];
    expect(requests(ops)).toMatchObject([{ state: 'done', receivedAt: '2026-11-19T01:00:00.000Z' }]);
    expect(requests(ops.toReversed())).toEqual(requests(ops));
  });

  it('are done when an event closes them', () => {
    expect(requests([anOp([opening(), step(stage('withdrawn'))])])).toMatchObject([{ state: 'done' }]);
  });
});

describe('an erased person', () => {
  const erased = (at: string): Change => ({ kind: 'erased', erasure: { at, tokens: ['t1', 't2'] } });
  const note: Change = { kind: 'note', note: { id: 'n', text: 'late', at: NOW } };

  it('absorbs whatever else was or is said, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const ops = [
          anOp([{ kind: 'person', set: { name: 'Sari' } }], { id: 'a', at: '2026-11-01T00:00:00.000Z' }),
          anOp([erased('2026-11-20T00:00:00.000Z')], { id: 'b', at: '2026-11-20T00:00:00.000Z' }),
          anOp([note], { id: 'c', at: '2026-11-21T00:00:00.000Z' }),
          anOp([{ kind: 'removed' }], { id: 'd', at: '2026-11-22T00:00:00.000Z' }),
        ];
        const folded = foldPerson(
          'p1',
          'personal',
          order.map((index) => ops[index]!),
        );
        expect(folded).toMatchObject({ removed: true, tokens: ['t1', 't2'] });
        expect(folded?.state).toMatchObject({
          person: { name: '' },
          notes: [],
          suppressions: [{ scope: 'all', since: '2026-11-20T00:00:00.000Z', erased: true }],
        });
      }),
    );
  });

  it('goes wholly when the block is lifted by name', () => {
    const lift: Change = { kind: 'suppression-lifted', suppressionId: 'erased:p1' };
    expect(foldPerson('p1', 'personal', [anOp([erased(NOW)]), anOp([lift])])).toBeUndefined();
  });
});
