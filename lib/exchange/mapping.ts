import type { Purpose } from '../domain/enums.ts';
import type { Field } from './fields.ts';
import { isContactField, isDataField } from './fields.ts';
import { knownHeading, plainHeading, wordInHeading } from './heading-row.ts';
import { type Excess, excessOf } from './over-collection.ts';

/** What a column is taken for. `confidence`: 1 the heading is known, less it was guessed from words in it or from its cells. */
export interface ColumnMapping {
  readonly field: Field | null;
  readonly confidence: number;
  /** Nobody needs it for writing to a person: left out, unless the user names what it is for. */
  readonly excess?: Excess;
  /** What a data field is kept for. */
  readonly purpose?: Purpose;
}

const SEVERAL: ReadonlySet<Field> = new Set<Field>(['notes', 'topics', 'groups', 'nicknames']);
const onlyOne = (field: Field): boolean => !isContactField(field) && !isDataField(field) && !SEVERAL.has(field);

/** A suggestion for each column; a field that can stand only once goes to its surest column. `said`: what a known product's heading means. */
export function suggestMapping(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  said: Readonly<Record<string, Field | null>> = {},
): readonly ColumnMapping[] {
  const guesses = header.map((heading, column) => {
    const own = said[plainHeading(heading)];
    const cells = sample.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    if (own !== undefined) return { field: own, confidence: 1 };
    return guess(heading, cells);
  });
  return guesses.map((one, column) => {
    if (one.field === null || !onlyOne(one.field)) return one;
    const best = guesses.reduce(
      (top, other, index) =>
        other.field === one.field && other.confidence > (guesses[top]?.confidence ?? 0) ? index : top,
      guesses.findIndex((other) => other.field === one.field),
    );
    return best === column ? one : { field: null, confidence: 0 };
  });
}

function guess(heading: string, cells: readonly string[]): ColumnMapping {
  const known = knownHeading(heading);
  if (known !== undefined) return { field: known, confidence: 1 };
  const excess = excessOf(heading, cells);
  if (excess !== undefined) return { field: null, confidence: 1, excess };
  const within = wordInHeading(heading);
  if (within !== undefined) return { field: within, confidence: 0.7 };
  const byCells = contentOf(cells);
  return byCells === undefined ? { field: null, confidence: 0 } : { field: byCells, confidence: 0.5 };
}

function contentOf(cells: readonly string[]): Field | undefined {
  const share = (pattern: RegExp): number =>
    cells.filter((cell) => pattern.test(cell)).length / Math.max(cells.length, 1);
  if (share(/^\S+@\S+\.\S+$/) > 0.7) return 'email';
  if (share(/^'?(\+|0|62|8)[\d\s().-]{7,}$/) > 0.7) return 'phone';
  return undefined;
}

export type MappingProblem = 'name-missing' | 'contact-missing' | 'twice' | 'purpose-missing';

/** What still keeps a mapping from being read; empty: it is good. */
export function mappingProblems(mapping: readonly ColumnMapping[]): readonly MappingProblem[] {
  const fields = mapping.flatMap(({ field }) => (field === null ? [] : [field]));
  const problems: MappingProblem[] = [];
  if (!fields.some((field) => field === 'name' || field === 'first_name' || field === 'last_name'))
    problems.push('name-missing');
  if (!fields.some(isContactField)) problems.push('contact-missing');
  if (fields.some((field, index) => onlyOne(field) && fields.indexOf(field) !== index)) problems.push('twice');
  if (mapping.some(({ field, purpose }) => field !== null && isDataField(field) && purpose === undefined))
    problems.push('purpose-missing');
  return problems;
}
