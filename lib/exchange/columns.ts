import type { Phrase } from '../domain/verdict.ts';
import { LIST_SIGN, type Row } from './table.ts';

/** Columns that come into being as records name them; several values of one record share its cell. */
export interface Columns {
  record(
    line: number,
    values: readonly (readonly [column: string, value: string])[],
    more?: { readonly fault?: Phrase; readonly doubts?: readonly Phrase[] },
  ): void;
  header(): readonly string[];
  /** All as wide as the heading. */
  rows(): readonly Row[];
}

export function columns(first: readonly string[] = []): Columns {
  const at = new Map(first.map((name, index) => [name, index]));
  const rows: { line: number; cells: string[]; fault?: Phrase; doubts?: readonly Phrase[] }[] = [];
  return {
    record(line, values, more = {}) {
      const cells: string[] = [];
      for (const [name, value] of values) {
        if (value === '') continue;
        let index = at.get(name);
        if (index === undefined) {
          index = at.size;
          at.set(name, index);
        }
        const before = cells[index];
        cells[index] =
          before === undefined ? value : before.split(LIST_SIGN).includes(value) ? before : before + LIST_SIGN + value;
      }
      rows.push({ line, cells, ...more });
    },
    header: () => [...at.keys()],
    rows() {
      for (const { cells } of rows) for (let index = 0; index < at.size; index += 1) cells[index] ??= '';
      return rows;
    },
  };
}
