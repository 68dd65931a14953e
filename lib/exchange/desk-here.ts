import type { Phrase } from '../domain/verdict.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Decision, Desk, LineView, ListView, PlanView, PlanWish } from './desk.ts';
import { idsInBulk } from './ids.ts';
import { opsOf, type Prepared, planPrepared, prepareImport } from './import.ts';
import { peopleIn } from './ledger-source.ts';
import { type List, readList } from './list.ts';
import { suggestMapping } from './mapping.ts';
import type { Choice, PlanContext } from './plan.ts';
import { decideAll, leftOut, type Preview } from './preview.ts';
import { rejectedCsv } from './rejects.ts';
import type { Running } from './running.ts';

/** The words of a file with rows that were left out, in a language. */
export type RejectWords = (language: string) => Parameters<typeof rejectedCsv>[2] & { say(phrase: Phrase): string };

interface Planned {
  readonly wish: PlanWish;
  readonly prepared: Prepared;
  readonly preview: Preview;
  readonly choices: ReadonlyMap<number, Choice>;
  readonly takeDoubtful: boolean;
}

/** The desk in the context that calls it: a worker's own, or the page where there are no workers. */
export function deskHere(openLedger: () => Promise<Ledger>, words: RejectWords): Desk {
  let list: List | undefined;
  let planned: Planned | undefined;
  const ending = new AbortController();
  const until = (running: Running): Running => ({
    ...running,
    signal: AbortSignal.any([running.signal, ending.signal]),
  });
  const there = <T>(what: T | undefined): T => {
    if (what === undefined) throw new Error('a step of the import came before the one that it needs');
    return what;
  };
  const replan = async (next: Omit<Planned, 'preview'>, running: Running): Promise<PlanView> => {
    const preview = await planPrepared(next.prepared, contextOf(next), until(running));
    planned = { ...next, preview };
    return viewOf(planned);
  };

  return {
    async open(file, options, running) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const read = await readList({ name: file.name, bytes }, until(running), options);
      if (!read.ok) return read;
      list = read.value;
      planned = undefined;
      return { ok: true, value: listView(list) };
    },
    async plan(wish, running) {
      const own = until(running);
      const source = peopleIn(await openLedger(), wish.space, own.signal);
      const prepared = await prepareImport(there(list), wish.mapping, source, wish.region);
      return replan({ wish, prepared, choices: new Map(), takeDoubtful: false }, running);
    },
    decide: (decision, running) => replan({ ...there(planned), ...decided(there(planned), decision) }, running),
    async lines(shown, from, to) {
      const { preview, choices } = there(planned);
      return preview.rows(shown, from, to).map(({ row: { line }, status, name, said, candidates }): LineView => {
        const choice = choices.get(line);
        return { line, status, name, said, ...(candidates ? { candidates } : {}), ...(choice ? { choice } : {}) };
      });
    },
    rejected: async (language) => rejectedCsv(there(list).header, leftOut(there(planned).preview), words(language)),
    async write(running) {
      const { preview, ...rest } = there(planned);
      const { signal, progress: onProgress, pause } = until(running);
      const quiet = { signal, pause, progress: () => undefined };
      const ledger = await openLedger();
      const parts = opsOf(preview, contextOf(rest), quiet);
      return ledger.appendBulk(parts, { total: preview.willWrite, signal, onProgress });
    },
    async undo() {
      const { space, batch, by } = there(planned).wish;
      return (await openLedger()).undo(space, batch, by);
    },
    async mend() {
      // Opening the ledger does it.
      await openLedger();
    },
    close() {
      ending.abort();
      list = undefined;
    },
  };
}

const contextOf = ({ wish, choices, takeDoubtful }: Omit<Planned, 'preview' | 'prepared'>): PlanContext => ({
  ...wish.origin,
  takeDoubtful,
  choices,
  batch: wish.batch,
  newId: idsInBulk(),
  space: wish.space,
  by: wish.by,
  now: new Date().toISOString(),
  lawPacks: wish.lawPacks,
  region: wish.region,
});

function viewOf({ preview, choices, takeDoubtful }: Planned): PlanView {
  let undecided = 0;
  for (const [line] of preview.asked()) if (!choices.has(line)) undecided += 1;
  const { counts, willWrite } = preview;
  return {
    counts,
    willWrite,
    leftOut: preview.count('left-out'),
    asked: preview.count('ask'),
    undecided,
    takeDoubtful,
  };
}

function decided(
  { preview, choices }: Planned,
  decision: Decision,
): Partial<Pick<Planned, 'choices' | 'takeDoubtful'>> {
  switch (decision.kind) {
    case 'doubtful':
      return { takeDoubtful: decision.take };
    case 'row': {
      const next = new Map(choices);
      if (decision.choice) next.set(decision.line, decision.choice);
      else next.delete(decision.line);
      return { choices: next };
    }
    case 'all':
      return { choices: decideAll(preview, choices, decision.as) };
    default:
      return decision satisfies never;
  }
}

/** Rows that are looked at to tell what a column holds. */
const SAMPLE = 200;

function listView({ rows, ...list }: List): ListView {
  const sample = rows.slice(0, SAMPLE).map(({ cells }) => cells);
  const filled = list.header.map(() => false);
  let left = filled.length;
  for (const { cells } of rows) {
    if (left === 0) break;
    for (let column = 0; column < filled.length; column += 1)
      if (!filled[column] && (cells[column] ?? '').trim() !== '') {
        filled[column] = true;
        left -= 1;
      }
  }
  return { ...list, sample, filled, suggested: suggestMapping(list.header, sample, list.fields) };
}
