import { IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { aSuppression, NOW } from '../domain/builders.ts';
import { aDevice, mail, opened, people, raw } from './open.ts';

const aShelf = () => aDevice({ pack: 10, chunk: 40 });
const by = (subject: string, changes: readonly Change[], of: Op['of'] = 'person'): Op =>
  newOp({ space: 'personal', subject, of, by: 'me' }, changes, NOW);
const at = async (ledger: Ledger, ...addresses: readonly string[]): Promise<readonly string[]> =>
  (await ledger.peopleAt(['personal'], addresses.map(mail))).map((found) =>
    found.map(({ person, suppressions }) => `${person.name}${suppressions.length > 0 ? ', stopped' : ''}`).join(),
  );

describe('whom an address leads to', () => {
  it('is told anew after every change that another page or worker made', async () => {
    const device = aShelf();
    const [writer, asker] = [opened(await device.open()), opened(await device.open())];
    const list = people(12, { batch: 'b1' });
    const asked = ['orang3@harian.example', 'orang4@harian.example', 'orang5@harian.example', 'baru@harian.example'];
    expect(await at(asker, ...asked)).toEqual(['', '', '', '']);
    opened(await writer.appendBulk([list]));
    expect(await at(asker, ...asked)).toEqual(['Orang 3', 'Orang 4', 'Orang 5', '']);
    opened(await writer.append([by(list[3]!.subject, [{ kind: 'suppression', suppression: aSuppression() }])]));
    expect(await at(asker, ...asked)).toEqual(['Orang 3, stopped', 'Orang 4', 'Orang 5', '']);
    const [, was] = list[4]!.changes;
    if (was?.kind !== 'point') throw new Error('no point');
    const moved = { ...was, point: { ...was.point, address: 'baru@harian.example' } };
    opened(await writer.append([by(list[4]!.subject, [moved])]));
    expect(await at(asker, ...asked)).toEqual(['Orang 3, stopped', '', 'Orang 5', 'Orang 4']);
    opened(await writer.erase({ space: 'personal', person: list[5]!.subject, by: 'me' }));
    expect(await at(asker, ...asked)).toEqual(['Orang 3, stopped', '', ', stopped', 'Orang 4']);
    opened(await writer.undo('personal', 'b1', 'me'));
    expect(await at(asker, 'orang6@harian.example', ...asked)).toEqual(['', '', '', ', stopped', '']);
  });

  it('is told of those in pages also beside more rows than are remembered', async () => {
    const device = aShelf();
    opened(await device.open()).close();
    await raw(device, 'states', (states) => {
      for (let n = 0; n <= 1_000; n += 1) states.put({ space: 'elsewhere', subject: `p${n}`, rev: 1, tokens: [] });
      return states.count();
    });
    const ledger = opened(await device.open());
    const list = people(12, { batch: 'b1' });
    opened(await ledger.appendBulk([list]));
    const [, was] = list[4]!.changes;
    if (was?.kind !== 'point') throw new Error('no point');
    const moved = { ...was, point: { ...was.point, address: 'baru@harian.example' } };
    opened(await ledger.append([by(list[4]!.subject, [moved])]));
    const asked = ['orang3@harian.example', 'orang4@harian.example', 'baru@harian.example'];
    expect(await at(ledger, ...asked)).toEqual(['Orang 3', '', 'Orang 4']);
  });

  it('costs a page of the index and a page of people for each, and little besides', async () => {
    const device = aShelf();
    const ledger = opened(await device.open());
    opened(await ledger.appendBulk([people(400, { batch: 'b1' })]));
    const asked = Array.from({ length: 12 }, (_, n) => `orang${n * 32}@harian.example`);
    await at(ledger, 'somebody@harian.example');
    const get = vi.spyOn(FakeStore.prototype, 'get');
    const found = await at(ledger, ...asked);
    const requests = get.mock.calls.length;
    get.mockRestore();
    expect(found).toEqual(asked.map((_, n) => `Orang ${n * 32}`));
    expect(requests).toBeLessThanOrEqual(2 * asked.length + 4);
  });

  it('is answered again without asking for anybody, and only whoever is new is asked for', async () => {
    const device = aShelf();
    const ledger = opened(await device.open());
    const list = people(40, { batch: 'b1' });
    opened(await ledger.appendBulk([list]));
    const known = list.map((_, n) => `orang${n}@harian.example`);
    const before = await at(ledger, ...known.slice(0, 30));
    const get = vi.spyOn(FakeStore.prototype, 'get');
    expect(await at(ledger, ...known.slice(0, 30))).toEqual(before);
    const [again] = [get.mock.calls.length, get.mockClear()];
    expect(await at(ledger, ...known.slice(0, 31))).toEqual([...before, 'Orang 30']);
    const oneMore = get.mock.calls.length;
    get.mockRestore();
    expect([again, oneMore]).toEqual([1, 4]);
    opened(await ledger.append([by(list[0]!.subject, [{ kind: 'suppression', suppression: aSuppression() }])]));
    expect(await at(ledger, ...known.slice(0, 2))).toEqual(['Orang 0, stopped', 'Orang 1']);
  });
});
