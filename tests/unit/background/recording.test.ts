import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newOp } from '@/lib/domain/new-op.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';

const FIRST = '2026-12-01T02:00:00.000Z';
const LATER = '2026-12-08T02:00:00.000Z';
const NOW = '2026-11-20T02:00:00.000Z';
const SPACE = PERSONAL_SPACE;

/** A ledger of its own for each test. */
async function doors() {
  fakeBrowser.reset();
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  const { recordAct } = await import('@/entrypoints/background/recording.ts');
  const { ledger } = await import('@/entrypoints/background/office.ts');
  return { recordAct, books: await ledger() };
}
let { recordAct, books } = {} as Awaited<ReturnType<typeof doors>>;

const release = (liftsAt: string) => ({
  kind: 'release' as const,
  release: { title: 'Rilis Nusa', phrases: ['Nusa'], liftsAt, zone: 'WIB' },
});
const write = async (change: ReturnType<typeof release>): Promise<void> => {
  const op = newOp({ space: SPACE, subject: 'r-1', of: 'release', by: SELF }, [change], NOW);
  expect((await books.append([op])).ok).toBe(true);
};
const agreed = async () => (await books.topicsOf(SPACE)).releases[0]?.agreements;

beforeEach(async () => {
  ({ recordAct, books } = await doors());
  await write(release(FIRST));
});

const agree = (releaseId = 'r-1') =>
  recordAct('gmail', { kind: 'agreement', releaseId, personId: 'p-1', excerpt: 'Siap, embargo dipegang' });

describe('an agreement recorded from the warning', () => {
  it('is to the moment and zone of the embargo, with its evidence', async () => {
    await agree();
    expect(await agreed()).toMatchObject([
      { personId: 'p-1', liftsAt: FIRST, zone: 'WIB', evidence: { excerpt: 'Siap, embargo dipegang' } },
    ]);
  });

  it('counts no more once the embargo lasts longer', async () => {
    await agree();
    await write(release(LATER));
    expect(await agreed()).toEqual([]);
    await agree();
    expect(await agreed()).toMatchObject([{ personId: 'p-1', liftsAt: LATER }]);
  });

  it('to a release that is not there writes nothing and says so', async () => {
    await expect(agree('r-none')).rejects.toThrow('That release is not in the ledger.');
    expect(await agreed()).toEqual([]);
  });
});
