import { IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { setAside } from '@/lib/ledger/recover-aside.ts';
import { aDevice, opened, people, raw } from './open.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const full = (): never => {
  throw new DOMException('full', 'QuotaExceededError');
};

/** The disk is full from the write that `when` names on. */
function fillDisk(when: (store: string) => boolean): void {
  for (const method of ['add', 'put'] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
      return when(this.name) ? full() : real.apply(this, args);
    });
  }
}

const rows = async (device: ReturnType<typeof aDevice>) => ({
  ops: await raw(device, 'ops', (table) => table.count()),
  states: await raw(device, 'states', (table) => table.count()),
});

describe('a full disk', () => {
  it.each(['ops', 'states', 'meta'])(
    'at the table %s: the write is refused as a whole, and told as that',
    async (table) => {
      const device = aDevice();
      const ledger = opened(await device.open());
      opened(await ledger.append(people(2)));
      fillDisk((store) => store === table);
      expect(await ledger.append(people(3))).toMatchObject({
        ok: false,
        error: { code: 'quota', advice: 'free-space' },
      });
      vi.restoreAllMocks();
      expect(await rows(device)).toEqual({ ops: 2, states: 2 });
      opened(await ledger.append(people(3)));
      expect([(await ledger.listPeople('personal', { limit: 9 })).total, await ledger.differences()]).toEqual([5, []]);
    },
  );

  it('in the middle of an import leaves nothing of it, at the latest when it is opened again', async () => {
    const device = aDevice({ chunk: 4 });
    const ledger = opened(await device.open());
    let written = 0;
    fillDisk((store) => store === 'ops' && ++written > 6);
    expect(await ledger.appendBulk([people(12, { batch: 'b' })])).toMatchObject({
      ok: false,
      error: { code: 'quota' },
    });
    vi.restoreAllMocks();
    ledger.close();
    const again = opened(await device.open());
    expect(await rows(device)).toEqual({ ops: 0, states: 0 });
    expect(await again.differences()).toEqual([]);
  });

  it('while the database is opened is told as that', async () => {
    const device = aDevice();
    fillDisk(() => true);
    expect(await device.open()).toMatchObject({ ok: false, error: { code: 'quota', advice: 'free-space' } });
  });
});

/** Without a version: as it is. */
const open = (device: ReturnType<typeof aDevice>, version?: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = device.indexedDB.open(device.name, version);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result);
  });

describe('an update in the middle of a write', () => {
  it('lets a write end wholly or not at all, says which, and keeps what was confirmed', async () => {
    const device = aDevice();
    const ledger = opened(await device.open());
    opened(await ledger.append(people(3)));
    const writing = ledger.append(people(40));
    const newer = open(device, 9_990);
    expect(await writing).toMatchObject({ ok: false, error: { code: 'newer-version', advice: 'update-izin' } });
    (await newer).close();
    expect(await rows(device)).toEqual({ ops: 3, states: 3 });
  });

  it('that another page holds up is told, with what helps', async () => {
    const device = aDevice();
    const old = await open(device, 1);
    expect(await openLedger({ ...device, IDBKeyRange, patience: 20 })).toEqual({
      ok: false,
      error: { code: 'blocked', advice: 'close-pages' },
    });
    old.close();
    opened(await device.open());
  });
});

describe('a ledger that is set aside', () => {
  it('makes room for an empty one, and only when it is asked to', async () => {
    const device = aDevice();
    const ledger = opened(await device.open());
    opened(await ledger.append(people(2)));
    ledger.close();
    opened(await setAside({ ...device, IDBKeyRange }));
    const fresh = opened(await device.open());
    expect((await fresh.listPeople('personal', { limit: 5 })).total).toBe(0);
  });

  it('is left as it is while another page holds it open', async () => {
    const device = aDevice();
    opened(await device.open()).close();
    const held = await open(device);
    expect(await setAside({ ...device, IDBKeyRange, patience: 20 })).toMatchObject({
      ok: false,
      error: { code: 'blocked' },
    });
    held.close();
  });
});
