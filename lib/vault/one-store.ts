/**
 * A small database of its own with one store: for what must live apart from the ledger, and as what only IndexedDB keeps
 * (a CryptoKey, the handle of a folder). Resolves once the transaction is through; rejects with the browser's own error.
 */
export async function withStore<T>(
  { factory = indexedDB, database, store }: { factory?: IDBFactory; database: string; store: string },
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const request = factory.open(database, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(store);
  };
  const db = await answer(request);
  try {
    const transaction = db.transaction(store, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'));
    });
    const [value] = await Promise.all([work(transaction.objectStore(store)), done]);
    return value;
  } finally {
    db.close();
  }
}

export const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
