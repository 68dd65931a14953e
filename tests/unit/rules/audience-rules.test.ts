import { describe, expect, it } from 'vitest';
import { aConsent, aPerson } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

const outsider = (i: number, domain = `m${i}.example`, field: 'to' | 'cc' | 'bcc' = 'to') =>
  toRecipient(`w${i}@${domain}`, [aPerson({ id: `w${i}` }, { records: [aConsent()] })], { field });
const many = (count: number, domain?: string) => Array.from({ length: count }, (_, i) => outsider(i, domain));

describe('exposed-recipients', () => {
  it('holds five outsiders of two domains, and offers Bcc first', () => {
    const finding = only(judged({ recipients: many(5) }), 'exposed-recipients');
    expect(finding.tier).toBe('T3');
    expect(finding.fixes.map(({ kind }) => kind)).toEqual(['move-to-bcc', 'send-one-by-one', 'remove-people']);
    expect(finding.fixes[0]?.addresses).toHaveLength(5);
  });

  it('tells of two to four, and of many of one domain', () => {
    expect(told(judged({ recipients: many(4) }))).toEqual(['exposed-recipients T1']);
    expect(told(judged({ recipients: many(2) }))).toEqual(['exposed-recipients T1']);
    expect(told(judged({ recipients: many(9, 'harian.example') }))).toEqual(['exposed-recipients T1']);
  });

  it('counts neither Bcc, nor insiders, nor an address twice', () => {
    const colleague = toRecipient('tono@humas.example', [], { outsider: false });
    const hidden = many(40).map((one) => ({ ...one, recipient: { ...one.recipient, field: 'bcc' as const } }));
    const draft = { text: 'Berikut rilis kami. Balas STOP bila tidak ingin menerimanya.' };
    expect(told(judged({ recipients: [outsider(1), outsider(1), colleague, ...hidden] }, draft))).toEqual([]);
  });

  it('counts from where the policy says', () => {
    expect(judged({ recipients: many(5) }, {}, { exposedFrom: 10 }).tier).toBe('T1');
    expect(judged({ recipients: many(3) }, {}, { exposedFrom: 3 }).tier).toBe('T3');
  });
});

describe('recipients-unreadable', () => {
  it('holds a send to nobody, and one whose page did not tell; a message that has nobody yet is let be', () => {
    expect(told(judged({}, { unreadable: ['recipients'] }))).toEqual(['recipients-unreadable T2']);
    expect(told(judged({}))).toEqual([]);
    expect(told(judged({ recipients: [outsider(1)] }, { unreadable: ['recipients'] }))).toEqual([
      'recipients-unreadable T2',
    ]);
    const chat = toRecipient('+6281255501001', [], { field: 'direct', outsider: false });
    expect(told(judged({ recipients: [chat] }, { channel: 'whatsapp', unreadable: ['identity'] }))).toContain(
      'recipients-unreadable T2',
    );
  });

  it('is silent when somebody was read, and for a public post', () => {
    expect(told(judged({ recipients: [outsider(1)] }))).toEqual([]);
    expect(told(judged({}, { audience: 'public', channel: 'public_post' }))).toEqual([]);
  });
});

describe('surface-degraded', () => {
  it('is a note, and makes the verdict incomplete', () => {
    const verdict = judged({ recipients: [outsider(1)] }, { unreadable: ['body', 'send'] });
    expect(told(verdict)).toEqual(['surface-degraded T0']);
    expect(verdict.complete).toBe(false);
  });

  it('is silent where all was read', () => {
    const verdict = judged({ recipients: [outsider(1)] });
    expect(told(verdict)).toEqual([]);
    expect(verdict.complete).toBe(true);
  });
});

describe('ledger-locked', () => {
  it('holds with a reason, and nobody looks unknown or without a basis', () => {
    const verdict = judged({ locked: true, recipients: [toRecipient('a@x.example')] });
    expect(told(verdict)).toEqual(['ledger-locked T3']);
    expect(only(verdict, 'ledger-locked').fixes).toEqual([{ kind: 'unlock' }]);
  });

  it('is silent while the ledger is open', () => {
    expect(told(judged({ recipients: [outsider(1)] }))).toEqual([]);
  });
});
