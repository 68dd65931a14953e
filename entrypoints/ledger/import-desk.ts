import { bumpRevision } from '@/lib/bus/bus.ts';
import type { Desk } from '@/lib/exchange/desk.ts';
import { deskHere } from '@/lib/exchange/desk-here.ts';
import type { Running } from '@/lib/exchange/running.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import type { Answer, Asked, Question, Step } from './import-messages.ts';
import { rejectWords } from './import-words.ts';

/** The worker ended by itself: out of memory, or stopped by the browser. What it had begun to write is taken back. */
export class WorkerGone extends Error {}

export type OpenDesk = (ledger: Ledger) => Desk;

/** In a worker, so that the page stays as quick as ever; in the page where there are none. */
export const openDesk: OpenDesk = (ledger) =>
  typeof Worker === 'function' ? deskBeside(startWorker) : deskHere(async () => ledger, rejectWords);

const startWorker = (): Worker => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });

type Pending = {
  readonly done: (value: unknown) => void;
  readonly failed: (thrown: Error) => void;
  readonly running?: Running | undefined;
};

/** A desk whose work is done elsewhere. `start` makes the worker, and another after one that has gone. */
export function deskBeside(start: () => Worker): Desk {
  let worker: Worker | undefined;
  let last = 0;
  const pending = new Map<number, Pending>();

  const gone = (which = worker): void => {
    if (which !== worker) return;
    worker?.terminate();
    worker = undefined;
    for (const { failed } of pending.values()) failed(new WorkerGone());
    pending.clear();
  };
  const hear = ({ data }: MessageEvent<Answer>): void => {
    if ('alive' in data) {
      const mine = worker;
      void navigator.locks.request(data.alive, () => gone(mine));
      return;
    }
    if ('changed' in data) {
      void bumpRevision();
      return;
    }
    const one = pending.get(data.id);
    if ('done' in data) {
      one?.running?.progress(data.done, data.total);
      return;
    }
    pending.delete(data.id);
    if ('value' in data) one?.done(data.value);
    else one?.failed(new Error(data.thrown));
  };
  const working = (): Worker => {
    if (worker) return worker;
    worker = start();
    worker.addEventListener('message', hear);
    worker.addEventListener('messageerror', () => gone());
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      gone();
    });
    return worker;
  };
  /** The answer of a step has the step's own type: both ends are this program. */
  const ask = <S extends Step>(step: S, asked: Asked<S>, running?: Running): ReturnType<Desk[S]> => {
    const id = ++last;
    const to = working();
    const answer = new Promise<unknown>((done, failed) => {
      pending.set(id, { done, failed, running });
      running?.signal.addEventListener('abort', () => to.postMessage({ cancel: id } satisfies Question), {
        once: true,
      });
    });
    to.postMessage({ id, step, asked });
    return answer as ReturnType<Desk[S]>;
  };

  return {
    open: (file, options, running) => ask('open', [file, options], running),
    plan: (wish, running) => ask('plan', [wish], running),
    decide: (decision, running) => ask('decide', [decision], running),
    lines: (shown, from, to) => ask('lines', [shown, from, to]),
    rejected: (language) => ask('rejected', [language]),
    write: (running) => ask('write', [], running),
    undo: () => ask('undo', []),
    mend: () => ask('mend', []),
    close: () => worker?.postMessage({ close: true } satisfies Question),
  };
}
