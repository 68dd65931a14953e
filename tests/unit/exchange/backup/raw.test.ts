import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { isRawCopy, openRaw, rawCopy } from '@/lib/exchange/backup/raw.ts';
import { previewRestore, restore } from '@/lib/exchange/backup/restore.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { idbKeyStore } from '@/lib/vault/idb-key-store.ts';
import { aDevice, aLedger, opened, people, personOp } from '../../ledger/open.ts';

async function aBrokenDevice() {
  const device = aDevice();
  const ledger = opened(await device.open());
  opened(await ledger.append([personOp('Sari', 'sari@harian.example'), ...people(3)]));
  ledger.close();
  return device;
}

describe('a raw copy', () => {
  it('holds every row as it lay: sealed, and nothing of anybody in the clear', async () => {
    const device = await aBrokenDevice();
    const copy = opened(await rawCopy({ ...device, IDBKeyRange }));
    expect([copy.rows > 8, copy.unread]).toEqual([true, []]);
    const plain = await new Response(copy.file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    expect(plain).not.toMatch(/Sari|harian|Orang/);
    expect(await isRawCopy(copy.file)).toBe(true);
    expect(await isRawCopy(new Blob(['{"kind":"izin.raw/1"}\n']))).toBe(false);
  });

  it('is taken by a later ledger that has the key, and by no other', async () => {
    const device = await aBrokenDevice();
    const { file } = opened(await rawCopy({ ...device, IDBKeyRange }));
    const keyStore = idbKeyStore(`${device.name}-keys`, device.indexedDB);
    const later = opened(await openLedger({ ...aDevice(), IDBKeyRange, keyStore }));
    const copy = opened(await openRaw(later.archive, file));
    expect((await previewRestore(copy, later)).people.new).toBe(4);
    expect(opened(await restore(copy, later)).added).toHaveLength(4);
    expect((await later.listPeople('personal', { limit: 9 })).total).toBe(4);
    const stranger = await aLedger();
    expect(await openRaw(stranger.archive, file)).toEqual({ ok: false, error: 'no-key' });
  });

  it('brings back who lay in pages, with what was said of them since', async () => {
    const device = aDevice({ pack: 5 });
    const ledger = opened(await device.open());
    const list = people(9, { batch: 'b1' });
    opened(await ledger.appendBulk([list]));
    const since = personOp('Sari', 'sari@harian.example', [], { subject: list[2]?.subject });
    opened(await ledger.append([since, personOp('Budi', 'budi@harian.example')]));
    const { file } = opened(await rawCopy({ ...device, IDBKeyRange }));
    const keyStore = idbKeyStore(`${device.name}-keys`, device.indexedDB);
    const later = opened(await openLedger({ ...aDevice(), IDBKeyRange, keyStore }));
    const copy = opened(await openRaw(later.archive, file));
    expect((await previewRestore(copy, later)).people.new).toBe(10);
    expect(opened(await restore(copy, later)).added).toHaveLength(11);
    const before = await ledger.listPeople('personal', { limit: 99 });
    expect((await later.listPeople('personal', { limit: 99 })).people).toEqual(before.people);
    expect(await openRaw((await aLedger()).archive, file)).toEqual({ ok: false, error: 'no-key' });
  });

  it('that was cut is told as damaged', async () => {
    const device = await aBrokenDevice();
    const { file } = opened(await rawCopy({ ...device, IDBKeyRange }));
    const ledger = opened(await device.open());
    expect(await openRaw(ledger.archive, file.slice(0, file.size - 20))).toEqual({ ok: false, error: 'damaged' });
  });

  it('of a database that is not there says so, and makes none', async () => {
    const device = aDevice();
    expect((await rawCopy({ ...device, IDBKeyRange })).ok).toBe(false);
    expect(await device.indexedDB.databases()).toEqual([]);
  });
});
