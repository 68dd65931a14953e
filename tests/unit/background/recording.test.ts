import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newOp } from '@/lib/domain/new-op.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import { writer } from '@/lib/ledger/writing.ts';
import { aSuppression } from '../domain/builders.ts';
import { opened, personOp } from '../ledger/open.ts';
import { aList, LIST } from '../ledger/team-ops.ts';

const FIRST = '2026-12-01T02:00:00.000Z';
const LATER = '2026-12-08T02:00:00.000Z';
const NOW = '2026-11-20T02:00:00.000Z';
const SPACE = PERSONAL_SPACE;

/** A ledger of its own for each test. */
async function doors() {
  fakeBrowser.reset();
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  const { recordAct, recordContacts } = await import('@/entrypoints/background/recording.ts');
  const { ledger } = await import('@/entrypoints/background/office.ts');
  return { recordAct, recordContacts, books: await ledger() };
}
let { recordAct, recordContacts, books } = {} as Awaited<ReturnType<typeof doors>>;

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
  ({ recordAct, recordContacts, books } = await doors());
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

describe('somebody whom a team knows too', () => {
  const READ_ONLY = 'team:t1:s2';
  beforeEach(async () => {
    for (const space of [aList(), aList({ writes: false }, READ_ONLY)]) opened(await books.teams.keepSpace(space));
    const sari = (space: string) =>
      personOp('Sari', 'sari@harian.example', [], { space, subject: 'p-sari', by: 'budi' });
    opened(await books.append([sari(SPACE)]));
    for (const space of [LIST, READ_ONLY]) opened(await books.teams.take(space, [sari(space)]));
  });
  const copies = async () => Promise.all([SPACE, LIST, READ_ONLY].map((space) => books.person(space, 'p-sari')));

  it('was written to in every list that this user may write, once', async () => {
    const recipients = ['to', 'cc'].map((field) => ({ field: field as 'to' | 'cc', address: 'sari@harian.example' }));
    await recordContacts({ surface: 'gmail', channel: 'email', recipients, purpose: 'pr_media' });
    expect((await copies()).map((state) => state?.contacts.length)).toEqual([1, 1, 0]);
    expect((await books.teams.outgoing()).flatMap(({ ops }) => ops.map(({ by }) => by))).toEqual(['rina']);
  });

  it('was answered, where the message answers their own: that counts towards no cap', async () => {
    const recipients = [{ field: 'to' as const, address: 'sari@harian.example' }];
    const left = { surface: 'gmail', channel: 'email', recipients, purpose: 'pr_media' } as const;
    await recordContacts({ ...left, answered: ['sari@harian.example'] });
    await recordContacts({ ...left, answered: ['budi@harian.example'] });
    expect((await copies())[0]?.contacts.map(({ answer }) => answer)).toEqual([true, undefined]);
  });

  it('has agreed in each of them, when that is recorded from the warning', async () => {
    const said = { purpose: 'pr_media', channel: 'email', method: 'email_reply', evidence: 'message_ref' } as const;
    await recordAct('gmail', { kind: 'consent', personId: 'p-sari', excerpt: 'Boleh', ...said });
    const states = (await copies()).map((state) =>
      state?.records.flatMap(({ events }) => events.map((one) => one.state)),
    );
    expect(states).toEqual([['given'], ['given'], []]);
  });

  it('has said stop in each of them, when that is noted of one', async () => {
    const stop = { kind: 'suppression' as const, suppression: aSuppression({ id: 's1' }) };
    const note = { kind: 'note' as const, note: { id: 'n', text: 'by phone', at: NOW } };
    expect(await writer(books, SPACE, 'person', 'p-sari')([stop, note])).toBeUndefined();
    expect((await copies()).map((state) => [state?.suppressions.length, state?.notes.length])).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(
      await writer(books, LIST, 'person', 'p-sari')([{ kind: 'suppression-lifted', suppressionId: 's1' }]),
    ).toBeUndefined();
    expect((await copies()).map((state) => state?.suppressions.length)).toEqual([0, 0, 0]);
  });
});
