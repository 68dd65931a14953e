import { describe, expect, it } from 'vitest';
import type { Purpose } from '@/lib/domain/enums.ts';
import { anEvent, aPerson, aProcess, aRecord, aSuppression } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

describe('marketing-without-consent', () => {
  const agreed = (consent_type: 'explicit' | 'expressed', purpose: Purpose = 'direct_marketing') =>
    aRecord([anEvent({ consent_type })], { processes: [aProcess({ purpose })] });
  const at = (records: ReturnType<typeof aRecord>[], over = {}) =>
    toRecipient('sari@harian.example', [aPerson({}, { records, ...over })]);
  const verdict = (recipient: ReturnType<typeof at>, purpose: Purpose = 'direct_marketing') =>
    judged({ recipients: [recipient] }, { purpose, text: 'Ada paket baru. Balas BERHENTI bila tidak berkenan.' });

  it.each(['direct_marketing', 'cross_sell', 'advertising'] as const)(
    'blocks %s to somebody who never agreed to it, whatever other basis there is',
    (purpose) => {
      const interest = aRecord([], { processes: [aProcess({ purpose, lawful_basis: 'legitimate_interest' })] });
      expect(told(verdict(at([interest]), purpose))).toEqual(['marketing-without-consent T4']);
      expect(told(verdict(at([]), purpose))[0]).toBe('marketing-without-consent T4');
    },
  );

  it('blocks where the consent is not explicit, and says since when there is one', () => {
    const finding = only(verdict(at([agreed('expressed')])), 'marketing-without-consent');
    expect(finding.tier).toBe('T4');
    expect(finding.evidence[0]).toEqual({
      key: 'rule_marketing-without-consent_weak',
      params: { who: 'Sari Wulandari (Harian Contoh)', since_at: '2026-05-01T03:00:00.000Z' },
    });
    expect(finding.fixes.map(({ kind }) => kind)).toEqual(['remove-people', 'ask-consent', 'change-purpose']);
  });

  it('holds, and does not block, where the Indonesian pack is not in force', () => {
    const facts = { recipients: [at([agreed('expressed')])] };
    const tier = (lawPacks: readonly ('EU_GDPR' | 'ID_PDP')[]) =>
      judged(facts, { purpose: 'direct_marketing' }, { lawPacks }).tier;
    expect([tier(['EU_GDPR']), tier([]), tier(['EU_GDPR', 'ID_PDP'])]).toEqual(['T2', 'T2', 'T4']);
  });

  it('is silent for an explicit yes, and for what is no marketing', () => {
    expect(told(verdict(at([agreed('explicit')])))).toEqual([]);
    expect(told(verdict(at([agreed('expressed', 'pr_media')]), 'pr_media'))).toEqual([]);
  });

  it('of two spaces the stricter holds', () => {
    const both = toRecipient('sari@harian.example', [
      aPerson({}, { records: [agreed('explicit')] }),
      aPerson({ space: 'team' }, { records: [agreed('expressed')] }),
    ]);
    expect(told(verdict(both))).toEqual(['marketing-without-consent T4']);
  });

  it('leaves whoever said stop to the rule about that', () => {
    expect(told(verdict(at([], { suppressions: [aSuppression()] })))).toEqual(['opted-out T4']);
  });
});
