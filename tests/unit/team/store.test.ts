import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from '@/lib/team/memory-store.ts';
import type { TeamStore } from '@/lib/team/store.ts';
import { aDevice, aLedger, opened } from '../ledger/open.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);
const KINDS: readonly (readonly [string, () => Promise<TeamStore>])[] = [
  ['in memory', async () => memoryStore()],
  ['in a database of its own', async () => (await aLedger()).teams.store('t')],
];

describe.each(KINDS)("a team's store %s", (_, make) => {
  it('gives back what was put, and nothing of what was not or is gone', async () => {
    const store = await make();
    await store.write([
      { table: 'meta', key: 'a', value: bytes(1, 2) },
      { table: 'log', key: 'a', value: bytes(3) },
      { table: 'log', key: 'b', value: bytes() },
    ]);
    expect([await store.get('meta', 'a'), await store.get('log', 'a')]).toEqual([bytes(1, 2), bytes(3)]);
    expect([await store.get('log', 'b'), await store.get('meta', 'b')]).toEqual([bytes(), undefined]);
    await store.write([
      { table: 'log', key: 'a' },
      { table: 'log', key: 'never' },
    ]);
    expect([await store.get('log', 'a'), await store.get('meta', 'a')]).toEqual([undefined, bytes(1, 2)]);
  });

  it('names keys of one table in the order of code units, from a prefix on', async () => {
    const store = await make();
    const keys = ['d/2', 'D/1', 'd/10', 'd/1', 'dd', 'd', 'é', 'd/\u00ff', 'z'];
    await store.write(keys.map((key) => ({ table: 'verdict' as const, key, value: bytes(1) })));
    await store.write([{ table: 'waiting', key: 'd/3', value: bytes(1) }]);
    const sorted = [...keys].sort();
    expect(await store.keys('verdict')).toEqual(sorted);
    expect(await store.keys('verdict', 'd/')).toEqual(sorted.filter((key) => key.startsWith('d/')));
    expect(await store.keys('inbox')).toEqual([]);
  });

  it('of two changes of one row in one write keeps the last', async () => {
    const store = await make();
    await store.write([
      { table: 'meta', key: 'a', value: bytes(1) },
      { table: 'meta', key: 'a' },
      { table: 'meta', key: 'b' },
      { table: 'meta', key: 'b', value: bytes(2) },
    ]);
    expect([await store.get('meta', 'a'), await store.get('meta', 'b')]).toEqual([undefined, bytes(2)]);
  });
});

describe("a team's store on disk", () => {
  it('is there after a restart, by name, apart from every other, and gone when it is forgotten', async () => {
    const device = aDevice();
    const first = opened(await device.open());
    expect(await first.teams.stores()).toEqual([]);
    const [one, two] = [await first.teams.store('one'), await first.teams.store('two')];
    await one.write([{ table: 'meta', key: 'a', value: bytes(1) }]);
    for (const open of [one, two, first]) open.close();
    const again = opened(await device.open());
    expect([...(await again.teams.stores())].sort()).toEqual(['one', 'two']);
    const [kept, other] = [await again.teams.store('one'), await again.teams.store('two')];
    expect([await kept.get('meta', 'a'), await other.get('meta', 'a')]).toEqual([bytes(1), undefined]);
    kept.close();
    opened(await again.teams.forget('one'));
    expect(await again.teams.stores()).toEqual(['two']);
    const anew = await again.teams.store('one');
    expect(await anew.keys('meta')).toEqual([]);
    for (const open of [anew, other, again]) open.close();
  });

  it('writes all or nothing, and says that the disk is full', async () => {
    const store = await (await aLedger()).teams.store('t');
    await store.write([{ table: 'meta', key: 'before', value: bytes(1) }]);
    const put = IDBObjectStore.prototype.put;
    let left = 1;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (left-- > 0) return put.apply(this, args);
      throw new DOMException('full', 'QuotaExceededError');
    });
    const two = ['x', 'y'].map((key) => ({ table: 'outbox' as const, key, value: bytes(2) }));
    await expect(store.write([{ table: 'meta', key: 'before' }, ...two])).rejects.toMatchObject({
      failure: { code: 'quota', advice: 'free-space' },
    });
    vi.restoreAllMocks();
    expect([await store.keys('outbox'), await store.get('meta', 'before')]).toEqual([[], bytes(1)]);
  });

  it('holds values sealed, each bound to its place', async () => {
    const device = aDevice();
    const store = await opened(await device.open()).teams.store('t');
    const word = new TextEncoder().encode('Sari Wulandari');
    await store.write([
      { table: 'outbox', key: '1', value: new Uint8Array(word) },
      { table: 'outbox', key: '2', value: bytes(1) },
    ]);
    const db = await done(device.indexedDB.open(`${device.name}-team-t`));
    const rows = db.transaction('rows', 'readwrite').objectStore('rows');
    const kept = (await done(rows.getAll())) as { table: string; key: string; sealed: Uint8Array }[];
    const lain = kept.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join();
    expect([kept.length, lain.includes('Sari')]).toEqual([2, false]);
    await done(rows.put({ ...kept[0], key: '2' }));
    db.close();
    await expect(store.get('outbox', '2')).rejects.toMatchObject({
      failure: { code: 'damaged', detail: 'team outbox 2' },
    });
  });
});

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
