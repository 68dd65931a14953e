import { describe, expect, it } from 'vitest';
import { type AssessContext, assess } from '@/lib/assess/assess.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import type { Release } from '@/lib/domain/topic.ts';
import type { LedgerReader } from '@/lib/ledger/reader.ts';
import { NOW } from '../domain/builders.ts';
import { aDraft, aPolicy, judged, only, told } from '../rules/builders.ts';

const LIFTS = '2027-01-25T02:00:00.000Z';
const release: Release = {
  id: 'r1',
  title: 'Laporan Kota',
  phrases: ['Laporan Kota'],
  liftsAt: LIFTS,
  zone: 'WIB',
  agreements: [],
};
const ledger = {
  peopleAt: async (_: unknown, points: readonly unknown[]) => points.map(() => []),
  ownersOf: async (_: unknown, data: readonly unknown[]) => data.map(() => undefined),
  holdersOf: async (_: unknown, data: readonly unknown[]) => data.map(() => []),
  called: async () => [],
  terms: async () => [],
  releases: async () => [release],
} as unknown as LedgerReader;
const context: AssessContext = { ledger, policy: aPolicy(), spaces: ['personal'], now: NOW };
const posted = async (over: Partial<Draft>): Promise<readonly string[]> => {
  const draft = aDraft({ audience: 'public', channel: 'public_post', recipients: [], text: 'Laporan Kota', ...over });
  return told((await assess(draft, context)).verdict);
};

describe('an embargo and the time at which a post goes out', () => {
  it('holds one that goes out now, or before it lifts', async () => {
    expect(await posted({})).toEqual(['embargo-early T3']);
    expect(await posted({ sendAt: '2027-01-25T01:59:00.000Z' })).toEqual(['embargo-early T3']);
  });

  it('lets one go that goes out when it lifts, or later', async () => {
    expect(await posted({ sendAt: LIFTS })).toEqual([]);
    expect(await posted({ sendAt: '2027-02-01T02:00:00.000Z' })).toEqual([]);
  });

  it('is judged as now where the time is none', async () => {
    expect(await posted({ sendAt: 'besok' })).toEqual(['embargo-early T3']);
  });

  it('waits while the time is still to be chosen; what no time changes does not', async () => {
    expect(await posted({ scheduling: true })).toEqual([]);
    expect(await posted({ scheduling: true, text: 'Laporan Kota, Halo [Nama]' })).toEqual(['unfilled-placeholder T2']);
  });
});

describe('a post that becomes public from a list', () => {
  it('holds until the user says so, and says that its text was not read', () => {
    const verdict = judged(
      {},
      { audience: 'public', channel: 'public_post', content: 'post', unreadable: ['content'] },
    );
    expect(verdict).toMatchObject({ tier: 'T2', complete: false });
    expect(only(verdict, 'surface-degraded')).toMatchObject({
      title: { key: 'rule_surface-degraded_content_post' },
      evidence: [{ key: 'rule_surface-degraded_unseen' }],
    });
  });
});
