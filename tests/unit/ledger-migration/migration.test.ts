import { existsSync, readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Release } from '@/lib/domain/topic.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { tablesOf } from '@/lib/ledger/tables.ts';
import { opened } from '../ledger/open.ts';
import { type Dump, dumpOf, fromText, restoreDump } from './dump.ts';
import { type Found, found } from './found.ts';
import { fixtureKeys } from './key.ts';
import { KEPT, SPACE, UNDONE } from './story.ts';

const NAME = 'izin';
const fileOf = (version: number): string => `${import.meta.dirname}/fixtures/store-v${version}.json`;
const NOW = '2026-11-20T02:15:00.000Z';
/** Dexie's number of the store as the code of now writes it. */
const CURRENT = tablesOf(NAME, { indexedDB: new IDBFactory(), IDBKeyRange }).verno;
const known = (version: number): boolean => existsSync(fileOf(version));
const VERSIONS = Array.from({ length: CURRENT }, (_, index) => index + 1);

interface Fixture {
  readonly dump: Dump;
  readonly found: Found;
}
/** Written by `make-fixture.ts` of this tree. */
const fixture = (version: number): Fixture => fromText(readFileSync(fileOf(version), 'utf8')) as Fixture;

async function aDeviceWith(dump: Dump) {
  const indexedDB = new IDBFactory();
  await restoreDump(indexedDB, NAME, dump);
  const keyStore = await fixtureKeys();
  const open = () => openLedger({ name: NAME, indexedDB, IDBKeyRange, keyStore, now: () => NOW });
  return { indexedDB, open };
}
/** Until version 2 a release named its wording in a field; now that is worked out from what it says. */
const worded = (release: Release & { readonly revision?: string }): Partial<Release> => {
  const { revision: _, ...said } = release;
  return said;
};
const ids = async (ledger: Ledger): Promise<readonly string[]> =>
  (await ledger.listPeople(SPACE, { limit: 100 })).people.map(({ person }) => person.id);

it('has a fixture of every version before this one (README.md beside this file says how to make it)', () => {
  expect(VERSIONS.filter((version) => version < CURRENT && !known(version))).toEqual([]);
});

describe.each(VERSIONS.filter(known))('a store of version %i', (version) => {
  const { dump, found: then } = fixture(version);

  it('is as its own code wrote it', () => {
    expect(dump.version).toBe(version * 10);
    expect(then.total).toBe(7);
    expect(dump.stores.find(({ name }) => name === 'ops')?.rows.length).toBeGreaterThanOrEqual(16);
  });

  it('opens, and all is found that its own code found', async () => {
    const ledger = opened(await (await aDeviceWith(dump)).open());
    const { topics, ...rest } = then;
    expect(await found(ledger)).toMatchObject({
      ...rest,
      topics: { ...topics, releases: topics.releases.map(worded) },
    });
  });

  it('has projections that follow from its ops, and a log that is whole', async () => {
    const ledger = opened(await (await aDeviceWith(dump)).open());
    expect([await ledger.differences(), await ledger.verifyChain()]).toEqual([[], undefined]);
  });

  it('is found by part of a name, an address or a number, and by what was asked', async () => {
    const ledger = opened(await (await aDeviceWith(dump)).open());
    const by = async (query: string) => (await ledger.listPeople(SPACE, { query, limit: 9 })).people[0]?.person.name;
    expect(await Promise.all(['wulan', 'harian.ex', '4711', 'kabar'].map(by))).toEqual([
      'Sari Wulandari',
      'Sari Wulandari',
      'Sari Wulandari',
      'Budi Santoso',
    ]);
    expect((await ledger.asking(SPACE)).map(({ person }) => person.id)).toEqual(['person-sari']);
  });

  it('still has its undone import undone, and its other one to undo', async () => {
    const ledger = opened(await (await aDeviceWith(dump)).open());
    expect(await ids(ledger)).not.toContain('person-dodi');
    expect((await ledger.person(SPACE, 'person-budi'))?.person.outlet).toBe('Kabar');
    opened(await ledger.undo(SPACE, KEPT, 'self'));
    expect(await ids(ledger)).not.toContain('person-ayu');
    expect((await ledger.undo(SPACE, UNDONE, 'self')).ok).toBe(true);
    expect(await ids(ledger)).toHaveLength(4);
  });

  it('takes new words, a line in its log, and an erasure that leaves nothing', async () => {
    const { open } = await aDeviceWith(dump);
    const ledger = opened(await open());
    opened(await ledger.erase({ space: SPACE, person: 'person-sari', by: 'self' }));
    ledger.close();
    const again = opened(await open());
    expect(await ids(again)).toHaveLength(6);
    const [held] = await again.peopleAt([SPACE], [{ channel: 'email', address: 'sari.wulandari@harian.example' }]);
    expect(held?.map(({ suppressions }) => suppressions[0]?.erased)).toEqual([true]);
    expect([await again.differences(), await again.verifyChain()]).toEqual([[], undefined]);
  });

  it('loses nothing that was written down, and changes no byte of it', async () => {
    const { open, indexedDB } = await aDeviceWith(dump);
    opened(await open()).close();
    const after = await dumpOf(indexedDB, NAME);
    for (const { name, rows } of dump.stores.filter((store) => ['ops', 'activity'].includes(store.name)))
      expect(after.stores.find((store) => store.name === name)?.rows).toEqual(rows);
  });
});

describe('a store of a version that is not known yet', () => {
  it('is refused by name, with what helps, and stays as it is', async () => {
    const { dump } = fixture(CURRENT - 1);
    const later = {
      version: (CURRENT + 1) * 10,
      stores: [
        ...dump.stores.map((store) => (store.name === 'states' ? { ...store, rows: [] } : store)),
        { name: 'pages-of-tomorrow', keyPath: 'id', indexes: [], rows: [{ id: 1 }] },
      ],
    };
    const { open, indexedDB } = await aDeviceWith(later);
    expect(await open()).toEqual({ ok: false, error: { code: 'newer-version', advice: 'update-izin' } });
    expect(await open()).toMatchObject({ ok: false, error: { code: 'newer-version' } });
    expect(await dumpOf(indexedDB, NAME)).toEqual({
      ...later,
      stores: later.stores.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    });
  });
});
