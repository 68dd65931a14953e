/*
 * What a scheduled backup needs between two starts of the browser: a key that cannot be read, and the handle of a
 * folder. Neither survives but in IndexedDB; a database of its own, so that a ledger that will not open takes nothing
 * of it along.
 */
const STORE = 'kept';

export type KeptName = 'root' | 'folder';

const DATABASE = 'izin-backup';

export const kept = (name: KeptName, factory?: IDBFactory): Promise<unknown> =>
  using('readonly', (store) => store.get(name), factory);

/** Undefined: forget it. */
export async function keep(name: KeptName, value: unknown, factory?: IDBFactory): Promise<void> {
  if (value === undefined) await using('readwrite', (store) => store.delete(name), factory);
  else await using('readwrite', (store) => store.put(value, name), factory);
}

async function using<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
  factory: IDBFactory = indexedDB,
): Promise<T> {
  const opening = factory.open(DATABASE, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
  const db = await answer(opening);
  try {
    return await answer(ask(db.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    db.close();
  }
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
