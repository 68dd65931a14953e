import { useEffect, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { LedgerError } from '@/lib/ledger/failure.ts';
import { phraseOf } from '@/lib/ledger/said.ts';

export type Counting<T> =
  | { readonly kind: 'busy'; readonly done: number; readonly total: number; readonly elapsed: number }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly why: Phrase };

type Told = (done: number, total: number) => void;

/** Runs a long read once, and again when `turn` moves; leaving the room ends it. */
export function useCounting<T>(read: (signal: AbortSignal, told: Told) => Promise<T>, turn: unknown): Counting<T> {
  const [state, show] = useState<Counting<T>>({ kind: 'busy', done: 0, total: 0, elapsed: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new closure each render is not a new question
  useEffect(() => {
    const own = new AbortController();
    const began = performance.now();
    const told: Told = (done, total) =>
      show((now) => (now.kind === 'ready' ? now : { kind: 'busy', done, total, elapsed: performance.now() - began }));
    read(own.signal, told).then(
      (value) => {
        if (!own.signal.aborted) show({ kind: 'ready', value });
      },
      (thrown: unknown) => {
        if (own.signal.aborted) return;
        if (!(thrown instanceof LedgerError)) throw thrown;
        show({ kind: 'failed', why: phraseOf(thrown.failure) });
      },
    );
    return () => own.abort();
  }, [turn]);
  return state;
}
