import { describe, expect, it } from 'vitest';
import { aPlace, judged, only, told } from './builders.ts';

const release = {
  id: 'r1',
  title: 'Laporan 2026',
  phrases: ['Laporan 2026'],
  liftsAt: '2026-11-25T02:00:00.000Z',
  zone: 'WIB',
  agreements: [{ personId: 'bagus', agreedAt: '2026-11-01T00:00:00.000Z' }],
} as const;
const releases = [{ release, place: aPlace('Laporan 2026') }];
const POST = { audience: 'public', channel: 'public_post' } as const;

describe('embargo-early', () => {
  it('holds a public post before the lift, whoever has agreed, and says until when', () => {
    const finding = only(judged({ releases }, POST), 'embargo-early');
    expect(finding.tier).toBe('T3');
    expect(finding.evidence[0]?.params).toMatchObject({ lifts_at: release.liftsAt, zone: 'WIB' });
    expect(finding.places).toHaveLength(1);
  });

  it('is silent after the lift, in a quote, and for a letter to people', () => {
    expect(told(judged({ releases, sendAt: release.liftsAt }, POST))).toEqual([]);
    expect(told(judged({ releases: [{ release, place: aPlace('Laporan 2026', { zone: 'quoted' }) }] }, POST))).toEqual(
      [],
    );
    expect(told(judged({ releases }))).not.toContain('embargo-early');
  });
});
