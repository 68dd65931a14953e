import type { ColumnKind, FileColumn } from '../domain/file-reading.ts';
import { agreed, headingKind, needsHeading, valueKinds } from './column-kind.ts';

/** Values that decide what a column holds, and the share of them that must agree. */
const TESTED = 200;
const SHARE = 0.8;
/** `3,17E+15`, `3.17406E+15`: a long number whose end is lost. */
const EXPONENT = /^\d(?:[.,]\d+)?E\+?\d{2}$/i;

export interface Column {
  readonly index: number;
  readonly header: string;
  readonly heading: ColumnKind | undefined;
  /** Put before each value with digits, so that its kind is recognised where it stands. */
  readonly prefix: string;
  take(cell: string): void;
  done(hidden: boolean): FileColumn;
}

export function columnOf(index: number, header: string, region: string): Column {
  const heading = headingKind(header);
  const passed = new Map<ColumnKind, number>();
  let count = 0;
  let tested = 0;
  let cut = 0;
  let long = 0;
  return {
    index,
    header,
    heading,
    prefix: needsHeading(heading) ? `${header.trim().slice(0, 40)}: ` : '',
    take(cell) {
      count += 1;
      if (tested >= TESTED) return;
      tested += 1;
      if (EXPONENT.test(cell)) cut += 1;
      if (/^\d{16,}$/.test(cell)) {
        long += 1;
        if (/0$/.test(cell)) cut += 1;
      }
      for (const kind of valueKinds(cell, heading, region)) passed.set(kind, (passed.get(kind) ?? 0) + 1);
    },
    done(hidden) {
      const byValues = best(passed, tested);
      const kind = count === 0 ? undefined : agreed(byValues, heading);
      // One long number in ten ends in 0 by chance; four in a row do not.
      const rounded = cut > 0 && (long === 0 || (cut >= 4 && cut >= long));
      return {
        header,
        letters: lettersOf(index),
        count,
        ...(kind ? { kind, by: byValues === undefined ? ('header' as const) : ('values' as const) } : {}),
        ...(hidden ? { hidden } : {}),
        ...(rounded ? { rounded } : {}),
      };
    },
  };
}

function best(passed: ReadonlyMap<ColumnKind, number>, tested: number): ColumnKind | undefined {
  let found: { kind: ColumnKind; count: number } | undefined;
  for (const [kind, count] of passed)
    if (count >= tested * SHARE && count > (found?.count ?? 0)) found = { kind, count };
  return found?.kind;
}

/** 0 → A, 27 → AB. */
export function lettersOf(index: number): string {
  let letters = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}
