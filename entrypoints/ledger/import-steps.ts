import type { Origin } from '@/components/ledger/import-map.tsx';
import type { ListView, PlanView } from '@/lib/exchange/desk.ts';
import type { ReadOptions } from '@/lib/exchange/formats/format.ts';
import type { ColumnMapping } from '@/lib/exchange/mapping.ts';

/** A file whose columns are being told apart. */
export interface Mapped {
  readonly file: File;
  readonly options: ReadOptions;
  readonly list: ListView;
  readonly mapping: readonly ColumnMapping[];
  /** The mapping is what was chosen for these headings before. */
  readonly asLastTime: boolean;
}

export interface Planned extends Mapped {
  readonly origin: Origin;
  readonly plan: PlanView;
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

/** For the log: format, columns that were taken, and what was kept for which purpose. No names. */
export function noteOf({ list, mapping }: Mapped): string {
  const taken = mapping.flatMap(({ field, purpose }) =>
    field === null ? [] : [purpose === undefined ? field : `${field} (${purpose})`],
  );
  return `${list.layout ?? list.format}: ${[...new Set(taken)].join(', ')}`;
}
