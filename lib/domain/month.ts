import { addMonths } from './instant.ts';
import type { Instant } from './person.ts';

/** `2026-11`, in UTC. */
export type Month = string;

export const monthOf = (at: Instant): Month => at.slice(0, 7);

/** That many months, the given one first. */
export const monthsFrom = (first: Month, count: number): readonly Month[] =>
  Array.from({ length: count }, (_, index) => monthOf(addMonths(`${first}-01T00:00:00.000Z`, index)));
