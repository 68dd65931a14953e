import { ok, type Result } from '../domain/result.ts';
import type { Phrase } from '../domain/verdict.ts';
import { type Delimiter, prepare, readRows } from './csv.ts';
import { breather, type Running } from './running.ts';
import { isBlank, type Row, type Table } from './table.ts';

const SIGNS: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** CSV or TSV → its rows, the heading among them; blank lines left out. */
export async function readDelimited(raw: string, running: Running): Promise<Result<Table, Phrase>> {
  const { text, delimiter, line } = prepare(raw);
  const breathe = breather(running);
  const rows: Row[] = [];
  let read = 0;
  for (const slice of readRows(text, delimiter, line)) {
    for (const row of slice) if (!isBlank(row.cells)) rows.push(row);
    read += slice.length;
    if (breathe.due(0)) await breathe.pause(read, 0);
  }
  const told = { key: `import_told_separator_${SIGNS[delimiter]}` };
  return ok({ header: rows[0]?.cells ?? [], rows, told: rows.some(({ cells }) => cells.length > 1) ? [told] : [] });
}
