import { answer, withStore } from '../vault/one-store.ts';

/*
 * What a scheduled backup needs between two starts of the browser: a key that cannot be read, and the handle of a
 * folder. Neither survives but in IndexedDB; a database of its own, so that a ledger that will not open takes nothing
 * of it along.
 */
const at = (factory: IDBFactory | undefined) => ({
  ...(factory && { factory }),
  database: 'izin-backup',
  store: 'kept',
});

export type KeptName = 'root' | 'folder';

export const kept = (name: KeptName, factory?: IDBFactory): Promise<unknown> =>
  withStore(at(factory), 'readonly', (store) => answer<unknown>(store.get(name)));

/** Undefined: forget it. */
export async function keep(name: KeptName, value: unknown, factory?: IDBFactory): Promise<void> {
  await withStore(at(factory), 'readwrite', async (store) => {
    if (value === undefined) await answer(store.delete(name));
    else await answer(store.put(value, name));
  });
}
