import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../scripts/scenarios/reading.ts';
import { aConsent, aPerson, aSuppression } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

const ADDRESS = 'sari@harian.example';
const at = (words: Parameters<typeof aPerson>[0] = {}, rest = {}) =>
  toRecipient(ADDRESS, [aPerson(words, { records: [aConsent()], ...rest })]);

describe('clearance-too-low', () => {
  const marked = (text: string, over = {}, clearance: 'public' | 'internal' | 'secret' = 'public') =>
    told(judged({ recipients: [at({ clearance })] }, { text, ...over }));

  it.each([
    'RAHASIA\n\nIsi.',
    'Sifat : Rahasia\nHal: Anggaran',
    '[Confidential]\nIsi',
    'Isi.\n**STRICTLY CONFIDENTIAL**',
    'INTERNAL USE ONLY',
    'Classification: Internal',
  ])('holds what is marked so: %j', (text) => {
    expect(marked(text)).toEqual(['clearance-too-low T3']);
  });

  it('reads subject and file, and says how high the reader is cleared', () => {
    expect(marked('Isi.', { subject: '[RAHASIA] Anggaran' })).toEqual(['clearance-too-low T3']);
    expect(marked('Isi.', { attachments: [{ name: 'a.txt', text: 'RAHASIA\nisi' }] })).toEqual([
      'clearance-too-low T3',
    ]);
    const reading = readingOf({ name: 'b.docx', text: 'RAHASIA\nisi', holds: { kind: 'docx' } });
    const read = judged({ recipients: [at()] }, { attachments: [{ name: 'b.docx', state: 'read', id: 'b', reading }] });
    expect(told(read)).toEqual(['clearance-too-low T3']);
    expect(only(read, 'clearance-too-low').places).toMatchObject([{ zone: 'attachment', file: 'b.docx', part: 0 }]);
    const finding = only(judged({ recipients: [at()] }, { text: 'RAHASIA' }), 'clearance-too-low');
    expect(finding.evidence[0]?.params).toMatchObject({ class_word: 'class_secret', clearance_word: 'class_public' });
  });

  it.each([
    'Sifat: Segera\nHal: Undangan',
    'Sifat: Biasa',
    'This e-mail is confidential and may be privileged.',
    'CONFIDENTIALITY NOTICE: This e-mail is for its addressee.',
    'Bukan rahasia lagi bahwa harga naik.',
    'Rahasia\nSukses Petani Kopi',
    'Internal\nmemo',
    'Resep rahasia: santan.',
  ])('is silent for words that are no mark: %j', (text) => {
    expect(marked(text)).toEqual([]);
  });

  it('is silent for the cleared, for colleagues, and in the lane of public information', () => {
    expect(marked('RAHASIA', {}, 'secret')).toEqual([]);
    expect(marked('INTERNAL ONLY', {}, 'internal')).toEqual([]);
    expect(marked('RAHASIA', { purpose: 'public_information' })).not.toContain('clearance-too-low T3');
    expect(
      told(judged({ recipients: [toRecipient('t@humas.example', [], { outsider: false })] }, { text: 'RAHASIA' })),
    ).toEqual([]);
  });
});

describe('stop-word-seen', () => {
  const answering = (text: string, recipient = at(), over = {}) =>
    told(judged({ recipients: [recipient] }, { text: 'Baik.', inReplyTo: { from: ADDRESS, text }, ...over }));

  it.each([
    'tolong jangan kirim lagi',
    'Please remove me from your list.',
    'unsubscribe',
    'Mohon hapus email saya dari daftar ya',
  ])('tells of a last message that seems to say stop: %s', (text) => {
    expect(answering(text)).toEqual(['stop-word-seen T1']);
  });

  it('reads it from the quote, where its head says that they wrote it', () => {
    const quoted = `On Tue, Sari <${ADDRESS}> wrote:\n> Tolong jangan kirim lagi.`;
    const reply = { inReplyTo: true as const, quoted };
    expect(told(judged({ recipients: [at()] }, reply))).toEqual(['stop-word-seen T1']);
    const ours = {
      inReplyTo: true as const,
      quoted: 'On Tue, Rani <rani@humas.example> wrote:\n> Tolong jangan kirim lagi.',
    };
    expect(told(judged({ recipients: [at()] }, ours))).toEqual([]);
  });

  it('is silent for anything else they wrote, and once it is recorded', () => {
    expect(answering('Boleh minta fotonya?')).toEqual([]);
    expect(answering('Jangan kirim filenya dulu ya')).toEqual([]);
    expect(
      answering('unsubscribe', at({}, { suppressions: [aSuppression({ scope: { purpose: 'advertising' } })] })),
    ).toEqual([]);
  });
});
