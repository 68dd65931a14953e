import { describe, expect, it } from 'vitest';
import { linesOf, requestedChanges, requestText, standsIn } from '@/lib/domain/consent-request.ts';
import { NOTICE_ITEMS } from '@/lib/domain/notice.ts';
import { wordsIn } from '@/lib/platform/words.ts';
import { OFFICE, speech } from '../exchange/receipt-sample.ts';
import { anId, aPerson, NOW } from './builders.ts';

const sari = aPerson({ email: 'sari@harian.example' });
const textIn = (language: 'id' | 'en'): string => {
  const made = requestText(OFFICE, sari, { purpose: 'pr_media', channel: 'email', reminder: false }, speech(language));
  if (!made.ok) throw new Error(made.error.join());
  return made.value.text;
};

describe('a request for consent', () => {
  it.each(['id', 'en'] as const)('has the seven items of Article 21, and how to say no (%s)', (language) => {
    const text = textIn(language);
    for (const item of NOTICE_ITEMS) expect(text).toContain(wordsIn(language, `notice_${item}`));
    expect(text).toContain(wordsIn(language, 'ask_silence'));
    expect(text).toContain(wordsIn(language, 'ask_answer_one'));
  });

  it('is known again in a draft around which more was written, with other spaces, another greeting and close', () => {
    const text = textIn('id');
    const lines = linesOf(text);
    const parts = text.split('\n\n');
    const changed = ['Halo Bu Sari,', ...parts.slice(1, -1), 'Salam, Tim'].join('\n \n').replaceAll(' ', ' \u00a0');
    expect(standsIn(lines, changed)).toBe(true);
    expect(lines.length).toBeGreaterThan(NOTICE_ITEMS.length);
  });

  it('is not known where a line was taken out, nor in a letter of its own', () => {
    const text = textIn('id');
    const lines = linesOf(text);
    const without = text.split('\n').filter((line) => !line.startsWith(`• ${wordsIn('id', 'notice_rights')}`));
    expect(standsIn(lines, without.join('\n'))).toBe(false);
    expect(standsIn(lines, 'Yth. Sari, kami mengundang Anda.')).toBe(false);
    expect(standsIn([], text)).toBe(false);
  });

  it('once sent is an event of its own with the hash of the message; a reminder is none', () => {
    const sent = { purpose: 'pr_media', channel: 'email', reminder: false, at: NOW, sha256: 'a'.repeat(64) } as const;
    const changes = requestedChanges(sari, OFFICE, sent, anId);
    expect(changes.at(-1)).toMatchObject({
      kind: 'consent',
      event: { state: 'requested', by_relation: 'controller', evidence: { kind: 'message_ref', sha256: sent.sha256 } },
    });
    expect(requestedChanges(sari, OFFICE, { ...sent, reminder: true }, anId)).toEqual([]);
  });

  it('says in a reminder that it is the only one', () => {
    const made = requestText(OFFICE, sari, { purpose: 'pr_media', channel: 'email', reminder: true }, speech('en'));
    expect(made.ok && made.value.text).toContain(wordsIn('en', 'ask_reminder'));
  });
});
