import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '@/lib/ledger/names-fold.ts';
import { matcher, searchable } from '@/lib/ledger/names-search.ts';
import { aPerson, aPoint } from '../domain/builders.ts';
import { everything } from './everything.ts';
import { aDevice, opened, people, personOp, raw } from './open.ts';

const line = (over: Parameters<typeof aPerson>[0], points = [aPoint()]) => searchable(aPerson(over, { points }), 'ID');
const finds = (query: string, ...at: Parameters<typeof line>): boolean => matcher(query)(line(...at));

describe('finding by a part', () => {
  it.each(['sari', 'wulan', 'SÁRI', 'lentera', 'sari@', 'harian lent'])('finds by "%s"', (query) => {
    expect(finds(query, { name: 'Sari Wulandari', outlet: 'Harian Lentera' })).toBe(true);
  });

  it.each(['0812', '812 3456', '+62 812', '62812345', '(0812) 3456-7890'])('finds a number by "%s"', (query) => {
    for (const address of ['0812 3456 7890', '+62 812-3456-7890'])
      expect(finds(query, {}, [aPoint({ channel: 'whatsapp', address })])).toBe(true);
  });

  it('finds a handle with and without its sign, and in an address of its network', () => {
    for (const address of ['@sari.w', 'https://instagram.com/sari.w'])
      for (const query of ['@sari.w', 'sari.w', '@sar'])
        expect(finds(query, { name: 'X', outlet: 'Y' }, [aPoint({ channel: 'instagram_dm', address })])).toBe(true);
  });

  it('wants every part, and does not take two digits for a number', () => {
    expect(finds('sari radio', { name: 'Sari', outlet: 'Harian' })).toBe(false);
    expect(finds('34', { name: 'Sari' }, [aPoint({ channel: 'whatsapp', address: '0812 34567890' })])).toBe(true);
    expect(finds('99', { name: 'Sari' }, [aPoint({ channel: 'whatsapp', address: '08129 9567890' })])).toBe(false);
  });

  it('folds letters that carry no accent of their own', () => {
    expect(fold('  Bjørn   Łukasz Weiß ')).toBe('bjorn lukasz weiss');
  });

  it('folds plain text and any other alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aZ é9.@\t'), maxLength: 8 }), (text) => {
        const slow = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
        expect(fold(text)).toBe(slow);
      }),
    );
  });

  it('finds everybody by any part of their own name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        fc.nat(30),
        fc.nat(30),
        (name, a, b) => {
          const part = fold(name)
            .slice(Math.min(a, b), Math.max(a, b) + 1)
            .trim();
          return matcher(part)({ words: fold(name), digits: '' }) || part.startsWith('@');
        },
      ),
    );
  });
});

describe('the kept index of names', () => {
  const MANY = 30;
  const many = async () => {
    const device = aDevice({ chunk: 20 });
    const first = opened(await device.open());
    opened(await first.append(people(MANY)));
    expect((await first.listPeople('personal', { limit: 1 })).total).toBe(MANY);
    await expect.poll(async () => await raw(device, 'names', (store) => store.count())).toBe(1);
    return { device, first };
  };
  const names = async (ledger: Awaited<ReturnType<typeof many>>['first'], query = '') =>
    (await ledger.listPeople('personal', { query, limit: MANY })).people.map(({ person }) => person.name);

  it('answers after a fresh opening as reading everybody would, and follows what changed since', async () => {
    const { device, first } = await many();
    const added = personOp('Zulkifli', 'zul@radio.example');
    opened(await first.append([added]));
    const second = opened(await device.open());
    expect(await names(second)).toEqual(await names(first));
    expect(await names(second, 'zul')).toEqual(['Zulkifli']);
    opened(await first.append([{ ...added, id: 'op-gone', changes: [{ kind: 'removed' }] }]));
    expect(await names(opened(await device.open()), 'zul')).toEqual([]);
  });

  it('does without blocks that do not open', async () => {
    const { device } = await many();
    await raw(device, 'names', (store) => store.put({ id: 0, sealed: new Uint8Array(40) }));
    expect(await names(opened(await device.open()), 'orang7@')).toContain('Orang 7');
  });

  it('tells a row that was damaged after the index was kept, and lists the rest', async () => {
    const { device, first } = await many();
    const { people: found } = await first.listPeople('personal', { query: 'orang7@', limit: 1 });
    const id = found[0]!.person.id;
    const row = await raw(device, 'states', (store) => store.get(['personal', id]));
    await raw(device, 'states', (store) => store.put({ ...row, sealed: new Uint8Array(40) }));
    const page = await opened(await device.open()).listPeople('personal', { limit: MANY });
    expect([page.total, page.people.length, page.damaged]).toEqual([MANY - 1, MANY - 1, [id]]);
  });

  it('holds nothing of somebody who was erased', async () => {
    const { device, first } = await many();
    const { people: found } = await first.listPeople('personal', { query: 'orang29@', limit: 1 });
    const { id: person } = found[0]!.person;
    opened(await first.erase({ space: 'personal', person, by: 'me' }));
    expect(await raw(device, 'names', (store) => store.count())).toBe(0);
    expect((await everything(device)).filter((text) => text.includes('orang29@'))).toEqual([]);
    expect(await names(opened(await device.open()), 'orang 29')).toEqual([]);
  });
});
