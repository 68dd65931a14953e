import { describe, expect, it } from 'vitest';
import type { Person } from '@/lib/domain/person.ts';
import { aConsent, aPerson } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

type Consent = Parameters<typeof aConsent>[0];

describe('guardian-missing', () => {
  const kol = (consents: readonly Consent[], person: Partial<Person> = {}) =>
    aPerson(
      { role: 'kol', ageBand: 'child', name: 'Nara', outlet: '@ceritanara', ...person },
      { records: consents.map((one) => aConsent({ purpose: 'kol_collab', ...one })) },
    );
  const at = (...people: ReturnType<typeof kol>[]) => toRecipient('nara@kanal.example', people);
  const verdict = (
    recipient: ReturnType<typeof at>,
    purpose: 'kol_collab' | 'consent_request' | 'pr_media' = 'kol_collab',
  ) => judged({ recipients: [recipient] }, { purpose });
  const guardian = { by_relation: 'guardian' } as const;

  it('holds a message to a child without a word of the guardian’s, and names the day of the child’s own', () => {
    const finding = only(verdict(at(kol([{}]))), 'guardian-missing');
    expect(finding.tier).toBe('T3');
    expect(finding.evidence).toEqual([
      {
        key: 'rule_guardian-missing_own',
        params: { who: 'Nara (@ceritanara)', since_at: '2026-05-01T03:00:00.000Z' },
      },
    ]);
    expect(finding.law.map(({ article }) => article)).toContain('UU 27/2022 Pasal 25');
    expect(told(verdict(at(kol([]))))).toContain('guardian-missing T3');
  });

  it('is silent once the guardian has agreed to this purpose, on whichever channel', () => {
    expect(told(verdict(at(kol([guardian]))))).toEqual([]);
    expect(told(verdict(at(kol([{ ...guardian, channels: ['whatsapp'] }]))))).toEqual(['channel-mismatch T1']);
    expect(told(verdict(at(kol([{ ...guardian, purpose: 'event_invite' }]))))).toContain('guardian-missing T3');
  });

  it('says when the guardian’s consent ended', () => {
    const over = kol([{ ...guardian, until: '2026-10-01T00:00:00.000Z' }]);
    expect(only(verdict(at(over)), 'guardian-missing').evidence[0]).toMatchObject({
      key: 'rule_guardian-missing_ended',
      params: { until_at: '2026-10-01T00:00:00.000Z' },
    });
  });

  it('does not let a child be asked, unless the guardian agreed to something already', () => {
    expect(told(verdict(at(kol([])), 'consent_request'))).toEqual(['guardian-missing T3']);
    expect(told(verdict(at(kol([guardian])), 'consent_request'))).toEqual([]);
  });

  it('lets the message through to a mailbox that is the guardian’s too', () => {
    const mother = aPerson({ id: 'mama', name: 'Ratna' }, { records: [aConsent({ purpose: 'kol_collab' })] });
    expect(told(verdict(at(kol([{}], { guardianId: 'mama' }), mother)))).toEqual([]);
    expect(told(verdict(at(kol([{}], { guardianId: 'papa' }), mother)))).toEqual(['guardian-missing T3']);
  });

  it('of two spaces the stricter holds', () => {
    expect(told(verdict(at(kol([guardian]), kol([{}], { space: 'team' }))))).toEqual(['guardian-missing T3']);
  });

  it('notes a creator whose age nobody knows when it is about working together, and nobody else', () => {
    expect(told(verdict(at(kol([{}], { ageBand: 'unknown' }))))).toEqual(['guardian-missing T0']);
    expect(told(verdict(at(kol([{ purpose: 'pr_media' }], { ageBand: 'unknown' })), 'pr_media'))).toEqual([]);
    expect(told(verdict(at(kol([{}], { ageBand: 'unknown', role: 'journalist' }))))).toEqual([]);
    expect(told(verdict(at(kol([{}], { ageBand: 'adult' }))))).toEqual([]);
  });
});
