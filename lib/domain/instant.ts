import type { Instant } from './person.ts';

const DAY = 86_400_000;

/** Milliseconds since 1970; NaN for what is no instant. */
export const epoch = (instant: Instant): number => lately.get(instant)?.ms ?? Date.parse(instant);
export const utc = (ms: number): Instant => new Date(ms).toISOString();
export const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(epoch(text));

/** As `utc` writes it; undefined: it is no instant. A list carries the same few over and over: the last of them are known. */
export function canonical(written: string): Instant | undefined {
  const known = lately.get(written);
  if (known !== undefined) return known.utc;
  if (!isInstant(written)) return undefined;
  if (lately.size >= 64) lately.clear();
  const ms = Date.parse(written);
  const made = utc(ms);
  lately.set(written, { utc: made, ms });
  return made;
}
const lately = new Map<string, { readonly utc: Instant; readonly ms: number }>();

export const addDays = (instant: Instant, days: number): Instant => utc(epoch(instant) + days * DAY);

/** Calendar months in UTC; the 31st becomes the last day of a shorter month. */
export function addMonths(instant: Instant, months: number): Instant {
  const from = new Date(epoch(instant));
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), last));
  return to.toISOString();
}

export const isBefore = (a: Instant, b: Instant): boolean => epoch(a) < epoch(b);
