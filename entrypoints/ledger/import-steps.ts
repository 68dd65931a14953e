import type { Origin } from '@/components/ledger/import-map.tsx';
import type { FileBytes, ReadOptions } from '@/lib/exchange/formats/format.ts';
import type { Prepared, Preview } from '@/lib/exchange/import.ts';
import type { List } from '@/lib/exchange/list.ts';
import { type ColumnMapping, suggestMapping } from '@/lib/exchange/mapping.ts';
import type { Choice } from '@/lib/exchange/plan.ts';

/** A file whose columns are being told apart. */
export interface Mapped {
  readonly file: FileBytes;
  readonly options: ReadOptions;
  readonly list: List;
  readonly mapping: readonly ColumnMapping[];
  /** The mapping is what was chosen for these headings before. */
  readonly asLastTime: boolean;
}

export interface Planned extends Mapped {
  readonly origin: Origin;
  readonly prepared: Prepared;
  readonly preview: Preview;
  readonly takeDoubtful: boolean;
  readonly choices: ReadonlyMap<number, Choice>;
  /** One batch, from the first preview on: what was chosen changes its rows, not its name. */
  readonly batch: string;
}

export type Step =
  | { readonly kind: 'pick'; readonly wrong?: string }
  | {
      readonly kind: 'busy';
      readonly label: string;
      readonly done: number;
      readonly total: number;
      readonly left?: number | undefined;
    }
  | ({ readonly kind: 'map' } & Mapped)
  | ({ readonly kind: 'preview'; readonly wrong?: string; readonly replanning?: boolean } & Planned)
  | ({ readonly kind: 'done'; readonly written: number; readonly undone: boolean; readonly wrong?: string } & Planned);

/** Rows that are looked at to tell what a column holds. */
const SAMPLE = 200;
export const sampleOf = ({ rows }: List): readonly (readonly string[])[] =>
  rows.slice(0, SAMPLE).map(({ cells }) => cells);
export const suggestionFor = (list: List): readonly ColumnMapping[] =>
  suggestMapping(list.header, sampleOf(list), list.fields);

/** Which columns hold anything at all: exports of address books have dozens that do not. */
export function filledColumns({ header, rows }: List): readonly boolean[] {
  const filled = header.map(() => false);
  let left = header.length;
  for (const { cells } of rows) {
    if (left === 0) break;
    for (let column = 0; column < filled.length; column += 1)
      if (!filled[column] && (cells[column] ?? '').trim() !== '') {
        filled[column] = true;
        left -= 1;
      }
  }
  return filled;
}

/** For the log: format, columns that were taken, and what was kept for which purpose. No names. */
export function noteOf({ list, mapping }: Mapped): string {
  const taken = mapping.flatMap(({ field, purpose }) =>
    field === null ? [] : [purpose === undefined ? field : `${field} (${purpose})`],
  );
  return `${list.layout ?? list.format}: ${[...new Set(taken)].join(', ')}`;
}
