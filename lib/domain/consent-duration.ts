import { addDays, addMonths, epoch, utc } from './instant.ts';
import type { Instant } from './person.ts';
import { never } from './result.ts';

export const DURATION_KINDS = ['none', 'temporal', 'until_time', 'until_event', 'occurrences'] as const;
export type DurationKind = (typeof DURATION_KINDS)[number];

/**
 * How long a word holds: an ISO 8601 duration (`temporal`), an instant (`until_time`), the name of an event, or a number
 * of times. `none` is endless, which ISO/IEC TS 27560 calls not best practice.
 */
export interface ConsentDuration {
  readonly kind: DurationKind;
  readonly value?: string;
}

const ISO = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?$/;
export const isDuration = (text: string): boolean => ISO.test(text);

/** By the calendar for years and months, by the clock for the rest; undefined for what is no duration. */
export function addDuration(at: Instant, duration: string): Instant | undefined {
  const parts = ISO.exec(duration);
  if (!parts) return undefined;
  const [years, months, weeks, days, hours, minutes] = parts.slice(1).map((part) => Number(part ?? 0));
  const moved = addDays(addMonths(at, (years ?? 0) * 12 + (months ?? 0)), (weeks ?? 0) * 7 + (days ?? 0));
  return utc(epoch(moved) + ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000);
}

/** The end that a duration means for a word spoken at `at`; none where only an event or a count ends it. */
export function endOf(at: Instant, { kind, value }: ConsentDuration): Instant | undefined {
  switch (kind) {
    case 'temporal':
      return value === undefined ? undefined : addDuration(at, value);
    case 'until_time':
      return value;
    case 'none':
    case 'until_event':
    case 'occurrences':
      return undefined;
    default:
      return never(kind);
  }
}
