import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whenOf, whenOfFields } from '@/lib/surfaces/when.ts';

/** A Sunday, at noon of the machine's own zone. */
const NOW = new Date(2026, 10, 22, 12, 0).getTime();
const local = (...at: readonly [number, number, number, number, number]): string => new Date(...at).toISOString();

describe('a time that a page names', () => {
  it.each([
    ['January 1, 2098 10:00 am', local(2098, 0, 1, 10, 0)],
    ['January 1, 2098 10:00\u00a0am WIB', '2098-01-01T03:00:00.000Z'],
    ['January 1, 2098 10:00 am UTC+7', '2098-01-01T03:00:00.000Z'],
    ['1 Januari 2098 10.00 WITA', '2098-01-01T02:00:00.000Z'],
    ['November 24 8:00 am', local(2026, 10, 24, 8, 0)],
    ['Tomorrow morning Nov 23, 8:00 AM', local(2026, 10, 23, 8, 0)],
    ['Mon, Nov 23, 8:00 AM', local(2026, 10, 23, 8, 0)],
    ['24 Nov 2026 13:05', local(2026, 10, 24, 13, 5)],
    ['Tomorrow at 9:00 AM', local(2026, 10, 23, 9, 0)],
    ['Besok pukul 09.00', local(2026, 10, 23, 9, 0)],
    ['Send Today at 21:00', local(2026, 10, 22, 21, 0)],
    ['Hari ini pukul 12.30', local(2026, 10, 22, 12, 30)],
    ['2026-11-24 08:00', local(2026, 10, 24, 8, 0)],
    ['2026-11-24T08:00:00+07:00', '2026-11-24T01:00:00.000Z'],
    ['Jan 2, 9 am', local(2027, 0, 2, 9, 0)],
    ['24 Agu 2027 23.59', local(2027, 7, 24, 23, 59)],
  ])('%j is %s', (written, at) => {
    expect(whenOf(written, NOW)).toBe(at);
  });

  it.each([
    ['says none', 'Immediately'],
    ['names no day', 'Send at 9:00 AM'],
    ['names no hour', 'Nov 23'],
    ['names two days', 'Tomorrow morning Nov 25, 8:00 AM'],
    ['names only a weekday', 'Monday 8:00 AM'],
    ['names a zone that is not known here', 'January 1, 2098 10:00 am EST'],
    ['could be a month or a day', '03/04/2027 8:00'],
    ['names two times', 'Nov 23, 8:00 AM or Nov 24, 9:00 AM'],
    ['names a day that does not exist', 'February 31, 2027 8:00 am'],
    ['says evening by twelve hours', 'Besok pukul 8.00 malam'],
    ['lies behind us', 'Today at 9:00 am'],
    ['lies behind us by its year', 'January 1, 2020 10:00 am'],
  ])('is none where it %s', (_, written) => {
    expect(whenOf(written, NOW)).toBeUndefined();
  });

  it('is what a browser itself writes of a moment, in English and Indonesian', () => {
    const minute = fc.integer({ min: NOW + 120_000, max: NOW + 20 * 365 * 86_400_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom('en-US', 'id-ID'), fc.constantFrom('long', 'short'), (ms, locale, month) => {
        const at = new Date(Math.floor(ms / 60_000) * 60_000);
        const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: month as 'long', year: 'numeric' }).format(
          at,
        );
        const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
        expect(whenOf(`${day} ${time}`, NOW)).toBe(at.toISOString());
      }),
    );
  });
});

describe('a time in fields of the site’s own clock', () => {
  const opened = Date.UTC(2026, 10, 22, 5, 0, 20);

  it('is in the zone that the clock shows', () => {
    expect(whenOfFields([2098, 1, 1, 10, 0], [2026, 11, 22, 12, 0], opened, opened)).toBe('2098-01-01T03:00:00.000Z');
    expect(whenOfFields([2098, 1, 1, 10, 0], [2026, 11, 22, 10, 30], opened, opened)).toBe('2098-01-01T04:30:00.000Z');
  });

  it('is none while it is not ahead, and where that clock is wrong by more than minutes', () => {
    expect(whenOfFields([2026, 11, 22, 12, 0], [2026, 11, 22, 12, 0], opened, opened)).toBeUndefined();
    expect(whenOfFields([2098, 1, 1, 10, 0], [2026, 11, 22, 12, 8], opened, opened)).toBeUndefined();
    expect(whenOfFields([2098, 1, 1, 10, 0], [], opened, opened)).toBeUndefined();
  });
});
