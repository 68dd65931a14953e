import { wallClock, zoneIn } from '@/lib/domain/zone.ts';
import { locale } from '@/lib/platform/words.ts';

/** `2026-11-25` and `09:00` on the clocks of a zone → the instant. Twice, as the first guess may lie across a clock change. */
export function instantIn(day: string, time: string, zone: string): string | undefined {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall) || zoneIn(zone) === undefined) return undefined;
  const first = wall - offset(wall, zone);
  return new Date(wall - offset(first, zone)).toISOString();
}

/** An instant on the clocks of a zone, for a date and a time field. */
export function partsIn(at: string, zone: string): { readonly day: string; readonly time: string } {
  const ms = Date.parse(at);
  const wall = new Date(ms + offset(ms, zone)).toISOString();
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** "25 November 2026, 09:00 WIB". */
export function inZone(at: string, zone: string): string {
  const format: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  };
  const timeZone = zoneIn(zone);
  const text = new Intl.DateTimeFormat(locale(), { ...format, timeZone: timeZone ?? 'UTC' }).format(new Date(at));
  return `${text} ${timeZone ? zone : 'UTC'}`;
}

/** What is no zone counts as UTC. */
const offset = (ms: number, zone: string): number =>
  zoneIn(zone) === undefined ? 0 : wallClock(zone)(ms) - Math.floor(ms / 1000) * 1000;
