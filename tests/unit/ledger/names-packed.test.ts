import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newOp } from '@/lib/domain/new-op.ts';
import { matchesIn } from '@/lib/ledger/names-find.ts';
import { fold } from '@/lib/ledger/names-fold.ts';
import { pick } from '@/lib/ledger/names-merge.ts';
import { compareNames, plainOrder } from '@/lib/ledger/names-order.ts';
import { holds, wantedBy } from '@/lib/ledger/names-search.ts';
import { addGrams, gramPage, gramPageOf, gramsIn, hasGram, noGrams } from '@/lib/ledger/shelf-grams.ts';
import { fromBlock, nameInLine, textOfLine, toBlock } from '@/lib/ledger/shelf-lines.ts';
import { lineCollector } from '@/lib/ledger/shelf-sort.ts';
import { NOW } from '../domain/builders.ts';
import { aDevice, opened, personOp, raw } from './open.ts';

const plain = fc.string({ unit: fc.constantFrom(...'abBz  0129'), minLength: 1, maxLength: 10 });
const odd = fc.string({ unit: fc.constantFrom(...'aéØ.-, 07Æ\u4e2d\n\t'), minLength: 1, maxLength: 8 });
const aName = fc.oneof(plain, odd, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }));
const keyed = (name: string) => ({ name, order: plainOrder(name) });
const rising = (names: readonly string[]): boolean =>
  names.every((name, at) => at === 0 || compareNames(keyed(names[at - 1]!), keyed(name)) <= 0);

describe('lines of a run', () => {
  it('are sorted as the language sorts names', () => {
    fc.assert(
      fc.property(fc.array(aName, { maxLength: 40 }), (names) => {
        const lines = lineCollector();
        for (const [place, name] of names.entries()) lines.add(place, { name, words: fold(name), digits: '' });
        const { order, placeOf } = lines.sorted();
        const sorted = [...order].map((line) => names[placeOf(line)]!);
        expect(rising(sorted)).toBe(true);
        expect(sorted.toSorted()).toEqual(names.toSorted());
      }),
      { numRuns: 400 },
    );
  });

  it('tell the name to sort by, which compares as the name itself', () => {
    fc.assert(
      fc.property(aName, aName, (name, other) => {
        const told = nameInLine(textOfLine({ name, words: fold(name), digits: '' }));
        expect(Math.sign(compareNames(keyed(told), keyed(other)))).toBe(
          Math.sign(compareNames(keyed(name), keyed(other))),
        );
      }),
      { numRuns: 400 },
    );
  });

  const aLine = fc.record({
    name: aName,
    others: fc.string({ unit: fc.constantFrom(...'abz @.-019é'), maxLength: 12 }),
    digits: fc.constantFrom('', '628123456789', '081234 62812', '0001'),
  });
  const aQuery = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abz @.019é'), minLength: 1, maxLength: 6 }),
    fc.constantFrom('0812', '62 812', '(0812) 34', '000', '81', '@ab', 'ab 081'),
  );

  it('are found in a block exactly where each by itself would be', () => {
    fc.assert(
      fc.property(fc.array(aLine, { maxLength: 12 }), aQuery, (lines, query) => {
        const all = lines.map(({ name, others, digits }) => ({ name, words: fold(`${name} ${others}`), digits }));
        const text = all.map((line) => `${textOfLine(line)}\n`).join('');
        const block = fromBlock(toBlock([...all.keys()], text));
        const wanted = wantedBy(query);
        fc.pre(wanted.length > 0);
        expect(matchesIn(block, wanted)).toEqual(
          [...all.keys()].filter((at) => wanted.every((one) => holds(all[at]!, one))),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('are in a block that has all the fours of whatever is found in them', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(aLine, fc.nat(12), fc.nat(12), ({ name, others, digits }, from, length) => {
        const words = fold(`${name} ${others}`);
        const bits = noGrams();
        addGrams(bits, encoder.encode(`${textOfLine({ name, words, digits })}\n`));
        for (const text of [words, digits])
          for (const word of text.slice(from, from + length).split(' '))
            for (const hash of gramsIn(word))
              expect(hasGram(gramPage([noGrams(), bits], gramPageOf(hash)), 1, hash)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('of several lists are merged as all together would be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(plain, { maxLength: 12 }), { maxLength: 3 }),
        fc.nat(30),
        fc.nat(10),
        async (lists, offset, limit) => {
          const sorted = lists.map((names) => names.map(keyed).sort(compareNames));
          const all = sorted
            .flatMap((names, source) => names.map((name, index) => ({ name, source, index })))
            .sort((a, b) => compareNames(a.name, b.name) || a.source - b.source || a.index - b.index);
          const sources = sorted.map((names) => ({ length: names.length, at: async (index: number) => names[index]! }));
          expect(await pick(sources, offset, limit)).toEqual(
            all.slice(offset, offset + limit).map(({ source, index }) => ({ source, index })),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** More than two blocks of lines, in an order that is not that of their names. */
const MANY = 1_300;
const nameOf = (n: number): string => `${['Sari', 'budi', 'Ébé', 'Dr. Wayan', 'Zul'][n % 5]} ${(n * 7) % MANY}`;
const list = (batch: string) =>
  Array.from({ length: MANY }, (_, n) => personOp(nameOf(n), `orang${n}@harian.example`, [], { batch }));

async function packed() {
  const device = aDevice({ pack: 10 });
  const ledger = opened(await device.open());
  const people = list('b1');
  opened(await ledger.appendBulk([people]));
  return { device, ledger, people };
}
type Opened = Awaited<ReturnType<typeof packed>>['ledger'];
const names = async (ledger: Opened, query: string, over: { readonly offset?: number; readonly soon?: boolean } = {}) =>
  (await ledger.listPeople('personal', { query, limit: MANY, ...over })).people.map(({ person }) => person.name);

describe('the list of many in pages', () => {
  it('is in order, whole, and the same wherever one begins', async () => {
    const { ledger } = await packed();
    const all = await names(ledger, '');
    expect(all.toSorted()).toEqual(Array.from({ length: MANY }, (_, n) => nameOf(n)).toSorted());
    expect(rising(all)).toBe(true);
    for (const offset of [0, 511, 512, 700, MANY - 3]) {
      const page = await ledger.listPeople('personal', { limit: 5, offset });
      expect(page.people.map(({ person }) => person.name)).toEqual(all.slice(offset, offset + 5));
      expect(page.total).toBe(MANY);
    }
  });

  it('finds what reading everybody would, and the first of it soon', async () => {
    const { ledger } = await packed();
    for (const query of ['sari 7', 'orang1299@', 'zul', 'wayan 12', 'ebe', 'nobody at all', 'e', 'dr. wayan 9']) {
      const wanted = wantedBy(query);
      const expected = Array.from({ length: MANY }, (_, n) => n).filter((n) =>
        wanted.every((one) => holds({ words: fold(`${nameOf(n)} orang${n}@harian.example`), digits: '' }, one)),
      );
      const found = await names(ledger, query);
      expect(found.toSorted()).toEqual(expected.map(nameOf).toSorted());
      expect(rising(found)).toBe(true);
      const fresh = await ledger.listPeople('personal', { query, limit: 3, soon: true });
      expect(fresh.people.map(({ person }) => person.name).every((name) => found.includes(name))).toBe(true);
      expect(fresh.people.length).toBe(Math.min(3, found.length));
      expect(fresh.complete || fresh.total <= found.length).toBe(true);
    }
  });

  it('moves whoever was changed, drops whoever is gone, and keeps the places of the others', async () => {
    const { ledger, people } = await packed();
    const change = (n: number, changes: Parameters<typeof newOp>[1]) =>
      newOp({ space: 'personal', subject: people[n]!.subject, of: 'person', by: 'me' }, changes, NOW);
    const before = await names(ledger, '');
    opened(await ledger.append([change(3, [{ kind: 'person', set: { name: 'Aaa Baru' } }])]));
    opened(await ledger.append([change(4, [{ kind: 'removed' }])]));
    opened(await ledger.erase({ space: 'personal', person: people[5]!.subject, by: 'me' }));
    const left = before.filter((name) => ![3, 4, 5].map(nameOf).includes(name));
    expect((await names(ledger, '')).filter((name) => name !== '')).toEqual(['Aaa Baru', ...left]);
    expect((await names(ledger, nameOf(3))).filter((name) => name === nameOf(3))).toEqual([]);
    expect(await names(ledger, 'aaa bar')).toEqual(['Aaa Baru']);
    for (const gone of [4, 5]) expect(await names(ledger, `orang${gone}@harian`)).toEqual([]);
    expect(await names(ledger, 'orang6@harian')).toEqual([nameOf(6)]);
  });

  it.each(['lines', 'ranks', 'grams'])('is made from the people where a page of %s does not open', async (kind) => {
    const { device, ledger, people } = await packed();
    opened(
      await ledger.append([
        newOp({ space: 'personal', subject: people[0]!.subject, of: 'person', by: 'me' }, [{ kind: 'removed' }], NOW),
      ]),
    );
    const before = await names(ledger, '');
    const rows = await raw(device, 'pages', (pages) => pages.getAll());
    for (const row of rows.filter((one) => one.kind === kind)) {
      row.sealed[20] ^= 1;
      await raw(device, 'pages', (pages) => pages.put(row));
    }
    const again = opened(await device.open());
    expect((await again.listPeople('personal', { query: 'orang1299@', limit: 3 })).total).toBe(1);
    expect(await names(again, '')).toEqual(before);
  });
});
