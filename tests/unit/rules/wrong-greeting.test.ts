import { describe, expect, it } from 'vitest';
import type { PersonState } from '@/lib/domain/person.ts';
import { aConsent, aPerson } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

const ADDRESS = 'dewi@harian.example';
const dewi = aPerson({ name: 'Dewi Lestari, S.Sos', nicknames: ['Wiwi'], email: ADDRESS }, { records: [aConsent()] });
const verdict = (text: string, called: readonly PersonState[] = [], person = dewi) =>
  judged({ recipients: [toRecipient(ADDRESS, [person])], called }, { text });

describe('wrong-greeting', () => {
  it.each([
    'Yth. Bapak Andi,\nRilis.',
    'Dear Andi,\nNews.',
    'Halo Kak Maya apa kabar',
    'Hi mbak Rara, press releasenya ya',
  ])('tells of a name that is not theirs: %j', (text) => {
    expect(told(verdict(text))).toEqual(['wrong-greeting T1']);
  });

  it.each([
    'Yth. Ibu Dewi,',
    'Dear Ms. Lestari,',
    'Hi Wiwi,',
    'Halo Mbak Dew,',
    'Dear Dwei,',
    'Yth. Ibu Dewi Lestari\nHarian Contoh',
    'Rekan media,',
    'Halo semua,',
    'Berikut rilis kami.',
  ])('is silent for a name that may be theirs, and for none: %j', (text) => {
    expect(told(verdict(text))).toEqual([]);
  });

  it('holds where the name is that of somebody else in the ledger, and says whose', () => {
    const sari = aPerson({ id: 'p2', name: 'Sari Utami', email: 'sari@kabar.example' });
    const finding = only(verdict('Yth. Ibu Sari,\nRilis.', [sari]), 'wrong-greeting');
    expect(finding.tier).toBe('T2');
    expect(finding.kind).toBe('fact');
    expect(finding.evidence[0]?.params).toMatchObject({ who: 'Sari Utami' });
    expect(finding.fixes.map(({ kind }) => kind)).toEqual(['go-to-it', 'remove-people']);
  });

  it('holds nothing where two bear the name: which of them is meant is a guess', () => {
    const two = ['p2', 'p3'].map((id) => aPerson({ id, name: 'Sari Utami', email: `${id}@kabar.example` }));
    expect(told(verdict('Yth. Ibu Sari,', two))).toEqual(['wrong-greeting T1']);
  });

  it('leaves a letter to several, to a desk, or with the greeted on copy', () => {
    const other = toRecipient('budi@harian.example', [aPerson({ id: 'p2', name: 'Budi' }, { records: [aConsent()] })]);
    const to = toRecipient(ADDRESS, [dewi]);
    const text = 'Dear Budi,';
    expect(told(judged({ recipients: [to, other] }, { text }))).toEqual(['exposed-recipients T1']);
    const copied = { ...other, recipient: { ...other.recipient, field: 'cc' as const } };
    expect(told(judged({ recipients: [to, copied] }, { text }))).toEqual(['exposed-recipients T1']);
    const desk = aPerson({ name: 'Redaksi', role: 'institution', email: ADDRESS }, { records: [aConsent()] });
    expect(told(verdict(text, [], desk))).toEqual([]);
    expect(told(judged({ recipients: [toRecipient(ADDRESS)] }, { text }))).toEqual(['unknown-person T0']);
  });
});
