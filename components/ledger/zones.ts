import { currentLanguage } from '@/lib/platform/words.ts';

/** The three of Indonesia by the names that announcements use. */
export const ZONES: Readonly<Record<string, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};
const iana = (zone: string): string => ZONES[zone] ?? zone;

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: iana(zone) }) !== undefined;
  } catch {
    return false;
  }
}

/** `2026-11-25` and `09:00` on the clocks of a zone → the instant. Twice, as the first guess may lie across a clock change. */
export function instantIn(day: string, time: string, zone: string): string | undefined {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall) || !isZone(zone)) return undefined;
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
  const locale = currentLanguage() === 'id' ? 'id-ID' : 'en-GB';
  const format: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  };
  return `${new Intl.DateTimeFormat(locale, { ...format, timeZone: isZone(zone) ? iana(zone) : 'UTC' }).format(new Date(at))} ${isZone(zone) ? zone : 'UTC'}`;
}

function offset(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: isZone(zone) ? iana(zone) : 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return (
    Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) -
    Math.floor(ms / 1000) * 1000
  );
}
