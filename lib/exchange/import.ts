import type { Op } from '../domain/op.ts';
import type { PersonState } from '../domain/person.ts';
import type { Phrase } from '../domain/verdict.ts';
import { type Entry, entryReader } from './entry.ts';
import { knownPeople } from './known.ts';
import type { ColumnMapping } from './mapping.ts';
import { broughtBy, type Candidate, type PlanContext, type Planned, planRow, type RowStatus } from './plan.ts';
import { breather, type Running } from './running.ts';
import type { Row, Table } from './table.ts';

export interface PreviewRow {
  readonly row: Row;
  readonly status: RowStatus;
  readonly name: string;
  readonly said: readonly Phrase[];
  readonly candidates?: readonly Candidate[];
  readonly skipped?: boolean;
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  readonly counts: Readonly<Record<RowStatus, number>>;
  /** Rows that would be written. */
  readonly willWrite: number;
}

/** A list whose cells are understood and whose ledger is indexed: every choice of the user plans it anew from here. */
export interface Prepared {
  readonly table: Table;
  readonly entries: readonly Entry[];
  readonly known: ReturnType<typeof knownPeople>;
}

/** The long half of a plan: cells → entries. Throws the signal's reason when it is cancelled. */
export async function prepareImport(
  table: Table,
  mapping: readonly ColumnMapping[],
  people: readonly PersonState[],
  region: string,
  running: Running,
): Promise<Prepared> {
  const { rows } = table;
  const breathe = breather(running);
  const read = entryReader({ mapping, columns: table.header.length, region });
  const entries: Entry[] = [];
  for (const [index, row] of rows.entries()) {
    if (breathe.due(index)) await breathe.pause(index, rows.length * 2);
    entries.push(read(row));
  }
  return { table, entries, known: knownPeople(people, region) };
}

/**
 * What an import of this list would do, row by row. The same walk makes the preview and the ops, so what was shown is what
 * is done. Throws the signal's reason when it is cancelled.
 */
export async function planPrepared(prepared: Prepared, context: PlanContext, running: Running): Promise<Preview> {
  const counts: Record<RowStatus, number> = { new: 0, changed: 0, same: 0, doubtful: 0, bad: 0 };
  const rows: PreviewRow[] = [];
  let willWrite = 0;
  await walk(prepared, { ...context, dry: true }, running, (row, entry, planned) => {
    const { status, said, candidates, skipped } = planned;
    counts[status] += 1;
    if (planned.write) willWrite += 1;
    const name = entry.name;
    if (candidates || skipped)
      rows.push({ row, status, name, said, ...(candidates ? { candidates } : {}), ...(skipped ? { skipped } : {}) });
    else rows.push({ row, status, name, said });
  });
  return { rows, counts, willWrite };
}

/** All that the import appends, as one batch. Nothing is written before it is complete. */
export async function opsOf(prepared: Prepared, context: PlanContext, running: Running): Promise<readonly Op[]> {
  const ops: Op[] = [];
  const { newId, space, now: at, by, batch } = context;
  await walk(prepared, context, running, (_, __, { write }) => {
    if (write)
      ops.push({ id: newId(), space, subject: write.subject, of: 'person', at, by, batch, changes: write.changes });
  });
  return ops;
}

async function walk(
  { table: { rows }, entries, known: begin }: Prepared,
  context: PlanContext,
  running: Running,
  each: (row: Row, entry: Entry, planned: Planned) => void,
): Promise<void> {
  const known = begin((newcomer) => broughtBy(newcomer, context));
  const breathe = breather(running);
  for (const [index, entry] of entries.entries()) {
    if (breathe.due(index)) await breathe.pause(entries.length + index, entries.length * 2);
    const row = rows[index];
    if (row) each(row, entry, planRow(entry, row.line, known, context));
  }
  running.progress(entries.length * 2, entries.length * 2);
}

/** Rows that an import with these ops leaves out: what is bad or was skipped, and what is doubtful unless it was taken. */
export const rejected = (preview: Preview, takeDoubtful: boolean): readonly PreviewRow[] =>
  preview.rows.filter(({ status, skipped }) => status === 'bad' || skipped || (status === 'doubtful' && !takeDoubtful));
