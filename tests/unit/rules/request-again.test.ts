import { describe, expect, it } from 'vitest';
import { validUntil } from '@/lib/assess/valid-until.ts';
import { epoch } from '@/lib/domain/instant.ts';
import type { Contact } from '@/lib/domain/person.ts';
import { aConsent, aPerson, NOW } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

const ADDRESS = 'sari@harian.example';

describe('request-again', () => {
  const at = (consent: Parameters<typeof aConsent>[0], contacts: readonly Contact[] = []) =>
    toRecipient(ADDRESS, [aPerson({}, { records: [aConsent(consent)], contacts })]);
  const verdict = (recipient: ReturnType<typeof at>, more = {}) =>
    judged({ recipients: [recipient] }, { purpose: 'consent_request', ...more });
  const asked = (when: string): Contact => ({ at: when, channel: 'email', purpose: 'consent_request' });

  it('holds a question within twelve months of a no, and says from when it may be put', () => {
    const finding = only(verdict(at({ state: 'refused', at: '2026-08-03T02:00:00.000Z' })), 'request-again');
    expect(finding.tier).toBe('T2');
    expect(finding.evidence).toEqual([
      {
        key: 'rule_request-again_refused',
        params: {
          who: 'Sari Wulandari (Harian Contoh)',
          purpose_word: 'purpose_pr_media',
          since_at: '2026-08-03T02:00:00.000Z',
          from_at: '2027-08-03T02:00:00.000Z',
        },
      },
    ]);
    expect(finding.law).toEqual([{ pack: 'IZIN', article: 'Izin P5', mark: 'P' }]);
    expect(told(verdict(at({ state: 'refused', at: '2025-11-20T02:15:00.000Z' })))).toEqual([]);
  });

  it('is told within ninety days of a not now', () => {
    expect(told(verdict(at({ state: 'request_deferred', at: '2026-08-23T02:15:00.000Z' })))).toEqual([
      'request-again T1',
    ]);
    expect(told(verdict(at({ state: 'request_deferred', at: '2026-08-22T02:15:00.000Z' })))).toEqual([]);
  });

  it('lets one reminder go, and tells of the next', () => {
    const request = { state: 'requested', at: '2026-10-30T02:00:00.000Z' } as const;
    const first = asked('2026-10-30T02:05:00.000Z');
    expect(told(verdict(at(request, [first])))).toEqual([]);
    const reminder = asked('2026-11-10T02:00:00.000Z');
    const finding = only(verdict(at(request, [reminder, first])), 'request-again');
    expect(finding.tier).toBe('T1');
    expect(finding.evidence[0]?.params?.last_at).toBe('2026-11-10T02:00:00.000Z');
  });

  it('leaves whoever writes later than their no to be answered, and any other message to other rules', () => {
    const refused = at({ state: 'refused', at: '2026-08-03T02:00:00.000Z' });
    const reply = (when: string) => ({ inReplyTo: { from: ADDRESS, at: when } });
    expect(told(verdict(refused, reply('2026-11-19T02:00:00.000Z')))).toEqual([]);
    expect(told(verdict(refused, reply('2026-08-01T02:00:00.000Z')))).toEqual(['request-again T2']);
    expect(told(verdict(refused, { purpose: 'pr_media' }))).toEqual(['opted-out T4']);
  });

  it('is asked anew when the rest is over', () => {
    const recipients = [at({ state: 'request_deferred', at: '2026-11-01T00:00:00.000Z' })];
    const facts = {
      locked: false,
      complete: true,
      recipients,
      terms: [],
      releases: [],
      identifiers: [],
      placeholders: [],
      sendAt: NOW,
    };
    expect(validUntil(facts, NOW)).toBe(epoch('2027-01-30T00:00:00.000Z'));
  });
});
