import { useObservable } from 'dexie-react-hooks';
import { useRef } from 'react';
import { err, ok, type Result } from '../domain/result.ts';
import { LedgerError, type LedgerFailure } from './failure.ts';
import type { Ledger } from './ledger.ts';

/** The answer of a read, kept fresh; the last one stands while the next is on its way. Undefined: not read yet. */
export function useLive<T>(
  ledger: Ledger,
  read: () => Promise<T>,
  deps: readonly unknown[],
): Result<T, LedgerFailure> | undefined {
  const seen = useObservable(
    () =>
      ledger.live(async (): Promise<Result<T, LedgerFailure>> => {
        try {
          return ok(await read());
        } catch (thrown) {
          if (thrown instanceof LedgerError) return err(thrown.failure);
          throw thrown;
        }
      }),
    [ledger, ...deps],
  );
  const last = useRef(seen);
  if (seen !== undefined) last.current = seen;
  return seen ?? last.current;
}
