import type { Run } from './digit-runs.ts';

/** Of overlapping ones the one that came first in `spans` stays: what stands in a placeholder's braces is part of it. */
export function disjoint<T extends Run>(spans: readonly T[]): readonly T[] {
  const sorted = spans
    .map((span, order) => ({ span, order }))
    .sort((a, b) => a.span.start - b.span.start || a.order - b.order);
  const kept: { readonly span: T; readonly order: number }[] = [];
  for (const next of sorted) {
    const last = kept.at(-1);
    if (!last || last.span.end <= next.span.start) kept.push(next);
    else if (next.order < last.order) kept[kept.length - 1] = next;
  }
  return kept.map(({ span }) => span);
}

/** Asks whether a place lies in one of the ranges; places must come in rising order, so that all of them cost one pass. */
export function within(ranges: readonly Run[]): (start: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  let at = 0;
  return (start) => {
    while (at < sorted.length && (sorted[at]?.end ?? 0) <= start) at++;
    const range = sorted[at];
    return range !== undefined && range.start <= start;
  };
}
