import type { PersonState } from '../../domain/person.ts';
import type { Result } from '../../domain/result.ts';
import type { Phrase } from '../../domain/verdict.ts';
import type { Field, OutField } from '../fields.ts';
import type { OutContext } from '../out.ts';
import type { Running } from '../running.ts';
import type { Row, Table } from '../table.ts';

export type FormatId = 'csv' | 'tsv' | 'xlsx' | 'vcard' | 'google' | 'outlook' | 'hubspot' | 'mailchimp' | 'muck_rack';

export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Of a workbook: which sheet, and whether what is hidden in it is read too. */
export interface ReadOptions {
  readonly sheet?: string;
  readonly hidden?: boolean;
}

/** How a kind of file is opened. Text was decoded before; what is packed comes as bytes. */
export type Opens =
  | {
      readonly from: 'bytes';
      /** By the first bytes. */
      readonly recognises: (bytes: Uint8Array) => boolean;
      readonly read: (file: FileBytes, options: ReadOptions, running: Running) => Promise<Result<Table, Phrase>>;
    }
  | {
      readonly from: 'text';
      /** By how the text begins. */
      readonly recognises: (text: string) => boolean;
      /** `pieces` can be gone through once; `size`: of them all, about. */
      readonly read: (pieces: Iterable<string>, running: Running, size: number) => Promise<Result<Table, Phrase>>;
    };

/** The headings of a product. They are known in a CSV and in a workbook alike. */
export interface Layout {
  /** `headings`: as `plainHeading` makes them. */
  readonly recognises: (headings: ReadonlySet<string>) => boolean;
  /** What headings mean here and not elsewhere; keys as `plainHeading` makes them. `null`: nothing for us. */
  readonly fields: Readonly<Record<string, Field | null>>;
  /** Columns that belong together, brought together. */
  readonly arrange?: (
    header: readonly string[],
    rows: Iterable<Row>,
  ) => { readonly header: readonly string[]; readonly rows: Iterable<Row> };
}

export type Blocks = readonly (string | Uint8Array<ArrayBuffer>)[];

/** How people are written. A field that is not carried cannot be chosen for this format. */
export interface Writes {
  readonly suffix: '.csv' | '.tsv' | '.xlsx' | '.vcf';
  readonly type: string;
  readonly carries: (field: OutField) => boolean;
  readonly write: (
    people: readonly PersonState[],
    fields: readonly OutField[],
    context: OutContext,
    running: Running,
  ) => Promise<Blocks>;
}

/** One file a format. It tells by what it is known, how it becomes the common table, and how it is written. */
export interface Format {
  readonly id: FormatId;
  readonly opens?: Opens;
  readonly layout?: Layout;
  readonly writes?: Writes;
}
