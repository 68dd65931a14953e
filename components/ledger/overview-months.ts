import { locale } from '@/lib/platform/words.ts';

/** `2026-11` → "November 2026", or "Nov" where there is little room. */
export function monthName(month: string, style: 'long' | 'short'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'long' ? { month: 'long', year: 'numeric' } : { month: 'short' };
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(new Date(`${month}-15T00:00:00Z`));
}
