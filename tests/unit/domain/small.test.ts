import { describe, expect, it } from 'vitest';
import { contactsWithin } from '@/lib/domain/contacts.ts';
import { datumKey } from '@/lib/domain/datum.ts';
import { addMonths, isInstant } from '@/lib/domain/instant.ts';
import { newId } from '@/lib/domain/new-op.ts';
import { aPerson, NOW } from './builders.ts';

describe('an instant', () => {
  it('keeps to the last day of a shorter month', () => {
    expect(addMonths('2026-01-31T08:00:00Z', 1)).toBe('2026-02-28T08:00:00.000Z');
    expect(addMonths('2024-02-29T08:00:00Z', 12)).toBe('2025-02-28T08:00:00.000Z');
  });

  it('needs a zone', () => {
    expect(isInstant('2026-01-31T08:00:00+07:00')).toBe(true);
    expect(isInstant('2026-01-31T08:00:00')).toBe(false);
    expect(isInstant('2026-13-31T08:00:00Z')).toBe(false);
  });
});

describe('a datum key', () => {
  it('does not mind how digits are grouped', () => {
    expect(datumKey('nik', '3171 0101 0190 0001')).toBe(datumKey('nik', '3171.0101.0190.0001'));
  });

  it('knows one birth date in two spellings', () => {
    expect(datumKey('birth_date', '12/4/1990')).toBe('birth_date:1990-04-12');
  });

  it('of a phone is that of the contact point', () => {
    expect(datumKey('phone', '0812 3456 7890')).toBe('phone:+6281234567890');
  });

  it('of nothing is none', () => {
    expect(datumKey('nik', 'none')).toBeUndefined();
  });
});

it('contacts are counted within the days before, for one purpose or all', () => {
  const contact = (at: string, purpose: 'pr_media' | 'payment' = 'pr_media') =>
    ({ at, channel: 'email', purpose }) as const;
  const contacts = [
    contact('2026-11-01T00:00:00Z'),
    contact('2026-11-19T00:00:00Z'),
    contact('2026-11-19T00:00:00Z', 'payment'),
  ];
  const person = aPerson({}, { contacts });
  expect(contactsWithin(person, 7, NOW)).toHaveLength(2);
  expect(contactsWithin(person, 30, NOW, 'pr_media')).toHaveLength(2);
});

it('ids made later sort later', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(ids.toSorted()).toEqual(ids);
});
