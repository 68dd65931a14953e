import type { KeyStore, VaultKeys } from './key-store.ts';

/*
 * A database of its own, so that a ledger that will not open does not take its key with it. A CryptoKey survives
 * IndexedDB without its bytes being readable; storage.session would lose it.
 */
const STORE = 'keys';
const DEVICE = 'device';

export function idbKeyStore(name: string, factory: IDBFactory = indexedDB): KeyStore {
  const load = (): Promise<VaultKeys | undefined> =>
    using(factory, name, 'readonly', async (store) => {
      const found: unknown = await answer(store.get(DEVICE));
      return isKeys(found) ? found : undefined;
    });
  return {
    load,
    add: (keys) =>
      using(factory, name, 'readwrite', async (store) => {
        // Read and write in one transaction: the second of two contexts finds the keys of the first.
        const found: unknown = await answer(store.get(DEVICE));
        if (isKeys(found)) return found;
        await answer(store.put(keys, DEVICE));
        return keys;
      }),
  };
}

async function using<T>(
  factory: IDBFactory,
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE);
  };
  const db = await answer(request);
  try {
    const transaction = db.transaction(STORE, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'));
    });
    const [value] = await Promise.all([work(transaction.objectStore(STORE)), done]);
    return value;
  } finally {
    db.close();
  }
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const isKeys = (value: unknown): value is VaultKeys =>
  typeof value === 'object' && value !== null && 'seal' in value && 'token' in value;
