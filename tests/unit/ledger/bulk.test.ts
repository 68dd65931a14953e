import { IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anEvent } from '../domain/builders.ts';
import { aDevice, aLedger, mail, opened, people, personOp, raw } from './open.ts';

afterEach(() => vi.restoreAllMocks());

const many = people(45, { batch: 'b1' });
const rowsIn = (device: ReturnType<typeof aDevice>) =>
  Promise.all(['ops', 'states'].map((store) => raw(device, store, (table) => table.count())));

describe('a large import', () => {
  it('is written whole, with progress told', async () => {
    const ledger = await aLedger({ chunk: 20 });
    const seen: number[] = [];
    expect(await ledger.appendBulk([many], { total: 45, onProgress: (done) => seen.push(done) })).toEqual({
      ok: true,
      value: 45,
    });
    expect(seen).toEqual([20, 40, 45]);
    expect((await ledger.listPeople('personal', { limit: 5, query: 'orang 44' })).total).toBe(1);
  });

  it('may come in parts that are made while it is written', async () => {
    const ledger = await aLedger({ chunk: 20 });
    const asked: number[] = [];
    const done: number[] = [];
    async function* parts() {
      for (let at = 0; at < 45; at += 15) {
        asked.push(done.at(-1) ?? 0);
        yield many.slice(at, at + 15);
      }
    }
    const written = await ledger.appendBulk(parts(), { total: 45, onProgress: (count) => done.push(count) });
    expect(written).toEqual({ ok: true, value: 45 });
    expect(asked).toEqual([0, 15, 30]);
    expect((await ledger.listPeople('personal', { limit: 1 })).total).toBe(45);
  });

  it('whose parts end in an error leaves nothing behind', async () => {
    const device = aDevice({ chunk: 20 });
    const ledger = opened(await device.open());
    async function* parts() {
      yield many.slice(0, 15);
      throw new TypeError('the file went away');
    }
    expect(await ledger.appendBulk(parts())).toMatchObject({ ok: false, error: { code: 'write-failed' } });
    expect(await rowsIn(device)).toEqual([0, 0]);
  });

  it('that is cancelled leaves nothing behind', async () => {
    const device = aDevice({ chunk: 20 });
    const ledger = opened(await device.open());
    const sari = personOp('Sari', 'orang0@harian.example');
    await ledger.append([sari]);
    const cancel = new AbortController();
    const touching = [
      ...many.slice(0, 30),
      personOp('Changed', 'x@harian.example', [], { subject: sari.subject, batch: 'b1' }),
    ];
    const result = await ledger.appendBulk([touching], { signal: cancel.signal, onProgress: () => cancel.abort() });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await rowsIn(device)).toEqual([1, 1]);
    expect((await ledger.listPeople('personal', { limit: 9 })).people.map(({ person }) => person.name)).toEqual([
      'Sari',
    ]);
    expect(await ledger.differences()).toEqual([]);
  });

  it('that finds the disk full says so and leaves nothing behind', async () => {
    const device = aDevice({ chunk: 20 });
    const ledger = opened(await device.open());
    const add = FakeStore.prototype.add;
    let left = 30;
    const full = vi.spyOn(FakeStore.prototype, 'add').mockImplementation(function (
      this: InstanceType<typeof FakeStore>,
      ...args
    ) {
      if (this.name === 'ops' && --left < 0) throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, args);
    });
    expect(await ledger.appendBulk([many])).toMatchObject({
      ok: false,
      error: { code: 'quota', advice: 'free-space' },
    });
    full.mockRestore();
    expect(await rowsIn(device)).toEqual([0, 0]);
    expect((await ledger.listPeople('personal', { limit: 9 })).total).toBe(0);
  });

  it('with one refused row names it and leaves nothing behind', async () => {
    const device = aDevice({ chunk: 20 });
    const ledger = opened(await device.open());
    const wrong = personOp('Budi', 'b@harian.example', [{ kind: 'consent', recordId: 'none', event: anEvent() }], {
      batch: 'b1',
    });
    const result = await ledger.appendBulk([[...many.slice(0, 21), wrong]]);
    expect(result).toMatchObject({ ok: false, error: { code: 'refused', index: 21, refusal: { code: 'no-record' } } });
    expect(await rowsIn(device)).toEqual([0, 0]);
  });

  it('that died half-way is removed at the next opening', async () => {
    const device = aDevice({ chunk: 20 });
    const ledger = opened(await device.open());
    await ledger.append([personOp('Sari', 'sari@harian.example')]);
    await ledger.append(people(5, { batch: 'dead' }));
    await raw(device, 'meta', (meta) => meta.put({ key: 'import', value: 'dead' }));
    ledger.close();
    const again = opened(await device.open());
    expect(await rowsIn(device)).toEqual([1, 1]);
    expect(await again.peopleAt(['personal'], [mail('orang1@harian.example')])).toEqual([[]]);
  });

  it('is one batch, and each batch once', async () => {
    const ledger = await aLedger({ chunk: 20 });
    expect(await ledger.appendBulk([people(2)])).toMatchObject({
      ok: false,
      error: { code: 'invalid', detail: 'batch' },
    });
    opened(await ledger.appendBulk([people(2, { batch: 'b1' })]));
    expect(await ledger.appendBulk([people(2, { batch: 'b1' })])).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    expect((await ledger.listPeople('personal', { limit: 9 })).total).toBe(2);
  });

  it('lets a withdrawal be recorded while it runs', async () => {
    const ledger = await aLedger({ chunk: 20 });
    const done: string[] = [];
    await Promise.all([
      ledger.appendBulk([many]).then(() => done.push('import')),
      ledger.append([personOp('Sari', 'sari@harian.example')]).then(() => done.push('withdrawal')),
    ]);
    expect(done).toEqual(['withdrawal', 'import']);
  });
});
