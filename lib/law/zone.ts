import { utc } from '../domain/instant.ts';
import type { Instant } from '../domain/person.ts';
import { wallClock } from '../domain/zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A day on the calendar of a zone, as the number of days since 1970-01-01. */
export type Day = number;

/** The clocks of a zone; undefined: there is no such zone. WIB, WITA, WIT or an IANA name. */
export function zoneNamed(name: string): Zone | undefined {
  try {
    return zoneOf(wallClock(name));
  } catch {
    return undefined;
  }
}

export interface Zone {
  /** The day on which an instant falls there. */
  dayOf(ms: number): Day;
  /** The last millisecond of a day there. */
  endOf(day: Day): Instant;
}

function zoneOf(wall: (ms: number) => number): Zone {
  const dayOf = (ms: number): Day => Math.floor(wall(ms) / DAY);
  return {
    dayOf,
    endOf(day) {
      // The next day begins where the calendar turns, whatever the clocks do at midnight: looked for among the minutes.
      let [before, after] = [(day - 1) * DAY, (day + 3) * DAY];
      while (after - before > MINUTE) {
        const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
        if (dayOf(middle) > day) after = middle;
        else before = middle;
      }
      return utc(after - 1);
    },
  };
}

/** The 31st, so many months on, is the last day of a shorter month. */
export function monthsOn(day: Day, months: number): Day {
  const from = new Date(day * DAY);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), last)) / DAY;
}

/** Monday to Friday, but for the days named (`2026-12-25`). The day itself is not counted. */
export function businessDaysOn(day: Day, count: number, holidays: ReadonlySet<string>): Day {
  let [on, left] = [day, count];
  while (left > 0) {
    on += 1;
    const weekday = new Date(on * DAY).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(dateOf(on))) left -= 1;
  }
  return on;
}

const dateOf = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);
