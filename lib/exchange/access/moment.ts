import { spokenZone, ZONES } from '../../domain/zone.ts';
import type { Reader } from './reader.ts';

const STYLE = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

/** An instant as the reader's language and zone write it, with the zone's name. What is no instant comes back as it is. */
export function momentIn(at: string, { language, zone = 'UTC' }: Reader): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const name = spokenZone(zone);
  // The three of Indonesia are called by their own names in every language.
  const timeZone = ZONES[name] ?? zone;
  const told = ZONES[name] ? {} : ({ timeZoneName: 'short' } as const);
  const text = new Intl.DateTimeFormat(locale, { ...STYLE, ...told, timeZone }).format(date);
  return ZONES[name] ? `${text} ${name}` : text;
}
