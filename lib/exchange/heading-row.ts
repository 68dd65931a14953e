import { addressKey } from '../domain/address.ts';
import { FIELDS, type Field, isDataField } from './fields.ts';
import { HEADINGS } from './headings.ts';
import type { Rows } from './rows.ts';

/** How a heading is compared: without case, marks and spaces. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

const NAMED = FIELDS.flatMap((field) => (isDataField(field) ? [] : [[field, HEADINGS[field]] as const]));
const KNOWN = new Map<string, Field>(
  NAMED.flatMap(([field, headings]) =>
    [field, ...headings].map((heading): [string, Field] => [plainHeading(heading), field]),
  ),
);

/** The field whose heading this is, whatever number stands behind it. */
export function knownHeading(heading: string): Field | undefined {
  const bare = plainHeading(heading);
  return KNOWN.get(bare) ?? KNOWN.get(bare.replace(/\d+$/, ''));
}

/** The field of which a word stands in the heading. */
export function wordInHeading(heading: string): Field | undefined {
  const bare = plainHeading(heading);
  const words = heading.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return NAMED.find(([, headings]) =>
    headings.some((one) => one.length > 3 && (words.includes(one) || bare.startsWith(plainHeading(one)))),
  )?.[0];
}

/** Rows in which a heading is looked for: sheets often begin with a title and a date. */
const FIRST = 15;

/** Index of the heading: the first row that has two known headings, else the first row; -1: there are no rows. */
export function headingAt(rows: Rows): number {
  if (rows.length === 0) return -1;
  const found = rows
    .slice(0, FIRST)
    .findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '' && knownHeading(cell)).length >= 2);
  return Math.max(found, 0);
}

/** The first row is already somebody: it holds an address or a number, and no heading that we know. */
export const hasNoHeading = (cells: readonly string[]): boolean =>
  cells.some(
    (cell) =>
      /^\S+@\S+\.\S+$/.test(cell.trim()) ||
      (/^'?\+?[\d\s().-]{9,}$/.test(cell) && addressKey('phone', cell) !== undefined),
  ) && !cells.some((cell) => knownHeading(cell));
