import { peoplePage } from '@/lib/ledger/shelf-people.ts';
import { idbKeyStore } from '@/lib/vault/idb-key-store.ts';
import { openVault, type Vault } from '@/lib/vault/vault.ts';
import type { aDevice } from './open.ts';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

type Row = Readonly<Record<string, unknown>>;

/** Every row of every store as it lies, and beside it what is sealed in it, opened with the device's own key. */
export async function everything({ name, indexedDB }: ReturnType<typeof aDevice>): Promise<readonly string[]> {
  const kept = await openVault(idbKeyStore(`${name}-keys`, indexedDB), true);
  if (!kept.ok) throw new Error(kept.error);
  const db = await done(indexedDB.open(name));
  const texts: string[] = [];
  for (const store of db.objectStoreNames) {
    const rows: readonly Row[] = await done(db.transaction(store).objectStore(store).getAll());
    for (const row of rows) texts.push(asText(row), ...(await openedIn(kept.value, store, row)));
  }
  db.close();
  return texts;
}

/** Bytes as letters, so that plain text among them would be seen. */
const asText = (row: Row): string =>
  JSON.stringify(row, (_, value) => (ArrayBuffer.isView(value) ? Buffer.from(value.buffer).toString('latin1') : value));

async function openedIn(vault: Vault, store: string, row: Row): Promise<readonly string[]> {
  if (store === 'pages') return [await pageIn(vault, row)];
  const sealed = ArrayBuffer.isView(row.sealed) ? row.sealed : ArrayBuffer.isView(row.value) ? row.value : undefined;
  if (!sealed) return [];
  const opened = await vault.open(new Uint8Array(sealed.buffer as ArrayBuffer), rowName(store, row));
  if (!opened.ok) throw new Error(`not opened: ${rowName(store, row)}`);
  return [JSON.stringify(opened.value)];
}

async function pageIn(vault: Vault, row: Row): Promise<string> {
  const name = `page:${row.run}:${row.kind}:${row.id}`;
  const sealed = row.sealed as Uint8Array;
  const opened = await vault.openBytes(new Uint8Array(sealed.buffer as ArrayBuffer), name);
  if (!opened.ok) throw new Error(`not opened: ${name}`);
  if (row.kind === 'people') {
    const page = peoplePage(opened.value);
    const records = Array.from({ length: page.slots }, (_, slot) => page.record(slot));
    return `${new TextDecoder().decode(opened.value)} ${JSON.stringify(records)}`;
  }
  return new TextDecoder().decode(opened.value);
}

function rowName(store: string, { space, subject, id, seq, key }: Row): string {
  if (store === 'ops') return `op:${space}:${subject}:${id}`;
  if (store === 'states') return `state:${space}:${subject}`;
  if (store === 'topics') return `topic:${space}:${subject}`;
  if (store === 'names') return `names:${id}`;
  return store === 'activity' ? `activity:${seq}` : `meta:${key}`;
}
