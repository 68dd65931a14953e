import type { FilePlace, Hiding } from '../domain/file-reading.ts';
import { type Blocks, blocks } from './blocks.ts';
import { type Column, columnOf, lettersOf } from './column.ts';
import { headingKind } from './column-kind.ts';
import { holdsContact } from './contact.ts';
import type { Job } from './reader.ts';

/** Rows in which a heading is looked for: titles and empty rows stand above it. */
const HEADING_WITHIN = 10;

export interface TableSink {
  /** `number`: as its program counts, from 1. Cells without anything are empty. */
  row(number: number, cells: readonly string[], hidden: boolean): void;
  /** Ends the table; → rows with something in them, the heading aside. */
  end(): number;
}

/**
 * Rows → parts, columns, people. Hidden rows and columns are parts of their own. A heading stands before each number that
 * needs it, as in `NIK: 3174…`, and a phone number that lost its 0 gets it back.
 */
export function tableSink(
  job: Job,
  where: FilePlace,
  hidden: Hiding | undefined,
  away: ReadonlySet<number>,
): TableSink {
  const shown = blocks(job, where, hidden);
  const hiddenRows = blocks(job, where, hidden ?? 'row');
  const hiddenColumns = new Map<number, Blocks>();
  const columns: Column[] = [];
  let header: readonly string[] | undefined;
  let seen = 0;
  let rows = 0;
  let people = 0;
  let awayPeople = 0;

  const columnAt = (index: number): Column => {
    for (let at = columns.length; at <= index; at += 1)
      columns.push(columnOf(at, (header?.[at] ?? '').trim(), job.region));
    return columns[index] as Column;
  };
  const columnBlocks = (index: number): Blocks => {
    const known = hiddenColumns.get(index);
    if (known) return known;
    const made = blocks(job, { ...where, column: lettersOf(index) }, hidden ?? 'column');
    hiddenColumns.set(index, made);
    return made;
  };

  const values = (cells: readonly string[]): readonly string[] => {
    let isPerson = false;
    let shownPerson = false;
    const texts = cells.map((cell, index) => {
      if (cell === '') return cell;
      const column = columnAt(index);
      column.take(cell);
      const text = column.heading === 'phone' && /^8\d{8,11}$/.test(cell) ? `0${cell}` : cell;
      if (!shownPerson && holdsContact(text)) {
        isPerson = true;
        shownPerson = !away.has(index);
      }
      return column.prefix !== '' && /\d/.test(text) ? column.prefix + text : text;
    });
    if (isPerson) people += 1;
    if (isPerson && !shownPerson) awayPeople += 1;
    return texts;
  };

  return {
    row(number, cells, rowHidden) {
      if (cells.every((cell) => cell === '')) return;
      seen += 1;
      const isHeading = header === undefined && seen <= HEADING_WITHIN && looksLikeHeading(cells);
      if (isHeading) header = cells;
      else if (header === undefined && !isTitle(cells)) header = [];
      const before = people;
      const texts = isHeading || header === undefined ? cells : values(cells);
      if (!isHeading && header !== undefined) rows += 1;
      if (rowHidden && people > before && hidden === undefined) awayPeople += people - before;
      const line = rowHidden ? hiddenRows : shown;
      if (away.size === 0) line.line(texts.join('\t').trimEnd(), number);
      else {
        line.line(
          texts
            .filter((_, index) => !away.has(index))
            .join('\t')
            .trimEnd(),
          number,
        );
        texts.forEach((text, index) => {
          if (away.has(index) && text !== '') columnBlocks(index).line(text, number);
        });
      }
    },
    end() {
      for (const each of [shown, hiddenRows, ...hiddenColumns.values()]) each.end();
      const hiding = job.hidden ?? hidden;
      const used = columns
        .map((column) => column.done(away.has(column.index)))
        .filter(({ count, header: name }) => count > 0 || name !== '');
      if (rows > 0)
        job.out.table({
          where: { ...job.place, ...where },
          columns: used,
          rows,
          people,
          ...(hiding ? { hidden: hiding } : {}),
        });
      if (hiding === undefined) job.out.hiddenPeople += Math.min(people, awayPeople);
      return rows;
    },
  };
}

const VALUE = /@|\d{5}|^\d+([.,]\d+)?$/;

function looksLikeHeading(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.some((cell) => VALUE.test(cell) || cell.length > 80)) return false;
  return filled.length > 1 || filled.some((cell) => headingKind(cell) !== undefined);
}

/** A line above the table: one cell of words. */
const isTitle = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && !VALUE.test(filled[0] ?? '');
};
