import { useEffect, useRef } from 'react';
import { NO_PACE, paceAfter, timeLeft } from '@/components/ledger/progress-left.ts';
import type { Running } from '@/lib/exchange/running.ts';
import { pause } from './pause.ts';

export interface Advance {
  readonly done: number;
  readonly total: number;
  readonly left?: number | undefined;
}

export interface Work {
  /** Runs one long job, and ends the one before. Answers with nothing where it was cancelled or another took its place. */
  readonly run: <T>(job: (running: Running) => Promise<T>, told: (advance: Advance) => void) => Promise<Ended<T>>;
  readonly cancel: () => void;
}

type Ended<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'replaced' }
  | { readonly kind: 'failed'; readonly thrown: unknown };

/** Milliseconds between two words on how far it is. */
const EVERY = 100;

/** Long work of one page: one job at a time, its pace, and its end with the page. */
export function useWork(): Work {
  const work = useRef(new AbortController());
  useEffect(() => () => work.current.abort(), []);
  return {
    cancel: () => work.current.abort(),
    async run(job, told) {
      work.current.abort();
      const own = new AbortController();
      work.current = own;
      let pace = NO_PACE;
      let last = Number.NEGATIVE_INFINITY;
      const progress = (done: number, total: number): void => {
        const now = performance.now();
        pace = paceAfter(pace, done, now);
        if (own.signal.aborted || now - last < EVERY) return;
        last = now;
        told({ done, total, left: timeLeft(pace, total, now) });
      };
      try {
        progress(0, 0);
        const value = await job({ signal: own.signal, progress, pause });
        return work.current === own ? { kind: 'done', value } : { kind: 'replaced' };
      } catch (thrown) {
        if (work.current !== own) return { kind: 'replaced' };
        return own.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', thrown };
      }
    },
  };
}
