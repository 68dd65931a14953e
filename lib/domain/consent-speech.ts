import type { NoticeLanguage } from './consent-notice.ts';
import type { Instant } from './person.ts';

/*
 * Texts for a person are written in the person's language, whatever the language of the page that makes them. The words
 * stay in the catalogue: whoever asks for a text hands in the way to say them.
 */
export interface Speech {
  readonly language: NoticeLanguage;
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string;
}

const locale = ({ language }: Speech): string => (language === 'id' ? 'id-ID' : 'en-GB');

/** "a, b and c". */
export const listIn = (speech: Speech, words: readonly string[]): string =>
  new Intl.ListFormat(locale(speech), { type: 'conjunction' }).format(words);

/** "12 November 2026", on the clocks of the zone; of none, in UTC. */
export function dateIn(speech: Speech, at: Instant, timeZone = 'UTC'): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return new Intl.DateTimeFormat(locale(speech), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(date);
}

const UNITS = [
  ['Y', 'years'],
  ['M', 'months'],
  ['W', 'weeks'],
  ['D', 'days'],
] as const;

/** "24 months" of `P24M`; what is no duration comes back as it is. Clock parts are told as they are written. */
export function durationIn(speech: Speech, duration: string): string {
  const [, date = '', time] = /^P([^T]*)(?:T(.*))?$/.exec(duration) ?? [];
  const parts = UNITS.flatMap(([letter, unit]) => {
    const count = new RegExp(`(\\d+)${letter}`).exec(date)?.[1];
    return count === undefined ? [] : [speech.say(`duration_${unit}`, { count: Number(count) })];
  });
  if (time !== undefined) return duration;
  return parts.length > 0 ? listIn(speech, parts) : duration;
}

export const capitalIn = (speech: Speech, words: string): string =>
  words.charAt(0).toLocaleUpperCase(locale(speech)) + words.slice(1);
