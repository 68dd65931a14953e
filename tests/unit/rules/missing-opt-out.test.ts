import { describe, expect, it } from 'vitest';
import { anEvent, aPerson, aProcess, aRecord } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => toRecipient(`w${at}@media${at}.example`, [], { field: 'bcc' }));
const bulk = (text: string, count = 10, over = {}) =>
  told(judged({ recipients: many(count) }, { text, ...over })).filter((one) => !one.startsWith('unknown-person'));
const explicit = aRecord([anEvent({ consent_type: 'explicit' })], {
  processes: [aProcess({ purpose: 'direct_marketing' })],
});
const marketing = (text: string, over = {}) =>
  judged(
    { recipients: [toRecipient('sari@harian.example', [aPerson({}, { records: [explicit] })])] },
    { text, purpose: 'direct_marketing', ...over },
  );

describe('missing-opt-out', () => {
  it('tells of a mail to ten, and holds one that markets', () => {
    expect(bulk('Berikut rilis kami.')).toEqual(['missing-opt-out T1']);
    expect(bulk('Berikut rilis kami.', 9)).toEqual([]);
    expect(told(marketing('Ada paket baru.'))).toEqual(['missing-opt-out T2']);
    expect(only(marketing('Promo.'), 'missing-opt-out').fixes.map(({ kind }) => kind)).toEqual([
      'show-opt-out',
      'change-purpose',
    ]);
  });

  it.each([
    'Balas BERHENTI bila tidak berkenan.',
    'Ketik UNREG untuk keluar',
    'Unsubscribe: https://humas.example/u',
    'Jika Anda tidak ingin menerima rilis kami, kabari saja.',
    'Kalau gak mau dikirimi lagi, kabari ya.',
    'To opt out, reply to this mail.',
    'If you’d rather not receive these, let us know.',
    'If you no longer wish to hear from us, tell us.',
    'Klik untuk berhenti berlangganan.',
    'Minta dihapus dari daftar ini kapan saja.',
    'We can take you off our press list any time.',
    'Manage your preferences',
  ])('is silent where it says how to leave: %s', (line) => {
    expect(told(marketing(`Ada paket baru.\n\n${line}`))).toEqual([]);
  });

  it.each([
    'Kami mau kirim undangan.',
    'We hope to hear from you.',
    'Silakan balas surel ini.',
    'Stop kontak listrik baru.',
  ])('is not taken in by: %s', (line) => {
    expect(told(marketing(line))).toEqual(['missing-opt-out T2']);
  });

  it('is for mail, and not for what is owed', () => {
    expect(bulk('Kantor ditutup.', 12, { purpose: 'crisis_notice' })).toEqual([]);
    expect(bulk('Faktur.', 12, { purpose: 'payment' })).toEqual([]);
    expect(told(marketing('Promo.', { channel: 'whatsapp' }))).not.toContain('missing-opt-out T2');
  });

  it('is a note in a reply to the same people', () => {
    expect(bulk('Berikut.', 10, { inReplyTo: true })).toEqual(['missing-opt-out T0']);
  });
});
