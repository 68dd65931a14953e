import { zoneIn } from '@/lib/domain/zone.ts';
import { locale } from '@/lib/platform/words.ts';

export type InstantStyle = 'date' | 'short' | 'moment';

const STYLES: Readonly<Record<InstantStyle, Intl.DateTimeFormatOptions>> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  // The zone belongs to the time: an embargo is as good as its zone.
  moment: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
};

/**
 * An ISO instant as the language writes it, in the user's zone or in `zone` (WIB, WITA, WIT or an IANA name); then the
 * zone's own name is left to the sentence. What is no instant comes back as it is.
 */
export function writeInstant(at: string, style: InstantStyle = 'date', zone?: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const timeZone = zone === undefined ? undefined : zoneIn(zone);
  const options = timeZone === undefined ? STYLES[style] : { ...STYLES[style], timeZone, timeZoneName: undefined };
  return new Intl.DateTimeFormat(locale(), options).format(date);
}

/** "in 3 days", "2 hours ago". */
export function writeDistance(at: string, now: number): string {
  const minutes = Math.round((Date.parse(at) - now) / 60_000);
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  if (Math.abs(minutes) < 24 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 60 / 24), 'day');
}

export function Instant({ at, style = 'date' }: { readonly at: string; readonly style?: InstantStyle }) {
  return <time dateTime={at}>{writeInstant(at, style)}</time>;
}
