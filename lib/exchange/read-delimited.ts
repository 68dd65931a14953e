import { ok, type Result } from '../domain/result.ts';
import type { Phrase } from '../domain/verdict.ts';
import { type Delimiter, prepare, readRows } from './csv.ts';
import { packing } from './rows.ts';
import { breather, type Running } from './running.ts';
import { isBlank, type Table } from './table.ts';

const SIGNS: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** CSV or TSV, piece by piece → its rows, the heading among them; blank lines left out. `size`: of the text, about. */
export async function readDelimited(
  pieces: Iterable<string>,
  running: Running,
  size = 0,
): Promise<Result<Table, Phrase>> {
  const { text, delimiter, line } = prepare(pieces);
  const breathe = breather(running);
  const packed = packing();
  let cells = 1;
  for (const { rows: slice, at } of readRows(text, delimiter, line)) {
    for (const row of slice)
      if (!isBlank(row.cells)) {
        packed.add(row);
        cells = Math.max(cells, row.cells.length);
      }
    if (breathe.due(0)) await breathe.pause(at, Math.max(size, at));
  }
  const rows = packed.rows();
  const told = { key: `import_told_separator_${SIGNS[delimiter]}` };
  return ok({ header: rows.at(0)?.cells ?? [], rows, told: cells > 1 ? [told] : [] });
}
