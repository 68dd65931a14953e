import { liveQuery } from 'dexie';
import type { Books } from './context.ts';
import { epochOf } from './tables.ts';

/**
 * Calls `forget` when somebody was erased, here or by another page or worker, so that what this context remembers of people
 * goes as well, and not only when it is next asked. Answers with what ends the watching.
 */
export function watchErasures({ db }: Books, forget: () => void): () => void {
  let seen: number | undefined;
  const watching = liveQuery(() => epochOf(db)).subscribe({
    next: (epoch) => {
      if (seen !== undefined && epoch !== seen) forget();
      seen = epoch;
    },
    // A database that does not open is told where it is read.
    error: () => undefined,
  });
  return () => watching.unsubscribe();
}
