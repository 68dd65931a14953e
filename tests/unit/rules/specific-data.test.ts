import { describe, expect, it } from 'vitest';
import { healthWords } from '@/lib/detect/health-words.ts';
import type { HeldFact } from '@/lib/rules/facts.ts';
import { aConsent, aPerson } from '../domain/builders.ts';
import { aPlace, judged, only, told, toRecipient } from './builders.ts';

const to = toRecipient('sari@harian.example', [aPerson({}, { records: [aConsent()] })]);
const maya = aPerson({ id: 'maya', name: 'Maya Siregar' });
const held = (before: string): HeldFact => ({
  kind: 'health',
  place: aPlace('diabetes'),
  before,
  after: '',
  holders: [maya],
});
const says = (text: string) => told(judged({ recipients: [to] }, { text }));

describe('specific-data', () => {
  it('holds what the ledger keeps of somebody’s health where they are named', () => {
    const verdict = judged({ recipients: [to], held: [held('Maya punya ')] });
    expect(told(verdict)).toEqual(['specific-data T2']);
    expect(only(verdict, 'specific-data').fixes.map(({ kind }) => kind)).toEqual([
      'go-to-it',
      'remove-it',
      'remove-people',
    ]);
    expect(told(judged({ recipients: [to], held: [held('Seminar tentang ')] }))).toEqual([]);
  });

  it('is silent to the person and to colleagues', () => {
    const self = toRecipient('maya@kopi.test', [{ ...maya, records: [aConsent()] }]);
    expect(told(judged({ recipients: [self], held: [held('Maya punya ')] }))).toEqual([]);
    const colleague = toRecipient('tono@humas.example', [], { outsider: false });
    expect(told(judged({ recipients: [colleague], held: [held('Maya punya ')] }))).toEqual([]);
  });

  it.each([
    'Maaf, Pak Budi sedang dirawat karena didiagnosis kanker.',
    'Kata orang Mbak Rara mengidap HIV, jangan bilang-bilang.'.replace('HIV', 'hiv'),
    'Please note that Mr. Brown was diagnosed with cancer last month.',
    'Btw Kak Tia katanya suffering from depression, jadi reschedule ya.',
    'Pak Anton pernah dipenjara, jadi cari narasumber lain.',
  ])('tells of a sentence that says so of somebody else: %s', (text) => {
    expect(says(text)).toEqual(['specific-data T1']);
  });

  it.each([
    'Seminar kanker payudara bersama dr. Andi, Sabtu pukul 10.00 WIB.',
    'Ibu Menteri membuka pekan diabetes nasional.',
    'Bu Sari, semoga lekas sembuh dari sakitnya.',
    'Kementerian mencatat 1.200 orang positif tuberkulosis.',
    'Kami mendukung penyintas kanker. Pak Budi hadir.',
    'Mbak Sari, Anda bilang mengidap diabetes; menu kami sesuaikan.',
  ])('is silent for talk about an illness, and for the reader’s own: %s', (text) => {
    expect(says(text)).toEqual([]);
  });

  it('asks for the runs of words that a ledger may keep', () => {
    expect(healthWords('Ia kena kanker payudara. Sudah lama.').map(({ value }) => value)).toEqual([
      'kanker',
      'kanker payudara',
    ]);
    expect(healthWords('Kantor baru kami di lantai dua.')).toEqual([]);
  });
});
