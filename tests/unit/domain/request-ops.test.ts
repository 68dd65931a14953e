import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/domain/op.ts';
import type { RequestEvent } from '@/lib/domain/request.ts';
import { parseOp } from '@/lib/ledger/op-schema.ts';
import { refusalPhrase } from '@/lib/ledger/refusal-phrase.ts';
import { isWord } from '@/lib/platform/words.ts';
import { aLedger, opened, personOp } from '../ledger/open.ts';
import { anId, anOp, NOW } from './builders.ts';

const old: Change = { kind: 'request', request: { id: 'r1', type: 'erase', receivedAt: NOW, state: 'open' } };
const stage = (to: Extract<RequestEvent, { kind: 'stage' }>['stage'], requestId = 'r1'): Change => ({
  kind: 'request-step',
  requestId,
  event: { kind: 'stage', stage: to, id: anId('event'), at: NOW, by: 'me' },
});

describe('an op about a request', () => {
  it('that an earlier version wrote still opens, and may go on', async () => {
    expect(parseOp(anOp([old]))).toHaveProperty('op');
    const ledger = await aLedger();
    const person = personOp('Sari', 'sari@harian.example', [old]);
    opened(await ledger.append([person]));
    opened(await ledger.append([anOp([stage('acknowledged')], { subject: person.subject })]));
    const [request] = (await ledger.person('personal', person.subject))?.requests ?? [];
    expect(request).toMatchObject({ state: 'open', events: [{ stage: 'acknowledged' }] });
    expect(await ledger.differences()).toEqual([]);
  });

  it.each([
    ['a stage that an event cannot say', { ...stage('acknowledged'), event: { kind: 'stage', stage: 'extended' } }],
    ['a step that is on no list', { kind: 'request-step', requestId: 'r1', event: { kind: 'step', step: 'shred' } }],
    [
      'a field that is not known',
      { ...old, request: { id: 'r1', type: 'erase', receivedAt: NOW, state: 'open', who: 'x' } },
    ],
    ['an erasure without tokens', { kind: 'erased', erasure: { at: NOW } }],
  ])('with %s is not taken', (_, change) => {
    expect(parseOp({ ...anOp([old]), changes: [change] })).toHaveProperty('wrong');
  });

  it('is refused, in words, where the table does not list it or no such request is there', async () => {
    const ledger = await aLedger();
    const person = personOp('Sari', 'sari@harian.example', [old]);
    opened(await ledger.append([person]));
    for (const [change, code] of [
      [stage('fulfilled'), 'request-transition'],
      [stage('acknowledged', 'r2'), 'no-request'],
    ] as const) {
      const answer = await ledger.append([anOp([change], { subject: person.subject })]);
      expect(answer).toMatchObject({ ok: false, error: { code: 'refused', refusal: { code } } });
      if (!answer.ok && answer.error.refusal) expect(isWord(refusalPhrase(answer.error.refusal).key)).toBe(true);
    }
  });

  it('may open a request and take its first step at once, and nothing out of turn', async () => {
    const ledger = await aLedger();
    const first = personOp('Sari', 'sari@harian.example', [old, stage('acknowledged'), stage('in_progress')]);
    expect((await ledger.append([first])).ok).toBe(true);
    const second = personOp('Budi', 'budi@harian.example', [old, stage('in_progress')]);
    expect((await ledger.append([second])).ok).toBe(false);
  });
});
