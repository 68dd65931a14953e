import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Draft } from '@/lib/domain/draft.ts';
import { newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import { PERSONAL_SPACE, PRACTICE_SPACE } from '@/lib/domain/person.ts';
import { aConsent, aSuppression, NOW } from '../domain/builders.ts';
import { opened, personOp } from '../ledger/open.ts';
import { aList, LIST } from '../ledger/team-ops.ts';

const SARI = 'sari@harian.example';
const consented = (): readonly Change[] => {
  const { events, subject_id: _, ...record } = aConsent({ purpose: 'pr_media', at: '2026-11-01T00:00:00Z' });
  return [
    { kind: 'record', record },
    ...events.map((event): Change => ({ kind: 'consent', recordId: record.record_id, event })),
  ];
};
const sari = (space: string, more: readonly Change[]): Op =>
  personOp('Sari', SARI, more, { space, subject: 'p-sari', by: 'budi' });
const stop: Change = { kind: 'suppression', suppression: aSuppression({ id: 'stop' }) };
const draft = (surface: string): Draft => ({
  surface,
  channel: 'email',
  audience: 'people',
  from: 'rina@kota.example',
  recipients: [{ field: 'to', address: SARI }],
  purpose: 'pr_media',
  text: 'Halo Sari',
  attachments: [],
  unreadable: [],
});

async function doors() {
  fakeBrowser.reset();
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  const { judgeDraft } = await import('@/entrypoints/background/judging.ts');
  const { ledger } = await import('@/entrypoints/background/office.ts');
  const { revision } = await import('@/lib/bus/bus.ts');
  return { judgeDraft, books: await ledger(), revision };
}
let { judgeDraft, books, revision } = {} as Awaited<ReturnType<typeof doors>>;

beforeEach(async () => {
  ({ judgeDraft, books, revision } = await doors());
  opened(await books.append([sari(PERSONAL_SPACE, consented()), sari(PRACTICE_SPACE, consented())]));
  opened(await books.teams.keepSpace(aList()));
});
const rules = async (surface: string): Promise<readonly string[]> =>
  (await judgeDraft(draft(surface))).verdict.findings.map(({ rule }) => rule);

describe('a draft to somebody whom a team knows too', () => {
  it('is held as soon as a colleague says that they opted out, and clear again when that is lifted by name', async () => {
    expect(await rules('gmail')).toEqual([]);
    const before = await revision();
    opened(await books.teams.take(LIST, [sari(LIST, [...consented(), stop])]));
    await vi.waitFor(async () => expect(await revision()).toBeGreaterThan(before));
    const { summary } = await judgeDraft(draft('gmail'));
    expect([summary.tier, await rules('gmail')]).toEqual(['T4', ['opted-out']]);
    const lift: Change = { kind: 'suppression-lifted', suppressionId: 'stop' };
    opened(
      await books.teams.take(LIST, [newOp({ space: LIST, subject: 'p-sari', of: 'person', by: 'citra' }, [lift], NOW)]),
    );
    expect(await rules('gmail')).toEqual([]);
  });

  it('is judged by the stricter of what is known here and there, also in a list that may only be read', async () => {
    opened(await books.teams.keepSpace(aList({ writes: false })));
    opened(await books.teams.take(LIST, [sari(LIST, [])]));
    expect(await rules('gmail')).toEqual(['no-basis']);
  });

  it('in the practice mailbox asks the people of practice alone', async () => {
    opened(await books.teams.take(LIST, [sari(LIST, [stop])]));
    expect(await rules('practice')).toEqual([]);
  });
});
