import { describe, expect, it } from 'vitest';
import type { Source } from '@/lib/domain/person.ts';
import { aConsent, aPerson, aProcess, aRecord } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

const to = (words: Parameters<typeof aPerson>[0], rest: Parameters<typeof aPerson>[1] = {}) =>
  toRecipient('sari@harian.example', [aPerson(words, rest)]);
const interest = (over = {}) =>
  aRecord([], { processes: [aProcess({ lawful_basis: 'legitimate_interest', ...over })] });

describe('no-unsolicited', () => {
  const source: Source = { type: 'published', noUnsolicited: true };

  it('tells of an address that was published with such words, and holds under the Canadian pack', () => {
    const facts = { recipients: [to({ source }, { records: [interest()] })] };
    expect(told(judged(facts))).toEqual(['no-unsolicited T1']);
    expect(told(judged(facts, {}, { lawPacks: ['CA_CASL'] }))).toEqual(['no-unsolicited T2']);
    expect(only(judged(facts, {}, { lawPacks: ['CA_CASL'] }), 'no-unsolicited').law).not.toEqual([]);
  });

  it('is silent after a consent, under a contract, and without the words', () => {
    expect(told(judged({ recipients: [to({ source }, { records: [aConsent()] })] }))).toEqual([]);
    const contract = interest({ lawful_basis: 'contract' });
    expect(told(judged({ recipients: [to({ source }, { records: [contract] })] }))).toEqual([]);
    const plain = { source: { type: 'published' } as const };
    expect(told(judged({ recipients: [to(plain, { records: [interest()] })] }))).toEqual([]);
  });
});

describe('individual-subscriber', () => {
  const verdict = (
    kind: 'corporate' | 'individual' | undefined,
    purpose: 'pr_media' | 'advertising' = 'pr_media',
    pack = true,
  ) =>
    told(
      judged(
        { recipients: [to({}, { records: [{ ...interest({ purpose }), ...(kind ? { uk_subscriber: kind } : {}) }] })] },
        { purpose, text: 'Reply STOP to opt out.' },
        { lawPacks: pack ? ['UK_GDPR_PECR'] : ['EU_GDPR'] },
      ),
    ).filter((one) => one.startsWith('individual'));

  it('tells of whoever is no company, or may be none; holds marketing to an individual', () => {
    expect(verdict('individual')).toEqual(['individual-subscriber T1']);
    expect(verdict(undefined)).toEqual(['individual-subscriber T1']);
    expect(verdict('individual', 'advertising')).toEqual(['individual-subscriber T2']);
    expect(verdict(undefined, 'advertising')).toEqual(['individual-subscriber T1']);
  });

  it('is silent for a company, under other packs, and after a consent', () => {
    expect(verdict('corporate')).toEqual([]);
    expect(verdict('individual', 'pr_media', false)).toEqual([]);
    const agreed = { ...aConsent(), uk_subscriber: 'individual' as const };
    expect(told(judged({ recipients: [to({}, { records: [agreed] })] }, {}, { lawPacks: ['UK_GDPR_PECR'] }))).toEqual(
      [],
    );
    const desk = to({ role: 'institution' }, { records: [interest()] });
    expect(told(judged({ recipients: [desk] }, {}, { lawPacks: ['UK_GDPR_PECR'] }))).toEqual([]);
  });
});

describe('source-unknown', () => {
  const verdict = (type: Source['type'], rest = {}, over = {}) =>
    told(judged({ recipients: [to({ source: { type } }, { records: [aConsent()], ...rest })] }, over));

  it('tells at the first message to somebody of an old list, or only seen on social media', () => {
    expect(verdict('legacy_unknown')).toEqual(['source-unknown T1']);
    expect(verdict('social_listening')).toEqual(['source-unknown T1']);
  });

  it('is silent for a known source, from the second message on, and for a duty', () => {
    expect(verdict('registration')).toEqual([]);
    const contacts = [{ at: '2026-10-01T00:00:00.000Z', channel: 'email', purpose: 'pr_media' }];
    expect(verdict('legacy_unknown', { contacts })).toEqual([]);
    expect(verdict('legacy_unknown', {}, { purpose: 'crisis_notice' })).not.toContain('source-unknown T1');
  });
});
