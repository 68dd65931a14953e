import type { ConsentRecord } from '@/lib/domain/consent.ts';
import { recordDefaults } from '@/lib/domain/consent-defaults.ts';
import type { Speech } from '@/lib/domain/consent-speech.ts';
import { type WholeRecord, wholeRecord } from '@/lib/domain/consent-whole.ts';
import { DEFAULT_POLICY, type Policy } from '@/lib/domain/policy.ts';
import { type Language, wordsIn } from '@/lib/platform/words.ts';
import { anEvent, aPerson, aProcess, aRecord } from '../domain/builders.ts';

/** An invented office with settings, and one person who agreed, narrowed it, and was told of a notice. */
export const speech = (language: Language): Speech => ({
  language,
  say: (key, params) => wordsIn(language, key, params),
});

export const OFFICE: Policy = {
  ...DEFAULT_POLICY,
  controller: {
    party_id: 'office',
    name: 'Humas Contoh',
    role: 'controller',
    contact_email: 'privasi@humas.example',
    address: 'Jalan Contoh 1, Jakarta',
  },
  parties: [{ party_id: 'agency', name: 'Agensi Contoh', role: 'processor' }],
  records: { shared_with: [{ party_id: 'agency', kind: 'processor' }] },
  notices: [
    {
      version: '1',
      since: '2026-01-02T00:00:00.000Z',
      texts: { id: { text: 'Satu', sha256: 'a'.repeat(64) }, en: { text: 'One', sha256: 'b'.repeat(64) } },
    },
  ],
};

export const OTHERS = ['Budi Hartono', 'budi@kantor.example', 'Rina', 'meja Rina', 'g1'];

export const aReceiptRecord = (): ConsentRecord =>
  aRecord(
    [
      anEvent({
        event_id: 'e1',
        state: 'given',
        consent_type: 'explicit',
        evidence: { kind: 'message_ref', locator: 'meja Rina', excerpt: 'Ya, boleh lewat surel dan WA.' },
        until: '2027-05-01T03:00:00.000Z',
        recorded_by: 'Budi Hartono',
        by_party: 'g1',
      }),
      anEvent({
        event_id: 'e2',
        state: 'withdrawn',
        consent_type: 'none',
        at: '2026-06-01T03:00:00.000Z',
        channels: ['whatsapp'],
        reason: 'Rina bilang begitu',
        recorded_by: 'Budi Hartono',
        evidence: { kind: 'message_ref', excerpt: 'WA jangan lagi.' },
      }),
    ],
    {
      record_id: '0190f1c2-0000-7000-8000-000000000001',
      guardian_id: 'g1',
      processes: [
        aProcess({ channels: ['email', 'whatsapp'], source: { type: 'referral', detail: 'budi@kantor.example' } }),
      ],
      notice: { version: '1', shown_at: '2026-04-30T00:00:00.000Z' },
      preferences: { max_per_30d: 2, quiet_hours: { tz: 'WIT', from: '20:00', to: '07:00' }, topics: ['energi'] },
    },
  );

export const aWhole = (policy: Policy = OFFICE): WholeRecord =>
  wholeRecord(aReceiptRecord(), recordDefaults(policy, aPerson()));
