/** A database as it lies: what IndexedDB knows of its stores, and each row with its bytes. */
export interface Dump {
  /** As IndexedDB counts: Dexie's number times ten. */
  readonly version: number;
  readonly stores: readonly Store[];
}

interface Store {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
    readonly multiEntry: boolean;
  }[];
  readonly rows: readonly unknown[];
}

export const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export async function dumpOf(factory: IDBFactory, name: string): Promise<Dump> {
  const db = await answer(factory.open(name));
  const stores: Store[] = [];
  for (const each of db.objectStoreNames) {
    const store = db.transaction(each).objectStore(each);
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = store.index(index);
      return { name: index, keyPath, unique, multiEntry };
    });
    stores.push({ name: each, keyPath: store.keyPath ?? [], indexes, rows: await answer(store.getAll()) });
  }
  const { version } = db;
  db.close();
  return { version, stores };
}

/** Makes the database anew, with the stores and the version that it had. */
export async function restoreDump(factory: IDBFactory, name: string, { version, stores }: Dump): Promise<void> {
  const request = factory.open(name, version);
  request.onupgradeneeded = () => {
    for (const { name: each, keyPath, indexes, rows } of stores) {
      const store = request.result.createObjectStore(each, { keyPath });
      for (const { name: index, keyPath: path, ...how } of indexes) store.createIndex(index, path, how);
      for (const row of rows) store.put(row);
    }
  };
  (await answer(request)).close();
}

const BYTES = '$bytes';

/** Bytes are written as base64. */
export const toText = (value: unknown): string =>
  JSON.stringify(
    value,
    (_, each) =>
      ArrayBuffer.isView(each)
        ? { [BYTES]: Buffer.from(each.buffer, each.byteOffset, each.byteLength).toString('base64') }
        : each,
    1,
  );

export const fromText = (text: string): unknown =>
  JSON.parse(text, (_, each) =>
    typeof each === 'object' && each !== null && BYTES in each
      ? new Uint8Array(Buffer.from(String(each[BYTES]), 'base64'))
      : each,
  );
