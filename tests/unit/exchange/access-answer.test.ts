import { describe, expect, it } from 'vitest';
import { REQUEST_TYPES } from '@/lib/domain/enums.ts';
import type { RightsRequest } from '@/lib/domain/person.ts';
import { EVENT_STAGES, type RequestEvent, STEPS } from '@/lib/domain/request.ts';
import { requestAnswer } from '@/lib/domain/request-answer.ts';
import { withEvents } from '@/lib/domain/request-fold.ts';
import { answerText } from '@/lib/exchange/access/answer-text.ts';
import { type Language, wordsIn } from '@/lib/platform/words.ts';
import { NOW } from '../domain/builders.ts';

const article12 = { pack: 'EU_GDPR', article: 'GDPR Art. 12(3)', mark: 'V' } as const;
const ours = { pack: 'IZIN', article: 'Izin P1', mark: 'P' } as const;
const DUE = '2026-11-23T09:30:00.000Z';
const at = { at: NOW, by: 'me' };
const aRequest = (over: Partial<RightsRequest> = {}, events: readonly RequestEvent[] = []): RightsRequest =>
  withEvents(
    { id: 'request-1', type: 'erase', receivedAt: '2026-11-20T09:30:00.000Z', state: 'open', ...over },
    events,
  );
const text = (request: RightsRequest, language: Language = 'en', law = [article12, ours]): string =>
  answerText(requestAnswer(request, { name: 'Sari Wulandari', sender: 'Humas Contoh', law }), {
    language,
    say: (key, params) => wordsIn(language, key, params),
    zone: 'Asia/Jakarta',
  });

describe('the answer to a request', () => {
  it.each(REQUEST_TYPES.flatMap((type) => EVENT_STAGES.map((stage) => [type, stage] as const)))(
    'says all in both languages: “%s”, %s',
    (type, stage) => {
      const events: readonly RequestEvent[] = [
        ...STEPS[type].map((step): RequestEvent => ({ ...at, id: step, kind: 'step', step })),
        { ...at, id: 'last', kind: 'stage', stage, reason: 'tidak tercatat' },
      ];
      for (const language of ['en', 'id'] as const) {
        const told = text(aRequest({ type }, events), language);
        expect(told).not.toMatch(/undefined|[{}]|_word|\[object|Izin P/);
        expect(told.split('\n\n').length).toBeGreaterThan(4);
        for (const value of ['Sari Wulandari', 'Humas Contoh', 'request-1', 'GDPR Art. 12(3)'])
          expect(told).toContain(value);
      }
    },
  );

  it('names the law’s time as the law’s, and our own as ours', () => {
    const law = text(aRequest({ due: { at: DUE, law: article12 } }), 'en', []);
    expect(law).toContain('by 23 November 2026 at 16:30 WIB, the time that GDPR Art. 12(3) gives us.');
    const policy = text(aRequest({ due: { at: DUE, law: ours } }), 'en', []);
    expect(policy).toContain('by 23 November 2026 at 16:30 WIB. That is our own target');
    expect(policy).not.toContain('Izin P1');
  });

  it('tells what was done, and when, and nothing that was not', () => {
    const step: RequestEvent = { ...at, id: 's', kind: 'step', step: 'identify' };
    const told = text(
      aRequest({}, [step, { ...at, id: 'e', kind: 'stage', stage: 'partly', reason: 'it is needed in court' }]),
    );
    expect(told).toContain('- make sure who is asking, 20 November 2026 at 09:15 WIB');
    expect(told).toContain('it is needed in court');
    expect(told).not.toContain('erase the data');
  });

  it('gives the reason and the row of an extension', () => {
    const longer: RequestEvent = {
      ...at,
      id: 'x',
      kind: 'extended',
      until: '2027-02-20T16:59:59.999Z',
      law: article12,
      reason: 'many records',
    };
    const told = text(aRequest({}, [longer]), 'id');
    expect(told).toContain('sampai 20 Februari 2027');
    expect(told).toContain('many records');
  });
});
