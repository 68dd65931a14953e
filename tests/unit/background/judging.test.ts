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

/** What the place of the teams says, and how often it was asked. */
const place = { begun: vi.fn(async () => undefined), asked: vi.fn(async (_: unknown): Promise<unknown> => undefined) };
const away = { space: LIST, reached: false, at: '2026-11-20T02:15:00.000Z' };

async function doors() {
  fakeBrowser.reset();
  vi.resetModules();
  vi.clearAllMocks();
  vi.doMock('@/lib/platform/team-place.ts', () => ({
    beginTeamPlace: place.begun,
    endTeamPlace: vi.fn(),
    isTeamPlaceThere: async () => true,
    teamRhythm: () => 0.5,
  }));
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(place.asked as never);
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

describe('before a send to somebody of a team', () => {
  const other: Draft = { ...draft('gmail'), recipients: [{ field: 'to', address: 'tono@warta.example' }] };
  const inTeam = async (): Promise<void> => {
    await fakeBrowser.storage.local.set({ teams: ['t1'] });
    opened(await books.teams.take(LIST, [sari(LIST, consented())]));
  };

  it('asks for the newest once, judges with what came, and says how long that stands', async () => {
    await inTeam();
    place.asked.mockImplementation(async () => {
      opened(await books.teams.take(LIST, [sari(LIST, [stop])]));
      return { team: { ok: true, value: [{ ...away, reached: true }] } };
    });
    const { summary, verdict } = await judgeDraft(draft('gmail'));
    expect([summary.tier, verdict.findings.map(({ rule }) => rule)]).toEqual(['T4', ['opted-out']]);
    expect(summary.freshUntil).toBeGreaterThan(Date.now());
    expect(place.asked.mock.calls).toMatchObject([[{ izinTeam: 'newest', question: { spaces: [LIST] } }]]);
    await judgeDraft(draft('gmail'));
    expect(place.asked).toHaveBeenCalledOnce();
  });

  it('says since when nothing newer is known while the team is out of reach, and holds nothing for it', async () => {
    await inTeam();
    place.asked.mockResolvedValue({ team: { ok: true, value: [away] } });
    const { summary, verdict } = await judgeDraft(draft('gmail'));
    expect([summary.tier, summary.count]).toEqual(['T1', 1]);
    expect(verdict.findings).toMatchObject([
      {
        rule: 'team-out-of-reach',
        subjects: [{ address: SARI, name: 'Sari' }],
        evidence: [
          { key: 'rule_team-out-of-reach_known', params: { who: 'Sari', known_moment_at: away.at } },
          { key: 'rule_team-out-of-reach_since' },
        ],
      },
    ]);
    expect((await judgeDraft(other)).verdict.findings.map(({ rule }) => rule)).not.toContain('team-out-of-reach');
  });

  it('waits for no place that is not there or does not answer', async () => {
    await inTeam();
    place.asked.mockRejectedValueOnce(new Error('Could not establish connection'));
    const { verdict } = await judgeDraft(draft('gmail'));
    expect(verdict.findings[0]?.evidence[0]?.key).toBe('rule_team-out-of-reach_unknown');
    ({ judgeDraft, books, revision } = await doors());
    opened(await books.teams.keepSpace(aList()));
    await inTeam();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    place.asked.mockReturnValue(new Promise(() => undefined));
    const judged = judgeDraft(draft('gmail'));
    await vi.waitFor(() => expect(place.asked).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(1_500);
    vi.useRealTimers();
    expect((await judged).summary.tier).toBe('T1');
  });

  it('asks nobody for people of one’s own, in the practice mailbox, without a team, or of a team that was left', async () => {
    expect((await judgeDraft(draft('gmail'))).summary.freshUntil).toBeUndefined();
    opened(await books.teams.take(LIST, [sari(LIST, consented())]));
    expect((await judgeDraft(draft('gmail'))).summary).toMatchObject({ tier: 'T0' });
    await fakeBrowser.storage.local.set({ teams: ['t1'] });
    expect((await judgeDraft(other)).summary.freshUntil).toBeUndefined();
    expect((await judgeDraft(draft('practice'))).summary.freshUntil).toBeUndefined();
    expect([place.begun.mock.calls, place.asked.mock.calls]).toEqual([[], []]);
    place.asked.mockResolvedValue({ team: { ok: true, value: [] } });
    expect((await judgeDraft(draft('gmail'))).summary.tier).toBe('T0');
    expect((await judgeDraft(draft('gmail'))).summary.tier).toBe('T0');
    expect(place.asked).toHaveBeenCalledOnce();
  });
});
