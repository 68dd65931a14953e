import { describe, expect, it } from 'vitest';
import type { RequestType } from '@/lib/domain/enums.ts';
import type { RightsRequest } from '@/lib/domain/person.ts';
import { aConsent, aPerson } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

const ADDRESS = 'sari@harian.example';
const RECEIVED = '2026-11-19T03:00:00.000Z';

describe('rights-request-open', () => {
  const aRequest = (type: RequestType, over: Partial<RightsRequest> = {}): RightsRequest => ({
    id: `${type}-1`,
    type,
    receivedAt: RECEIVED,
    state: 'open',
    ...over,
  });
  const asking = (...requests: RightsRequest[]) =>
    toRecipient(ADDRESS, [aPerson({}, { records: [aConsent()], requests })]);

  it.each(['restrict', 'object', 'erase', 'destroy', 'withdraw'] as const)('holds while %s is open', (type) => {
    expect(told(judged({ recipients: [asking(aRequest(type))] }))).toEqual(['rights-request-open T3']);
  });

  it.each(['info', 'access', 'rectify', 'portability', 'automated_objection'] as const)('only notes %s', (type) => {
    expect(told(judged({ recipients: [asking(aRequest(type))] }))).toEqual(['rights-request-open T0']);
  });

  it('names the person, the day of receipt and the due time of the law, with its article', () => {
    const finding = only(judged({ recipients: [asking(aRequest('restrict'))] }), 'rights-request-open');
    expect(finding.evidence).toEqual([
      {
        key: 'rule_rights-request-open_evidence',
        params: {
          who: 'Sari Wulandari (Harian Contoh)',
          request_word: 'request_restrict',
          since_at: RECEIVED,
          due_at: '2026-11-22T03:00:00.000Z',
        },
      },
    ]);
    expect(finding.law.map(({ article }) => article)).toContain('UU 27/2022 Pasal 41');
    expect(finding.fixes.map(({ kind }) => kind)).toEqual(['remove-people', 'open-record']);
  });

  it('takes the due time that was counted at receipt, and calls a target of our own by its name', () => {
    const due = { at: '2026-11-25T03:00:00.000Z', law: { pack: 'IZIN', article: 'Izin P1', mark: 'P' } } as const;
    const finding = only(judged({ recipients: [asking(aRequest('erase', { due }))] }), 'rights-request-open');
    expect(finding.evidence[0]?.params?.due_at).toBe('2026-11-25T03:00:00.000Z');
    expect(finding.law).toContainEqual(due.law);
  });

  it('lets the answer to the request through with a word, and not an answer to what was written before it', () => {
    const tier = (at?: string) =>
      judged({ recipients: [asking(aRequest('erase'))] }, { inReplyTo: { from: ADDRESS, ...(at ? { at } : {}) } }).tier;
    expect([tier(RECEIVED), tier('2026-11-19T02:59:59.000Z'), tier()]).toEqual(['T1', 'T3', 'T3']);
  });

  it('is one finding for several people, and lists each of their requests', () => {
    const other = toRecipient('ani@pos.example', [
      aPerson({ id: 'ani', name: 'Ani' }, { records: [aConsent()], requests: [aRequest('erase'), aRequest('object')] }),
    ]);
    const verdict = judged({
      recipients: [asking(aRequest('erase')), other].map((one) => ({
        ...one,
        recipient: { ...one.recipient, field: 'bcc' as const },
      })),
    });
    const finding = only(verdict, 'rights-request-open');
    expect(finding.title).toMatchObject({ key: 'rule_rights-request-open_title_many', params: { count: 2 } });
    expect(finding.evidence).toHaveLength(3);
  });

  it('is silent about what is settled, about colleagues, and where nobody asked', () => {
    expect(told(judged({ recipients: [asking(aRequest('erase', { state: 'done' }))] }))).toEqual([]);
    expect(told(judged({ recipients: [{ ...asking(aRequest('erase')), outsider: false }] }))).toEqual([]);
    expect(told(judged({ recipients: [asking()] }))).toEqual([]);
  });
});
