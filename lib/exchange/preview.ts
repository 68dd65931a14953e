import type { Phrase } from '../domain/verdict.ts';
import type { Prepared } from './import.ts';
import { numbers } from './numbers.ts';
import type { Candidate, Choice, Planned, RowStatus, Write } from './plan.ts';
import type { Row } from './table.ts';

export interface PreviewRow {
  readonly row: Row;
  readonly status: RowStatus;
  readonly name: string;
  readonly said: readonly Phrase[];
  readonly candidates?: readonly Candidate[];
  readonly skipped?: boolean;
}

/** What is shown of the rows: all, those of one status, those about which is asked, or those that are left out. */
export type Shown = RowStatus | 'all' | 'ask' | 'left-out';

/** What was found out about every row. A row itself is made when it is looked at. */
export interface Preview {
  readonly prepared: Prepared;
  readonly counts: Readonly<Record<RowStatus, number>>;
  /** Rows that would be written. */
  readonly willWrite: number;
  count(shown: Shown): number;
  /** Rows that are shown so, from the `from`th to before the `to`th of them. */
  rows(shown: Shown, from: number, to: number): readonly PreviewRow[];
  writes(from: number, to: number): readonly (Write & { readonly row: number })[];
  /** Whether a row behind this one is written to the same person. To be asked row by row, in their order. */
  owners(): { readonly back: (code: number, row: number) => boolean };
  /** Lines about which is asked, with who it may be, likeliest first. */
  asked(): Iterable<readonly [line: number, candidates: readonly Candidate[]]>;
}

const STATUS: readonly RowStatus[] = ['new', 'changed', 'same', 'doubtful', 'bad'];
const WRITTEN = 8;
const SKIPPED = 16;
const NONE: readonly never[] = [];

export function previewing(prepared: Prepared, takeDoubtful: boolean) {
  const { rows } = prepared;
  const flags = new Uint8Array(rows.length);
  /** 0: somebody new; else one more than their code. */
  const owners = new Uint32Array(rows.length);
  const said = new Map<number, readonly Phrase[]>();
  const candidates = new Map<number, readonly Candidate[]>();
  const notTheirs = new Map<number, ReadonlySet<string>>();
  const counts: Record<RowStatus, number> = { new: 0, changed: 0, same: 0, doubtful: 0, bad: 0 };
  let willWrite = 0;
  const sayings = sharing();
  const status = (row: number): RowStatus => STATUS[(flags[row] ?? 0) & 7] ?? 'bad';

  const add = (row: number, planned: Planned): void => {
    counts[planned.status] += 1;
    if (planned.said.length > 0) said.set(row, sayings(planned.said));
    if (planned.candidates) candidates.set(row, planned.candidates);
    const { write, skipped } = planned;
    flags[row] = STATUS.indexOf(planned.status) | (write ? WRITTEN : 0) | (skipped ? SKIPPED : 0);
    if (write === undefined) return;
    willWrite += 1;
    owners[row] = write.owner === undefined ? 0 : write.owner + 1;
    if (write.notTheirs) notTheirs.set(row, write.notTheirs);
  };

  const shows = (shown: Shown, row: number): boolean =>
    shown === 'ask' ? candidates.has(row) : shown === 'left-out' ? isLeftOut(row) : status(row) === shown;
  const isLeftOut = (row: number): boolean => {
    const is = status(row);
    if (is === 'bad' || ((flags[row] ?? 0) & SKIPPED) !== 0) return true;
    return is === 'doubtful' && !takeDoubtful;
  };
  const index = new Map<Shown, ReturnType<typeof numbers>>();
  const indexOf = (shown: Shown): ReturnType<typeof numbers> => {
    const there = index.get(shown);
    if (there) return there;
    const made = numbers();
    for (let row = 0; row < rows.length; row += 1) if (shows(shown, row)) made.push(row);
    index.set(shown, made);
    return made;
  };
  const rowAt = (at: number): PreviewRow | undefined => {
    const row = rows.at(at);
    if (row === undefined) return undefined;
    const asked = candidates.get(at);
    return {
      row,
      status: status(at),
      name: prepared.entry(at).name,
      said: said.get(at) ?? NONE,
      ...(asked ? { candidates: asked } : {}),
      ...((flags[at] ?? 0) & SKIPPED ? { skipped: true } : {}),
    };
  };

  const done = (): Preview => ({
    prepared,
    counts,
    willWrite,
    count: (shown) => (shown === 'all' ? rows.length : indexOf(shown).length),
    rows(shown, from, to) {
      const list = shown === 'all' ? undefined : indexOf(shown);
      const last = Math.min(to, list?.length ?? rows.length);
      return Array.from({ length: Math.max(last - from, 0) }, (_, at) =>
        rowAt(list?.at(from + at) ?? from + at),
      ).filter((row) => row !== undefined);
    },
    writes(from, to) {
      const found: (Write & { readonly row: number })[] = [];
      for (let row = from; row < to; row += 1) {
        if (((flags[row] ?? 0) & WRITTEN) === 0) continue;
        const [owner = 0, others] = [owners[row], notTheirs.get(row)];
        found.push({ row, ...(owner === 0 ? {} : { owner: owner - 1 }), ...(others ? { notTheirs: others } : {}) });
      }
      return found;
    },
    owners() {
      const last = new Map<number, number>();
      for (let row = 0; row < rows.length; row += 1) if (owners[row]) last.set((owners[row] ?? 0) - 1, row);
      return { back: (code, row) => (last.get(code) ?? -1) > row };
    },
    *asked() {
      for (const [row, who] of candidates) yield [rows.line(row), who] as const;
    },
  });
  return { add, done };
}

/** The same words are kept once: a list with one fault has it in every row. */
function sharing(): (said: readonly Phrase[]) => readonly Phrase[] {
  const known = new Map<string, readonly Phrase[]>();
  return (said) => {
    const text = JSON.stringify(said);
    const there = known.get(text);
    if (there) return there;
    if (known.size < 10_000) known.set(text, said);
    return said;
  };
}

/** Rows that this import leaves out: what is bad or was skipped, and what is doubtful and was not taken. */
export function* leftOut(preview: Preview): Generator<PreviewRow> {
  const count = preview.count('left-out');
  for (let from = 0; from < count; from += 256) yield* preview.rows('left-out', from, from + 256);
}

/** One word for all that are undecided: nobody is joined without it, or without a word of their own. */
export function decideAll(
  preview: Preview,
  choices: ReadonlyMap<number, Choice>,
  kind: Choice['kind'],
): ReadonlyMap<number, Choice> {
  const next = new Map(choices);
  for (const [line, [likeliest]] of preview.asked()) {
    if (choices.has(line) || likeliest === undefined) continue;
    next.set(line, kind === 'join' ? { kind, ref: likeliest.ref } : { kind });
  }
  return next;
}
