import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { type LedgerOptions, openLedger } from '@/lib/ledger/open-ledger.ts';
import { anId, NOW } from '../domain/builders.ts';

/** One device: its databases, opened as often as a test likes. */
export function aDevice(options: Partial<LedgerOptions> = {}) {
  const indexedDB = new IDBFactory();
  const name = anId('ledger');
  const all: LedgerOptions = { name, indexedDB, IDBKeyRange, now: () => NOW, ...options };
  return { name, indexedDB, open: () => openLedger(all) };
}

export async function aLedger(options: Partial<LedgerOptions> = {}): Promise<Ledger> {
  return opened(await aDevice(options).open());
}

export function opened<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export const mail = (address: string) => ({ channel: 'email', address }) as const;

export function personOp(name: string, email: string, more: readonly Change[] = [], over: Partial<Op> = {}): Op {
  const subject = over.subject ?? anId('person');
  const changes: readonly Change[] = [
    { kind: 'person', set: { name } },
    { kind: 'point', point: { id: anId('point'), ...mail(email) } },
    ...more,
  ];
  return { ...newOp({ space: 'personal', subject, of: 'person', by: 'me' }, changes, NOW), ...over, subject };
}

export const people = (count: number, over: Partial<Op> = {}): readonly Op[] =>
  Array.from({ length: count }, (_, index) => personOp(`Orang ${index}`, `orang${index}@harian.example`, [], over));

export const topicOp = (of: 'term' | 'release', subject: string, changes: readonly Change[]): Op =>
  newOp({ space: 'personal', subject, of, by: 'me' }, changes, NOW);

/** The raw database, for tests of what lies on disk and of damage to it. */
export async function raw<T>(
  device: { readonly name: string; readonly indexedDB: IDBFactory },
  store: string,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await done(device.indexedDB.open(device.name));
  try {
    return await done(work(db.transaction(store, 'readwrite').objectStore(store)));
  } finally {
    db.close();
  }
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
