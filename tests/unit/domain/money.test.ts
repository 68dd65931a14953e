import { describe, expect, it } from 'vitest';
import { datumKey } from '@/lib/domain/datum.ts';
import { moneyIn } from '@/lib/domain/money.ts';

describe('a sum of money', () => {
  it.each([
    'Rp 15.000.000',
    'Rp15.000.000,-',
    'Rp. 15.000.000',
    'IDR 15,000,000',
    '15 juta',
    '15jt',
    'Rp 15 jt/post',
    '15.0 juta',
    'Rp15.000 rb',
  ])('is one however it is written: %s', (text) => {
    expect(moneyIn(text).map(({ key }) => key)).toEqual(['idr:15000000']);
    expect(datumKey('fee', text)).toBe('fee:idr:15000000');
  });

  it('keeps currencies apart, and fractions', () => {
    expect(moneyIn('USD 1,500 or US$ 2.5k, $3M; Rp 2,5 M').map(({ key }) => key)).toEqual([
      'usd:1500',
      'usd:2500',
      'usd:3000000',
      'idr:2500000000',
    ]);
  });

  it('is no bare number, year, time or telephone number', () => {
    expect(moneyIn('15.000.000 orang, 2026, 10.00 WIB, 0812-5550-1001, 5 km, 3 minggu')).toEqual([]);
  });

  it('leaves a term without one to its words', () => {
    expect(datumKey('contract_term', 'Eksklusif  6 bulan')).toBe('contract_term:eksklusif 6 bulan');
  });
});
