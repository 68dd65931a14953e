import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '@/lib/ledger/failure.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { memoryKeyStore } from '@/lib/vault/key-store.ts';
import { aDevice, mail, opened, people, personOp, raw } from './open.ts';

describe('opening', () => {
  it('makes no new key over a ledger whose key is gone', async () => {
    const device = aDevice();
    const ledger = opened(await device.open());
    await ledger.append(people(1));
    ledger.close();
    const lost = await openLedger({ ...device, IDBKeyRange, keyStore: memoryKeyStore() });
    expect(lost).toEqual({ ok: false, error: { code: 'key-lost', advice: 'restore-backup' } });
    expect(await raw(device, 'ops', (table) => table.count())).toBe(1);
  });

  it('with the key of another device says that the key is lost', async () => {
    const [one, other] = [aDevice(), aDevice()];
    opened(await one.open()).close();
    const stranger = memoryKeyStore();
    opened(await openLedger({ ...other, IDBKeyRange, keyStore: stranger })).close();
    expect(await openLedger({ ...one, IDBKeyRange, keyStore: stranger })).toMatchObject({
      ok: false,
      error: { code: 'key-lost' },
    });
  });

  it('begins no empty ledger where one was begun before, until the user wants one', async () => {
    let marked = false;
    const begun = {
      is: async () => marked,
      set: async () => {
        marked = true;
      },
    };
    const first = aDevice();
    opened(await openLedger({ ...first, IDBKeyRange, keyStore: memoryKeyStore(), begun })).close();
    expect(marked).toBe(true);
    const emptied = { ...aDevice(), IDBKeyRange, keyStore: memoryKeyStore(), begun };
    expect(await openLedger(emptied)).toEqual({ ok: false, error: { code: 'emptied', advice: 'restore-backup' } });
    expect(await emptied.keyStore.load()).toBeUndefined();
    marked = false;
    opened(await openLedger(emptied)).close();
    expect(marked).toBe(true);
  });

  it('marks a ledger that was begun before there was a mark', async () => {
    const device = { ...aDevice(), IDBKeyRange, keyStore: memoryKeyStore() };
    opened(await openLedger(device)).close();
    let marked = false;
    const set = async (): Promise<void> => {
      marked = true;
    };
    opened(await openLedger({ ...device, begun: { is: async () => marked, set } })).close();
    expect(marked).toBe(true);
  });

  it('that IndexedDB refuses is a failure that names what helps', async () => {
    const refusing = {
      ...aDevice(),
      IDBKeyRange,
      indexedDB: {
        open: () => {
          throw new DOMException('backing store', 'UnknownError');
        },
      } as unknown as IDBFactory,
    };
    expect(await openLedger(refusing)).toMatchObject({
      ok: false,
      error: { code: 'open-failed', advice: 'try-again' },
    });
  });
});

describe('a damaged row', () => {
  async function damaged() {
    const device = aDevice();
    const ledger = opened(await device.open());
    const [sari, budi] = [personOp('Sari', 'sari@harian.example'), personOp('Budi', 'budi@harian.example')];
    await ledger.append([sari, budi]);
    const row = await raw(device, 'states', (table) => table.get(['personal', sari.subject]));
    row.sealed[40] ^= 1;
    await raw(device, 'states', (table) => table.put(row));
    return { device, ledger, sari };
  }

  it('stops the check that needs it, by name, and no other', async () => {
    const { ledger, sari } = await damaged();
    const asked = ledger.peopleAt(['personal'], [mail('sari@harian.example')]);
    await expect(asked).rejects.toThrow(LedgerError);
    await expect(asked).rejects.toMatchObject({
      failure: { code: 'damaged', detail: `state:personal:${sari.subject}` },
    });
    expect((await ledger.peopleAt(['personal'], [mail('budi@harian.example')]))[0]).toHaveLength(1);
  });

  it('is told in the list, which shows the rest', async () => {
    const { ledger, sari } = await damaged();
    const page = await ledger.listPeople('personal', { limit: 5 });
    expect([page.people.map(({ person }) => person.name), page.damaged]).toEqual([['Budi'], [sari.subject]]);
  });

  it('is mended from its ops', async () => {
    const { ledger } = await damaged();
    opened(await ledger.rebuild());
    expect((await ledger.peopleAt(['personal'], [mail('sari@harian.example')]))[0]).toHaveLength(1);
    expect((await ledger.listPeople('personal', { limit: 5 })).damaged).toEqual([]);
  });

  it('among the ops makes a write fail, and changes nothing', async () => {
    const { device, ledger, sari } = await damaged();
    const row = await raw(device, 'ops', (table) => table.get(sari.id));
    row.sealed[40] ^= 1;
    await raw(device, 'ops', (table) => table.put(row));
    const result = await ledger.append([personOp('Sari W.', 's@harian.example', [], { subject: sari.subject })]);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'damaged', advice: 'restore-backup', detail: `op ${sari.id}` },
    });
    expect(await ledger.rebuild()).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await raw(device, 'ops', (table) => table.count())).toBe(2);
  });
});
