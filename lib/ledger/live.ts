import { liveQuery } from 'dexie';
import type { Books } from './context.ts';

/** What `useObservable` and plain code can follow. */
export interface Live<T> {
  subscribe(next: (value: T) => void, failed?: (error: unknown) => void): { unsubscribe(): void };
}

/**
 * The answer of a read, and again after every change to the ledger or its log, made here or in another page or worker.
 * The read runs outside Dexie's own watching (decrypting would lose its way in there): the revision alone is watched.
 */
export function live<T>({ db }: Books, read: () => Promise<T>): Live<T> {
  const moved = (): Promise<unknown> => db.meta.bulkGet(['revision', 'activity', 'rules']);
  return {
    subscribe(next, failed = () => undefined) {
      let turn = 0;
      let open = true;
      const answer = async (): Promise<void> => {
        const mine = ++turn;
        try {
          const value = await read();
          if (open && mine === turn) next(value);
        } catch (error) {
          if (open && mine === turn) failed(error);
        }
      };
      const watching = liveQuery(moved).subscribe({ next: () => void answer(), error: failed });
      return {
        unsubscribe() {
          open = false;
          watching.unsubscribe();
        },
      };
    },
  };
}
