import type { QuietHours } from './consent-preferences.ts';
import { epoch } from './instant.ts';
import type { Instant } from './person.ts';
import { wallClock } from './zone.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Our own policy where nothing is stated (domain.md §5.3): by the clocks of the person's zone. */
export const DEFAULT_QUIET = { from: '20:00', to: '07:00' } as const;

/** To make a clock costs more than to read it a hundred times. */
const clocks = new Map<string, ((ms: number) => number) | undefined>();

function clockOf(zone: string): ((ms: number) => number) | undefined {
  if (clocks.has(zone)) return clocks.get(zone);
  let clock: ((ms: number) => number) | undefined;
  try {
    clock = wallClock(zone);
  } catch {
    clock = undefined;
  }
  clocks.set(zone, clock);
  return clock;
}

const minutesOf = (time: string): number | undefined => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
};

/** What stands on the clocks there. `weekday`: 0 is Sunday. Undefined: there is no such zone. */
export function localTime(
  zone: string,
  at: Instant,
): { readonly minutes: number; readonly weekday: number; readonly shown: string } | undefined {
  const wall = clockOf(zone)?.(epoch(at));
  if (wall === undefined) return undefined;
  const there = new Date(wall);
  return {
    minutes: Math.floor((wall % DAY) / MINUTE),
    weekday: there.getUTCDay(),
    shown: there.toISOString().slice(11, 16),
  };
}

/** Whether it is quiet there; `from` itself is, `to` is not. `from` and `to` alike are no hours. */
export function isQuiet({ tz, from, to }: QuietHours, at: Instant): boolean {
  const [now, start, end] = [localTime(tz, at)?.minutes, minutesOf(from), minutesOf(to)];
  if (now === undefined || start === undefined || end === undefined) return false;
  return start <= end ? now >= start && now < end : now >= start || now < end;
}

/** When that answer changes next, in epoch milliseconds; a change of the clocks in between is left aside. */
export function quietChanges({ tz, from, to }: QuietHours, at: Instant): number | undefined {
  const now = localTime(tz, at)?.minutes;
  const times = [minutesOf(from), minutesOf(to)].filter((time) => time !== undefined);
  if (now === undefined || times.length < 2) return undefined;
  const minutes = Math.min(...times.map((time) => (time - now + 1439) % 1440)) + 1;
  return Math.floor(epoch(at) / MINUTE) * MINUTE + minutes * MINUTE;
}
