import type { Phrase } from '../domain/verdict.ts';
import type { Rows } from './rows.ts';

/** One record of a file. `line`: where it begins, as its program counts: a line of text, a row of a sheet; from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why it could not be read whole: a quote that is never closed, a card that breaks off. */
  readonly fault?: Phrase;
  /** What was met while reading it and needs a look. */
  readonly doubts?: readonly Phrase[];
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** What every format comes to: a heading and its rows. `told`: what was found out about the file, so that a wrong guess is seen. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: Rows;
  readonly told: readonly Phrase[];
  /** What was passed over or guessed, and should not be missed. */
  readonly warned?: readonly Phrase[];
  /** Of a workbook: all its sheets, and the one that was read. */
  readonly sheets?: readonly SheetInfo[];
  readonly sheet?: string;
  /** Of a workbook: rows or columns that are hidden in this sheet and were left out. */
  readonly hiddenParts?: boolean;
}

/** The sign between several values in one cell, as Google Contacts writes it. Names and notes hardly ever hold it. */
export const LIST_SIGN = ' ::: ';

/** A cell's values; the sign at the end of a lone value says that its commas part nothing. */
export const splitList = (cell: string): readonly string[] =>
  cell.includes(':::')
    ? cell
        .split(':::')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [cell];

/** The other way round: `plain` where it is safe, the list sign where a value holds a sign that parts. */
export function joinList(values: readonly string[], plain: '; ' | ' ::: '): string {
  if (values.length === 0) return '';
  if (plain === '; ' && !values.some((value) => /[;,|]|:::/.test(value))) return values.join('; ');
  const joined = values.join(LIST_SIGN);
  return values.length === 1 && plain === '; ' ? `${joined}${LIST_SIGN.trimEnd()}` : joined;
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
