import type { KeyStore, VaultKeys } from './key-store.ts';
import { answer, withStore } from './one-store.ts';

/*
 * A database of its own, so that a ledger that will not open does not take its key with it. A CryptoKey survives
 * IndexedDB without its bytes being readable; storage.session would lose it.
 */
const STORE = 'keys';
const DEVICE = 'device';

export function idbKeyStore(name: string, factory: IDBFactory = indexedDB): KeyStore {
  const place = { factory, database: name, store: STORE };
  const load = (): Promise<VaultKeys | undefined> =>
    withStore(place, 'readonly', async (store) => {
      const found: unknown = await answer(store.get(DEVICE));
      return isKeys(found) ? found : undefined;
    });
  return {
    load,
    add: (keys) =>
      withStore(place, 'readwrite', async (store) => {
        // Read and write in one transaction: the second of two contexts finds the keys of the first.
        const found: unknown = await answer(store.get(DEVICE));
        if (isKeys(found)) return found;
        await answer(store.put(keys, DEVICE));
        return keys;
      }),
  };
}

const isKeys = (value: unknown): value is VaultKeys =>
  typeof value === 'object' && value !== null && 'seal' in value && 'token' in value;
