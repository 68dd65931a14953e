import type { LawPackId } from '../domain/enums.ts';
import type { Result } from '../domain/result.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { LedgerFailure } from '../ledger/failure.ts';
import type { ReadOptions } from './formats/format.ts';
import type { List } from './list.ts';
import type { ColumnMapping } from './mapping.ts';
import type { Candidate, Choice, ListOrigin, RowStatus } from './plan.ts';
import type { Shown } from './preview.ts';
import type { Running } from './running.ts';

/** What a page needs to know of a list in order to ask what its columns are. */
export interface ListView extends Omit<List, 'rows'> {
  /** The first rows, as they are. */
  readonly sample: readonly (readonly string[])[];
  readonly suggested: readonly ColumnMapping[];
  /** Columns that hold anything at all: exports of address books have dozens that do not. */
  readonly filled: readonly boolean[];
}

/** What is asked of a list before it is looked at row by row. All of it goes from one context to another as data. */
export interface PlanWish {
  readonly mapping: readonly ColumnMapping[];
  readonly origin: ListOrigin;
  readonly space: string;
  readonly batch: string;
  readonly by: string;
  readonly lawPacks: readonly LawPackId[];
  readonly region: string;
}

export interface PlanView {
  readonly counts: Readonly<Record<RowStatus, number>>;
  /** Rows that would be written. */
  readonly willWrite: number;
  readonly leftOut: number;
  /** Rows that may be somebody who is there, and those of them that are not decided. */
  readonly asked: number;
  readonly undecided: number;
  readonly takeDoubtful: boolean;
}

export interface LineView {
  readonly line: number;
  readonly name: string;
  readonly status: RowStatus;
  readonly said: readonly Phrase[];
  readonly candidates?: readonly Candidate[];
  readonly choice?: Choice;
}

export type Decision =
  | { readonly kind: 'doubtful'; readonly take: boolean }
  /** Without a choice: the row is undecided again. */
  | { readonly kind: 'row'; readonly line: number; readonly choice?: Choice }
  | { readonly kind: 'all'; readonly as: Choice['kind'] };

/**
 * Where a list lies while it is being imported, in the page or beside it in a worker: one list at a time, each step after
 * the one before. Only what is in sight leaves it. A cancelled step throws the signal's reason and has changed nothing.
 */
export interface Desk {
  open(file: File, options: ReadOptions, running: Running): Promise<Result<ListView, Phrase>>;
  plan(wish: PlanWish, running: Running): Promise<PlanView>;
  decide(decision: Decision, running: Running): Promise<PlanView>;
  lines(shown: Shown, from: number, to: number): Promise<readonly LineView[]>;
  /** Rows that are left out, as a CSV in the language of the page. */
  rejected(language: string): Promise<string>;
  /** Answers with the number of people that were written. */
  write(running: Running): Promise<Result<number, LedgerFailure>>;
  undo(): Promise<Result<number, LedgerFailure>>;
  /** Takes back what a worker that has gone left half-written. */
  mend(): Promise<void>;
  /** Nothing more is asked. What is under way ends as a cancelled step does. */
  close(): void;
}
