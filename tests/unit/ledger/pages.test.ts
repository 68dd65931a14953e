import { IDBObjectStore as FakeStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { numberOf } from '@/lib/ledger/shelf-format.ts';
import { idbKeyStore } from '@/lib/vault/idb-key-store.ts';
import { openVault } from '@/lib/vault/vault.ts';
import { anEvent, anId, aRecord, aSuppression, NOW } from '../domain/builders.ts';
import { everything } from './everything.ts';
import { aDevice, mail, opened, people, personOp, raw } from './open.ts';

const PACK = 10;
const aShelf = (over: Parameters<typeof aDevice>[0] = {}) => aDevice({ pack: PACK, chunk: 40, ...over });
const count = (device: ReturnType<typeof aDevice>, store: string) => raw(device, store, (table) => table.count());
const by = (subject: string, changes: readonly Change[], over: Partial<Op> = {}): Op => ({
  ...newOp({ space: 'personal', subject, of: 'person', by: 'me' }, changes, NOW),
  ...over,
});
const region = (code: string): Op =>
  newOp(
    { space: 'personal', subject: 'personal', of: 'space', by: 'me' },
    [{ kind: 'policy', set: { region: code } }],
    NOW,
  );
const sms = (address: string) => ({ channel: 'sms', address }) as const;
const named = (ledger: Ledger, address: string): Promise<readonly string[]> =>
  ledger.peopleAt(['personal'], [mail(address)]).then(([found = []]) => found.map(({ person }) => person.name));

/** Everything that a ledger answers about these people, wherever they lie. */
async function answers(
  ledger: Ledger,
  subjects: readonly string[],
  points: readonly ReturnType<typeof mail | typeof sms>[],
) {
  const { people: listed, total, damaged } = await ledger.listPeople('personal', { limit: 500 });
  const copy: Op[] = [];
  for await (const page of ledger.archive.pages()) copy.push(...page.ops);
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    at: await ledger.peopleAt(['personal'], points),
    owners: await ledger.ownersOf(
      ['personal'],
      [
        ...points.map(
          ({ channel, address }) => ({ kind: channel === 'email' ? channel : 'phone', value: address }) as const,
        ),
        { kind: 'nik', value: '3174010101900001' },
      ],
    ),
    persons: await ledger.persons('personal', subjects),
    histories: await Promise.all(subjects.map((one) => ledger.history('personal', one))),
    asking: (await ledger.asking('personal')).map(({ person }) => person.id).toSorted(),
    list: [...listed].map((one) => JSON.stringify(one)).toSorted(),
    found: (await ledger.listPeople('personal', { limit: 9, query: 'orang 1' })).total,
    total,
    damaged,
    copy: copy.toSorted(byId),
    count: await ledger.archive.count(),
    differences: await ledger.differences(),
  };
}

/** What the index of a run holds of a token or a subject. */
const bytesOf = (number: number): string => Buffer.from(new Float64Array([number]).buffer).toString('latin1');

async function indexed(device: ReturnType<typeof aDevice>, mark: string): Promise<boolean> {
  const vault = opened(await openVault(idbKeyStore(`${device.name}-keys`, device.indexedDB), true));
  const rows = await raw(device, 'pages', (pages) => pages.getAll());
  const plain = rows
    .filter(({ kind }) => kind === 'index')
    .map(async (row) => opened(await vault.openBytes(new Uint8Array(row.sealed), `page:${row.run}:index:${row.id}`)));
  return (await Promise.all(plain)).some((bytes) => Buffer.from(bytes).toString('latin1').includes(mark));
}

async function numberIn(device: ReturnType<typeof aDevice>, text: string): Promise<number> {
  const vault = opened(await openVault(idbKeyStore(`${device.name}-keys`, device.indexedDB), true));
  return vault.number('personal', text);
}

describe('a batch in pages', () => {
  it('makes no row of a person, and everybody is found', async () => {
    const device = aShelf();
    const ledger = opened(await device.open());
    opened(await ledger.appendBulk([people(45, { batch: 'b1' })]));
    expect([await count(device, 'ops'), await count(device, 'states'), await count(device, 'runs')]).toEqual([0, 0, 1]);
    expect(await named(ledger, 'Orang7@harian.example')).toEqual(['Orang 7']);
    expect((await ledger.listPeople('personal', { limit: 3, query: 'orang 44' })).total).toBe(1);
    expect(await ledger.differences()).toEqual([]);
  });

  it('is found again after a restart, and by another that was open meanwhile', async () => {
    const device = aShelf();
    const [writer, other] = [opened(await device.open()), opened(await device.open())];
    expect((await other.listPeople('personal', { limit: 1 })).total).toBe(0);
    opened(await writer.appendBulk([people(12, { batch: 'b1' })]));
    expect((await other.listPeople('personal', { limit: 1 })).total).toBe(12);
    writer.close();
    other.close();
    const again = opened(await device.open());
    expect(await named(again, 'orang3@harian.example')).toEqual(['Orang 3']);
    expect((await again.listPeople('personal', { limit: 1 })).total).toBe(12);
  });

  it('lets a change of somebody in it answer from then on', async () => {
    const ledger = opened(await aShelf().open());
    const list = people(12, { batch: 'b1' });
    opened(await ledger.appendBulk([list]));
    const { subject } = list[3]!;
    opened(await ledger.append([by(subject, [{ kind: 'suppression', suppression: aSuppression() }])]));
    const [[held] = []] = await ledger.peopleAt(['personal'], [mail('orang3@harian.example')]);
    expect([held?.person.name, held?.suppressions.length]).toEqual(['Orang 3', 1]);
    expect((await ledger.listPeople('personal', { limit: 1 })).total).toBe(12);
    opened(await ledger.append([by(list[4]!.subject, [{ kind: 'removed' }])]));
    expect(await named(ledger, 'orang4@harian.example')).toEqual([]);
    expect((await ledger.listPeople('personal', { limit: 1 })).total).toBe(11);
    expect(await ledger.differences()).toEqual([]);
  });

  it('takes later ops of its own people too, once each', async () => {
    const ledger = opened(await aShelf().open());
    const list = people(45, { batch: 'b1' });
    const more = by(list[2]!.subject, [{ kind: 'person', set: { outlet: 'Radio' } }], { batch: 'b1' });
    opened(await ledger.appendBulk([list, [more, more]]));
    const [state] = await ledger.persons('personal', [list[2]!.subject]);
    expect([state?.person.name, state?.person.outlet]).toEqual(['Orang 2', 'Radio']);
    expect((await ledger.history('personal', list[2]!.subject)).length).toBe(2);
    expect(await ledger.undo('personal', 'b1', 'me')).toEqual({ ok: true, value: 45 });
    expect((await ledger.listPeople('personal', { limit: 1 })).total).toBe(0);
  });

  it('finds numbers anew when the region moves', async () => {
    const ledger = opened(await aShelf().open());
    const number = { kind: 'point', point: { id: anId('point'), ...sms('081 2345 6789') } } as const;
    opened(
      await ledger.appendBulk([
        [...people(12, { batch: 'b1' }), personOp('Sari', 's@harian.example', [number], { batch: 'b1' })],
      ]),
    );
    const at = async (address: string) => (await ledger.peopleAt(['personal'], [sms(address)]))[0]?.length;
    expect([await at('+62 81 2345 6789'), await at('+60 81 2345 6789')]).toEqual([1, 0]);
    opened(await ledger.append([region('MY')]));
    expect([await at('+62 81 2345 6789'), await at('+60 81 2345 6789')]).toEqual([0, 1]);
    expect(await ledger.differences()).toEqual([]);
  });

  it('that does not end leaves nothing behind, and a later change of its people stays', async () => {
    const device = aShelf();
    const ledger = opened(await device.open());
    const list = people(45, { batch: 'b1' });
    const cancel = new AbortController();
    const options = { signal: cancel.signal, total: 90, onProgress: (done: number) => done > 40 && cancel.abort() };
    expect(await ledger.appendBulk([list, people(45, { batch: 'b1' })], options)).toMatchObject({
      error: { code: 'cancelled' },
    });
    for (const store of ['ops', 'states', 'runs', 'pages']) expect(await count(device, store)).toBe(0);
    opened(await ledger.appendBulk([list]));
    await raw(device, 'meta', (meta) => meta.put({ key: 'import', value: 'b1' }));
    opened(await ledger.append([by(list[1]!.subject, [{ kind: 'suppression', suppression: aSuppression() }])]));
    ledger.close();
    const again = opened(await device.open());
    for (const store of ['runs', 'pages']) expect(await count(device, store)).toBe(0);
    const [left] = await again.persons('personal', [list[1]!.subject]);
    expect([left?.person.name, left?.suppressions.length]).toEqual(['', 1]);
    expect(await again.differences()).toEqual([]);
  });

  it('that finds the disk full says so and leaves nothing behind', async () => {
    const device = aShelf();
    const ledger = opened(await device.open());
    const add = FakeStore.prototype.add;
    const full = vi.spyOn(FakeStore.prototype, 'add').mockImplementation(function (
      this: InstanceType<typeof FakeStore>,
      ...args
    ) {
      if (this.name === 'pages') throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, args);
    });
    const written = await ledger.appendBulk([people(12, { batch: 'b1' })]);
    full.mockRestore();
    expect(written).toMatchObject({ ok: false, error: { code: 'quota', advice: 'free-space' } });
    for (const store of ['ops', 'states', 'runs', 'pages']) expect(await count(device, store)).toBe(0);
    expect((await ledger.listPeople('personal', { limit: 1 })).total).toBe(0);
  });

  it('refuses what rows would refuse, by the number of the op', async () => {
    const device = aShelf();
    const ledger = opened(await device.open());
    const wrong = personOp('Budi', 'b@harian.example', [{ kind: 'consent', recordId: 'none', event: anEvent() }], {
      batch: 'b1',
    });
    const result = await ledger.appendBulk([people(41, { batch: 'b1' }), [wrong]]);
    expect(result).toMatchObject({ ok: false, error: { code: 'refused', index: 41, refusal: { code: 'no-record' } } });
    const unfit = { ...wrong, changes: [{ kind: 'person', set: { name: 3 } }] } as unknown as Op;
    expect(await ledger.appendBulk([[...people(12, { batch: 'b1' }), unfit]])).toMatchObject({
      error: { code: 'invalid', index: 12 },
    });
    expect(await count(device, 'pages')).toBe(0);
  });

  it('blocks an address of somebody erased in it as well', async () => {
    const ledger = opened(await aShelf().open());
    const sari = personOp('Sari', 'orang3@harian.example');
    opened(await ledger.append([sari]));
    opened(await ledger.erase({ space: 'personal', person: sari.subject, by: 'me' }));
    opened(await ledger.appendBulk([people(12, { batch: 'b1' })]));
    const [found = []] = await ledger.peopleAt(['personal'], [mail('orang3@harian.example')]);
    expect(found.map(({ suppressions }) => suppressions.some(({ erased }) => erased))).toEqual([true, true]);
    opened(await ledger.append([personOp('Sari', 'orang3@harian.example')]));
    expect(await ledger.differences()).toEqual([]);
  });
});

describe('erased from a page', () => {
  it('nothing of them is left in any row or page, and the others stay', async () => {
    const device = aShelf();
    const ledger = opened(await device.open());
    const list = people(20, { batch: 'b1' });
    const sari = personOp('Sari Unik', 'sariunik@lentera.example', [], { batch: 'b1' });
    opened(await ledger.appendBulk([[...list, sari]]));
    expect((await everything(device)).some((text) => text.includes('sariunik'))).toBe(true);
    const found = await numberIn(device, 'email:sariunik@lentera.example');
    const marks = [numberOf(sari.subject), found].map(bytesOf);
    expect(await Promise.all(marks.map((mark) => indexed(device, mark)))).toEqual([true, true]);
    opened(await ledger.append([by(sari.subject, [{ kind: 'person', set: { nicknames: ['Sariunik'] } }])]));
    const certificate = opened(await ledger.erase({ space: 'personal', person: sari.subject, by: 'me' }));
    expect(certificate.counts).toMatchObject({ ops: 2, tokens: 1 });
    const left = await everything(device);
    for (const word of ['sariunik', 'Sari Unik', 'sari unik', sari.id])
      expect(left.filter((text) => text.includes(word))).toEqual([]);
    expect(await Promise.all(marks.map((mark) => indexed(device, mark)))).toEqual([false, false]);
    expect((await ledger.listPeople('personal', { limit: 99 })).total).toBe(20);
    const [[held] = []] = await ledger.peopleAt(['personal'], [mail('sariunik@lentera.example')]);
    expect(held?.suppressions).toMatchObject([{ erased: true }]);
    expect(await ledger.append([by(sari.subject, [{ kind: 'person', set: { name: 'X' } }])])).toMatchObject({
      error: { code: 'refused' },
    });
    expect(await ledger.archive.count()).toBe(21);
    expect(await ledger.differences()).toEqual([]);
  });
});

describe('a page that is damaged', () => {
  it.each(['people', 'index'])('of %s stops the check that needs it, by name', async (kind) => {
    const device = aShelf();
    const ledger = opened(await device.open());
    opened(await ledger.appendBulk([people(12, { batch: 'b1' })]));
    const rows = await raw(device, 'pages', (pages) => pages.getAll());
    const row = rows.find((one) => one.kind === kind);
    row.sealed[20] ^= 1;
    await raw(device, 'pages', (pages) => pages.put(row));
    await expect(ledger.peopleAt(['personal'], [mail('orang3@harian.example')])).rejects.toMatchObject({
      failure: { code: 'damaged' },
    });
    await raw(device, 'pages', (pages) => pages.delete([row.run, kind, row.id]));
    await expect(ledger.peopleAt(['personal'], [mail('orang3@harian.example')])).rejects.toMatchObject({
      failure: { code: 'damaged' },
    });
  });

  it('is told in the list, and the copy counts it', async () => {
    const device = aShelf();
    const ledger = opened(await device.open());
    opened(await ledger.appendBulk([people(70, { batch: 'b1' })]));
    const row = await raw(device, 'pages', (pages) => pages.getAll()).then((rows) =>
      rows.find((one) => one.kind === 'people' && one.id === 1),
    );
    row.sealed[20] ^= 1;
    await raw(device, 'pages', (pages) => pages.put(row));
    const page = await ledger.listPeople('personal', { limit: 100 });
    expect([page.people.length, page.damaged.length]).toEqual([38, 32]);
    let unreadable = 0;
    for await (const one of ledger.archive.pages()) unreadable += one.unreadable;
    expect(unreadable).toBe(1);
  });
});

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.oneof(
    fc.constantFrom('a', 'b', 'c').map((name): Change => ({ kind: 'person', set: { nicknames: [name] } })),
    fc
      .constantFrom('x@a.example', 'y@b.example')
      .map((address): Change => ({ kind: 'point', point: { id: anId('p'), ...mail(address) } })),
    fc
      .constantFrom('0812 3456 7890', '+62 813 1111 2222')
      .map((address): Change => ({ kind: 'point', point: { id: anId('p'), ...sms(address) } })),
    fc.constant<Change>({ kind: 'datum', datum: { id: 'd1', kind: 'nik', value: '3174010101900001' } }),
    fc.constant<Change>({ kind: 'suppression', suppression: aSuppression() }),
    fc.constant<Change>({
      kind: 'request',
      request: { id: anId('r'), type: 'access', receivedAt: NOW, state: 'open' },
    }),
    fc.constant<Change>({ kind: 'note', note: { id: anId('n'), text: 'Bertemu Orang 3 di kantor', at: NOW } }),
  ),
  { maxLength: 4 },
);
type Step =
  | { readonly does: 'change'; readonly who: number; readonly changes: readonly Change[] }
  | { readonly does: 'remove' | 'erase'; readonly who: number }
  | { readonly does: 'undo' | 'rebuild' }
  | { readonly does: 'region'; readonly code: string };
const who = fc.nat(11);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('change' as const), who, changes: changes.filter(({ length }) => length > 0) }),
  fc.record({ does: fc.constantFrom('remove' as const, 'erase' as const), who }),
  fc.record({ does: fc.constantFrom('undo' as const, 'rebuild' as const) }),
  fc.record({ does: fc.constant('region' as const), code: fc.constantFrom('MY', 'ID') }),
);

describe('rows and pages', () => {
  it('answer alike to every question, after whatever was done since', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(changes, { minLength: 12, maxLength: 12 }),
        fc.array(step, { maxLength: 5 }),
        async (more, steps) => {
          const { events: _, subject_id: __, ...record } = aRecord([], { record_id: 'r1' });
          const consent: readonly Change[] = [
            { kind: 'record', record },
            { kind: 'consent', recordId: 'r1', event: anEvent() },
          ];
          const list = more.map((own, n) =>
            personOp(`Orang ${n}`, `orang${n}@harian.example`, [...own, ...(n % 3 === 0 ? consent : [])], {
              batch: 'b1',
            }),
          );
          const subjects = list.map(({ subject }) => subject);
          const points = [
            ...list.map((_, n) => mail(`orang${n}@harian.example`)),
            mail('x@a.example'),
            mail('y@b.example'),
            sms('0812 3456 7890'),
            sms('+62 812 3456 7890'),
            sms('+62 813 1111 2222'),
          ];
          const [inRows, inPages] = [aDevice({ pack: 1_000 }), aShelf()];
          const ledgers = [opened(await inRows.open()), opened(await inPages.open())];
          for (const ledger of ledgers) opened(await ledger.appendBulk([list.slice(0, 7), list.slice(7)]));
          expect([await count(inRows, 'runs'), await count(inPages, 'runs')]).toEqual([0, 1]);
          for (const one of steps) {
            const op =
              one.does === 'change'
                ? by(subjects[one.who]!, one.changes)
                : one.does === 'remove'
                  ? by(subjects[one.who]!, [{ kind: 'removed' }])
                  : one.does === 'region'
                    ? region(one.code)
                    : undefined;
            const results = [];
            for (const ledger of ledgers) {
              if (op) results.push((await ledger.append([op])).ok);
              if (one.does === 'erase')
                results.push((await ledger.erase({ space: 'personal', person: subjects[one.who]!, by: 'me' })).ok);
              if (one.does === 'undo') {
                const undone = await ledger.undo('personal', 'b1', 'me');
                results.push(undone.ok && undone.value);
              }
              if (one.does === 'rebuild') results.push((await ledger.rebuild()).ok);
            }
            expect(results[1]).toEqual(results[0]);
          }
          const [rows, pages] = await Promise.all(ledgers.map((ledger) => answers(ledger, subjects, points)));
          const plain = ({ copy, histories, ...rest }: Awaited<ReturnType<typeof answers>>) => ({
            ...rest,
            copy: copy.filter(({ of, changes: own }) => of === 'person' && own.every(({ kind }) => kind !== 'erased')),
            histories: histories.map((own) => own.filter((op) => op.changes.every(({ kind }) => kind !== 'erased'))),
          });
          expect(plain(pages!)).toEqual(plain(rows!));
          expect(pages!.differences).toEqual([]);
          for (const ledger of ledgers) ledger.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
