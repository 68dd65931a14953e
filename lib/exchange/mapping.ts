import type { Field } from './fields.ts';
import { FIELDS, HEADINGS, isContactField } from './fields.ts';

/** What a column is taken for. `confidence`: 1 the heading is known, less it was guessed from words in it or from its cells. */
export interface ColumnMapping {
  readonly field: Field | null;
  readonly confidence: number;
}

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
const KNOWN = new Map(
  FIELDS.flatMap((field) => [field, ...HEADINGS[field]].map((heading) => [plain(heading), field] as const)),
);
const ONLY_ONE: ReadonlySet<Field> = new Set<Field>(
  FIELDS.filter((field) => !isContactField(field) && field !== 'notes' && field !== 'topics' && field !== 'groups'),
);

/** A suggestion for each column; a field that can stand only once goes to its surest column. */
export function suggestMapping(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): readonly ColumnMapping[] {
  const guesses = header.map((heading, column) =>
    guess(
      heading,
      sample.map((cells) => cells[column]?.trim() ?? '').filter((cell) => cell !== ''),
    ),
  );
  return guesses.map((one, column) => {
    if (one.field === null || !ONLY_ONE.has(one.field)) return one;
    const best = guesses.reduce(
      (top, other, index) =>
        other.field === one.field && other.confidence > (guesses[top]?.confidence ?? 0) ? index : top,
      guesses.findIndex((other) => other.field === one.field),
    );
    return best === column ? one : { field: null, confidence: 0 };
  });
}

function guess(heading: string, cells: readonly string[]): ColumnMapping {
  const bare = plain(heading);
  const known = KNOWN.get(bare);
  if (known !== undefined) return { field: known, confidence: 1 };
  const words = heading.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const within = FIELDS.find((field) =>
    HEADINGS[field].some((one) => one.length > 3 && (words.includes(one) || bare.startsWith(plain(one)))),
  );
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

/** What still keeps a mapping from being read; empty: it is good. */
export function mappingProblems(
  mapping: readonly ColumnMapping[],
): readonly ('name-missing' | 'contact-missing' | 'twice')[] {
  const fields = mapping.flatMap(({ field }) => (field === null ? [] : [field]));
  const problems: ('name-missing' | 'contact-missing' | 'twice')[] = [];
  if (!fields.includes('name')) problems.push('name-missing');
  if (!fields.some(isContactField)) problems.push('contact-missing');
  if (fields.some((field, index) => ONLY_ONE.has(field) && fields.indexOf(field) !== index)) problems.push('twice');
  return problems;
}
