import { describe, expect, it } from 'vitest';
import { aConsent, aPerson, aSuppression } from '../domain/builders.ts';
import { aPlace, judged, told, toRecipient } from './builders.ts';

const nobody = (i: number) => toRecipient(`w${i}@m${i}.example`, [aPerson({ id: `w${i}` })]);
const stopped = toRecipient('x@y.example', [
  aPerson({ id: 'x' }, { suppressions: [aSuppression()], records: [aConsent()] }),
]);

describe('a verdict', () => {
  it('puts the worst first and always in the same order', () => {
    const facts = {
      recipients: [nobody(1), nobody(2), nobody(3), nobody(4), stopped],
      placeholders: [aPlace('[Nama]')],
    };
    const verdict = judged(facts);
    expect(told(verdict)).toEqual(['opted-out T4', 'exposed-recipients T3', 'unfilled-placeholder T2', 'no-basis T1']);
    expect(verdict.tier).toBe('T4');
    expect(judged(facts)).toEqual(verdict);
  });

  it('is T0 and empty when there is nothing to say', () => {
    const verdict = judged({ recipients: [toRecipient('s@h.example', [aPerson({}, { records: [aConsent()] })])] });
    expect(verdict).toEqual({ tier: 'T0', findings: [], complete: true, purpose: 'pr_media' });
  });

  it('takes the purpose of the policy where the draft names none', () => {
    expect(judged({ recipients: [nobody(1)] }, { purpose: undefined }, { purpose: 'kol_collab' }).purpose).toBe(
      'kol_collab',
    );
  });

  it('is not complete when a scan was not', () => {
    expect(judged({ recipients: [nobody(1)], complete: false }).complete).toBe(false);
  });
});

describe("a policy's tiers", () => {
  it('stand for the highest of a rule, and cap the milder ones', () => {
    expect(told(judged({ recipients: [stopped] }, {}, { tiers: { 'opted-out': 'T3' } }))).toEqual(['opted-out T3']);
    expect(told(judged({ recipients: [nobody(1)] }, {}, { tiers: { 'no-basis': 'T0' } }))).toEqual(['no-basis T0']);
    expect(told(judged({ recipients: [nobody(1)] }, {}, { tiers: { 'no-basis': 'T3' } }))).toEqual(['no-basis T1']);
    const unread = { unreadable: ['body'] } as const;
    expect(told(judged({ recipients: [nobody(1)] }, unread, { tiers: { 'surface-degraded': 'T1' } }))).toEqual([
      'no-basis T1',
      'surface-degraded T1',
    ]);
  });
});

describe('a reply to the same people without a new file', () => {
  const two = [nobody(1), nobody(2)];

  it('turns what is told about people into a note', () => {
    expect(told(judged({ recipients: two }, { inReplyTo: true }))).toEqual(['exposed-recipients T0', 'no-basis T0']);
  });

  it('is none with a file, or with somebody whom the thread does not name', () => {
    const file = { attachments: [{ name: 'a.pdf' }] };
    expect(judged({ recipients: two }, { inReplyTo: true, ...file }).tier).toBe('T1');
    const from = { inReplyTo: { from: 'w1@m1.example' } };
    expect(judged({ recipients: two }, from).tier).toBe('T1');
    expect(judged({ recipients: two }, { ...from, quoted: 'Cc: w2@m2.example' }).tier).toBe('T0');
    expect(judged({ recipients: [nobody(1)] }, from).tier).toBe('T0');
  });

  it('spares no words and nothing that holds', () => {
    const facts = { recipients: [nobody(1)], placeholders: [aPlace('[Nama]')], identifiers: [] };
    expect(told(judged(facts, { inReplyTo: true }))).toEqual(['unfilled-placeholder T2', 'no-basis T0']);
    expect(judged({ recipients: [1, 2, 3, 4, 5].map(nobody) }, { inReplyTo: true }).tier).toBe('T3');
  });
});
