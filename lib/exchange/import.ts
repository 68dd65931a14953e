import type { Op } from '../domain/op.ts';
import type { PersonState } from '../domain/person.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { Row } from './csv.ts';
import { readEntry } from './entry.ts';
import { knownPeople } from './known.ts';
import type { List, Running } from './list.ts';
import type { ColumnMapping } from './mapping.ts';
import { type PlanContext, planRow, type RowStatus } from './plan.ts';

export interface PreviewRow {
  readonly row: Row;
  readonly status: RowStatus;
  readonly name: string;
  readonly said: readonly Phrase[];
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  readonly counts: Readonly<Record<RowStatus, number>>;
  /** All that the import would append, as one batch. Nothing is written before it is complete. */
  readonly ops: readonly Op[];
}

/** Rows looked at between two pauses: some 10 ms of work. */
const SLICE = 500;

/**
 * What an import of this list would do, row by row. The same function makes the preview and the ops, so what was shown is
 * what is done. Throws the signal's reason when it is cancelled.
 */
export async function planImport(
  list: List,
  mapping: readonly ColumnMapping[],
  people: readonly PersonState[],
  context: PlanContext,
  { signal, progress, pause }: Running,
): Promise<Preview> {
  const known = knownPeople(people, context.region);
  const reading = { mapping, columns: list.header.length, region: context.region };
  const counts: Record<RowStatus, number> = { new: 0, changed: 0, same: 0, doubtful: 0, bad: 0 };
  const rows: PreviewRow[] = [];
  const ops: Op[] = [];
  for (const [index, row] of list.rows.entries()) {
    if (index % SLICE === 0) {
      progress(index, list.rows.length);
      await pause();
      signal.throwIfAborted();
    }
    const entry = readEntry(row, reading);
    const { status, said, op, after } = planRow(entry, known, context);
    counts[status] += 1;
    rows.push({ row, status, name: entry.name, said });
    if (op) ops.push(op);
    if (after)
      known.keep(
        after,
        row.line,
        entry.points.map(({ key }) => key),
      );
  }
  progress(list.rows.length, list.rows.length);
  return { rows, counts, ops };
}

/** Rows that an import with these ops leaves out: what is bad, and what is doubtful unless it was taken. */
export const rejected = (preview: Preview, takeDoubtful: boolean): readonly PreviewRow[] =>
  preview.rows.filter(({ status }) => status === 'bad' || (status === 'doubtful' && !takeDoubtful));
