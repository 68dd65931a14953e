import { PURPOSES } from '../domain/enums.ts';
import { FIELDS } from './fields.ts';
import { fingerprint } from './fingerprint.ts';
import type { ColumnMapping } from './mapping.ts';

/** As it is kept: headings as fingerprints, since a heading may be somebody's name. */
interface Column {
  readonly heading: string;
  readonly field: string | null;
  readonly purpose?: string;
}

export const columnsToRemember = (header: readonly string[], mapping: readonly ColumnMapping[]): readonly Column[] =>
  header.map((heading, index) => {
    const { field = null, purpose } = mapping[index] ?? {};
    return { heading: fingerprint([heading]), field, ...(purpose ? { purpose } : {}) };
  });

/** The suggestion, with what was chosen last time in place of it. A column that was not there then keeps its suggestion. */
export function asLastTime(
  header: readonly string[],
  suggested: readonly ColumnMapping[],
  remembered: readonly Column[],
): readonly ColumnMapping[] {
  const left = [...remembered];
  return suggested.map((one, index) => {
    const at = left.findIndex(({ heading }) => heading === fingerprint([header[index] ?? '']));
    const [known] = at === -1 ? [] : left.splice(at, 1);
    if (known === undefined) return one;
    const field = FIELDS.find((name) => name === known.field) ?? null;
    const purpose = PURPOSES.find((name) => name === known.purpose);
    return { field, confidence: 1, ...(one.excess ? { excess: one.excess } : {}), ...(purpose ? { purpose } : {}) };
  });
}
