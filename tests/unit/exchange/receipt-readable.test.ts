import { describe, expect, it } from 'vitest';
import { recordDefaults } from '@/lib/domain/consent-defaults.ts';
import { type ReadableReceipt, receiptText } from '@/lib/domain/consent-receipt.ts';
import { readDocument, receiptDocument, recordDocument, toText } from '@/lib/exchange/receipt/document.ts';
import { forPerson, personDocument } from '@/lib/exchange/receipt/person.ts';
import { readableReceipt } from '@/lib/exchange/receipt/readable.ts';
import { aPerson, aProcess, aRecord, aSuppression, NOW } from '../domain/builders.ts';
import { aReceiptRecord, aWhole, OFFICE, OTHERS, speech } from './receipt-sample.ts';

const made = (language: 'id' | 'en', whole = aWhole()): ReadableReceipt =>
  readableReceipt(
    { person: { name: 'Sari Wulandari' }, whole, parties: OFFICE.parties, at: NOW, zone: 'Asia/Jayapura' },
    speech(language),
  );
const rowsOf = (receipt: ReadableReceipt, id: string): readonly (readonly [string | undefined, readonly string[]])[] =>
  (receipt.sections.find((section) => section.id === id)?.rows ?? []).map(({ label, values }) => [label, values]);

describe('a readable receipt', () => {
  it('says what was agreed, channel by channel, with its dates', () => {
    expect(rowsOf(made('en'), 'use')).toEqual([
      ['Press pitch', ['E-mail: agreed, since 1 May 2026 · until 1 May 2027', 'WhatsApp: withdrew, since 1 June 2026']],
    ]);
    expect(rowsOf(made('id'), 'use')[0]?.[1]).toEqual([
      'Surel: setuju, sejak 1 Mei 2026 · sampai 1 Mei 2027',
      'WhatsApp: menarik izin, sejak 1 Juni 2026',
    ]);
  });

  it('tells the data, where they are kept and who else has them, in the person’s own language', () => {
    expect(Object.fromEntries(rowsOf(made('en'), 'data') as [string, readonly string[]][])).toEqual({
      Which: ['name (general, needed)', 'work e-mail address (general, needed)'],
      From: ['referral'],
      Kept: ['on the devices of our team, for 24 months'],
      'Shared with': ['Agensi Contoh (works on our behalf)'],
    });
    expect(rowsOf(made('id'), 'data')[0]?.[1][1]).toBe('alamat surel kantor (umum, diperlukan)');
  });

  it('quotes the person, and names nobody else', () => {
    for (const language of ['id', 'en'] as const) {
      const text = receiptText(made(language));
      expect(text).toContain('“Ya, boleh lewat surel dan WA.”');
      expect(OTHERS.filter((other) => text.includes(other))).toEqual([]);
    }
  });

  it('counts receivers whom the register does not know, without a name', () => {
    const whole = aWhole({ ...OFFICE, records: { shared_with: [{ party_id: 'p9', kind: 'third_party' }] } });
    expect(rowsOf(made('en', whole), 'data').at(-1)).toEqual([
      'Shared with',
      ['1 receiver who is not in our register'],
    ]);
  });

  it('says how to take it back, which rights there are, and how the person wishes to be written to', () => {
    expect(rowsOf(made('id'), 'withdraw')[0]?.[1]).toEqual([
      'Untuk menarik persetujuan, balas STOP pada pesan kami yang mana pun.',
      'Atau tulis ke privasi@humas.example.',
    ]);
    expect(rowsOf(made('en'), 'rights')[0]?.[1][0]).toContain('take back your consent');
    expect(rowsOf(made('en'), 'wishes')).toEqual([
      ['Topics', ['energi']],
      ['At most', ['2 messages in 30 days']],
      ['Not between', ['20:00 and 07:00 (WIT)']],
    ]);
  });

  it('tells what is not on record, and what today’s settings say in its stead', () => {
    const about = Object.fromEntries(
      rowsOf(made('en', aWhole({ ...OFFICE, controller: undefined })), 'about') as [string, string[]][],
    );
    expect(about['Not on record']).toEqual([
      'The name of the controller, how the controller can be reached and how the consent is taken back',
    ]);
    expect(about['From our settings of today']?.[0]).toContain('the language of the notice');
  });

  it('of another basis speaks of no consent and of no taking back', () => {
    const record = aRecord([], {
      processes: [aProcess({ lawful_basis: 'legitimate_interest', lia_ref: 'LIA 4', channels: [] })],
    });
    const receipt = made('en', { record, missing: [], filled: [] });
    expect(receipt.title).toBe('Receipt of the use of your data');
    expect(rowsOf(receipt, 'use')).toEqual([['Press pitch', ['Legitimate interest · every channel']]]);
    expect(receipt.sections.map(({ id }) => id)).not.toContain('withdraw');
  });

  it('as text has every line that the page has', () => {
    const receipt = made('en');
    const text = receiptText(receipt);
    const lines = receipt.sections.flatMap(({ rows }) => rows.flatMap(({ values }) => values));
    expect(lines.filter((line) => !text.includes(line))).toEqual([]);
    expect(text.startsWith('Receipt of consent\n\nThis is what Humas Contoh has on record')).toBe(true);
  });
});

describe('what a person gets of the documents', () => {
  it('is a whole record that conforms, without anybody else', () => {
    const document = recordDocument(forPerson(aWhole().record));
    expect(document.ok).toBe(true);
    const text = document.ok ? toText(document.value) : '';
    expect(OTHERS.filter((other) => text.includes(other))).toEqual([]);
    expect(text).toContain('WA jangan lagi.');
  });

  it('keeps for an auditor what the person does not see', () => {
    const text = toText(receiptDocument(aReceiptRecord()));
    expect(['Budi Hartono', 'meja Rina', 'Rina bilang begitu'].filter((other) => !text.includes(other))).toEqual([]);
  });

  it('is one document of all records and blocks, without a name or an address', () => {
    const state = aPerson(
      {},
      { records: [aReceiptRecord(), aRecord()], suppressions: [aSuppression({ source: 'Budi Hartono' })] },
    );
    const text = toText(personDocument(state, recordDefaults(OFFICE, state), NOW));
    const read = readDocument(text);
    expect(read.ok && read.value.map(({ record, as }) => [record.record_id, as])).toEqual(
      state.records.map(({ record_id }) => [record_id, 'receipt']),
    );
    expect([...OTHERS, 'Sari Wulandari', 'sari@harian.example'].filter((other) => text.includes(other))).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({ 'izin:suppression': [{ 'izin:suppressionScope': 'all' }] });
  });
});
