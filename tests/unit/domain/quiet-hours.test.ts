import { describe, expect, it } from 'vitest';
import { isQuiet, localTime, quietChanges } from '@/lib/domain/quiet-hours.ts';

const night = { tz: 'Asia/Jakarta', from: '20:00', to: '07:00' };
const at = (time: string): string => new Date(`2026-11-20T${time}+07:00`).toISOString();

describe('quiet hours', () => {
  it.each([
    ['19:59:59', false],
    ['20:00:00', true],
    ['23:59:00', true],
    ['00:00:00', true],
    ['06:59:00', true],
    ['07:00:00', false],
  ])('over midnight at %s', (time, quiet) => {
    expect(isQuiet(night, at(time))).toBe(quiet);
  });

  it('go by the clocks of the zone, by its name in Indonesia too', () => {
    expect(isQuiet({ ...night, tz: 'Asia/Jayapura' }, at('18:30:00'))).toBe(true);
    expect(isQuiet({ ...night, tz: 'WIT' }, at('18:30:00'))).toBe(true);
    expect(isQuiet({ ...night, tz: 'Mars/Base' }, at('23:00:00'))).toBe(false);
    expect(localTime('WITA', at('23:30:00'))).toEqual({ minutes: 30, weekday: 6, shown: '00:30' });
  });

  it('within one day', () => {
    const noon = { tz: 'Asia/Jakarta', from: '12:00', to: '13:00' };
    expect([isQuiet(noon, at('11:59:00')), isQuiet(noon, at('12:00:00')), isQuiet(noon, at('13:00:00'))]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('change next when they begin or end', () => {
    expect(quietChanges(night, at('19:30:30'))).toBe(Date.parse(at('20:00:00')));
    expect(quietChanges(night, at('20:00:00'))).toBe(Date.parse('2026-11-21T07:00:00+07:00'));
    expect(quietChanges({ ...night, tz: 'Mars/Base' }, at('20:00:00'))).toBeUndefined();
  });
});
