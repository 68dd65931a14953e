import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Overview, overviewTally } from '@/lib/domain/overview.ts';
import { activityOverview } from '@/lib/domain/overview-activity.ts';
import type { PersonState, RightsRequest } from '@/lib/domain/person.ts';
import { DEFAULT_POLICY } from '@/lib/domain/policy.ts';
import { retentionDue } from '@/lib/domain/retention.ts';
import { aConsent, aPerson, aSuppression, NOW } from './builders.ts';

const count = (...people: readonly PersonState[]): Overview => {
  const tally = overviewTally(NOW, 'pr_media');
  tally.add(people);
  return tally.result();
};
const due = (at: string, over: Partial<RightsRequest> = {}): RightsRequest => ({
  id: at,
  type: 'access',
  receivedAt: '2026-11-01T00:00:00.000Z',
  state: 'open',
  due: { at, law: { pack: 'ID_PDP', article: '32', mark: 'V' } },
  ...over,
});
const contacted = (at: string) => ({ contacts: [{ at, channel: 'email', purpose: 'pr_media' } as const] });

describe('the overview', () => {
  it('counts by purpose and channel who may be written to, who is asked first, and who may not', () => {
    const { coverage } = count(
      aPerson({ id: 'a', phone: '+62 812 5550 1001' }, { records: [aConsent({ state: 'given' })] }),
      aPerson({ id: 'b' }, { suppressions: [aSuppression()] }),
      aPerson({ id: 'c' }),
    );
    expect(coverage).toEqual([
      { purpose: 'pr_media', channel: 'email', reach: 3, allow: 1, ask: 1, block: 1 },
      { purpose: 'pr_media', channel: 'whatsapp', reach: 1, allow: 0, ask: 1, block: 0 },
    ]);
  });

  it('puts what runs out into its month, and what has run out beside it', () => {
    const { expiring, expired } = count(
      aPerson({ id: 'a' }, { records: [aConsent({ state: 'given', until: '2026-11-30T00:00:00.000Z' })] }),
      aPerson({ id: 'b' }, { records: [aConsent({ state: 'given', until: '2027-10-31T23:00:00.000Z' })] }),
      aPerson({ id: 'c' }, { records: [aConsent({ state: 'given', until: '2027-11-01T00:00:00.000Z' })] }),
      aPerson({ id: 'd' }, { records: [aConsent({ state: 'given', until: '2026-11-01T00:00:00.000Z' })] }),
    );
    expect(expiring.filter(({ count }) => count > 0)).toEqual([
      { month: '2026-11', count: 1 },
      { month: '2027-10', count: 1 },
    ]);
    expect([expiring.length, expired]).toEqual([12, 1]);
  });

  it('sorts open requests by the time that is left, and leaves out those that are done', () => {
    const requests = [
      due('2026-11-19T00:00:00.000Z'),
      due('2026-11-22T00:00:00.000Z'),
      due('2026-12-01T00:00:00.000Z'),
      due('2027-02-01T00:00:00.000Z'),
      due('2026-11-18T00:00:00.000Z', { state: 'done' }),
      { id: 'x', type: 'info', receivedAt: NOW, state: 'open' } as const,
    ];
    expect(count(aPerson({}, { requests })).requests).toEqual({ overdue: 1, days3: 1, days14: 1, later: 1, none: 1 });
  });

  it('tells of each list how many were not touched for a year', () => {
    const { lists } = count(
      aPerson({ id: 'a', groups: ['Media'] }, contacted('2025-01-01T00:00:00.000Z')),
      aPerson({ id: 'b', groups: ['Media', 'Daerah'] }, contacted('2026-10-01T00:00:00.000Z')),
      aPerson({ id: 'c' }),
    );
    expect(lists).toEqual([
      { group: 'Media', people: 2, fresh: 1, stale: 1, undated: 0 },
      { people: 1, fresh: 0, stale: 0, undated: 1 },
      { group: 'Daerah', people: 1, fresh: 1, stale: 0, undated: 0 },
    ]);
  });

  it('is the same in whatever order and portions people come', () => {
    const person = fc
      .record({
        id: fc.uuid(),
        groups: fc.subarray(['Media', 'Daerah']),
        state: fc.constantFrom('given', 'requested', 'withdrawn', undefined),
        blocked: fc.boolean(),
        days: fc.integer({ min: 0, max: 900 }),
      })
      .map(({ id, groups, state, blocked, days }) =>
        aPerson(
          { id, groups },
          {
            records: state ? [aConsent({ state, until: '2027-01-01T00:00:00.000Z' })] : [],
            suppressions: blocked ? [aSuppression()] : [],
            ...contacted(new Date(Date.parse(NOW) - days * 86_400_000).toISOString()),
          },
        ),
      );
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (people, size) => {
        const tally = overviewTally(NOW, 'pr_media');
        const other = people.toReversed();
        for (let at = 0; at < other.length; at += size) tally.add(other.slice(at, at + size));
        const whole = count(...people);
        expect(tally.result()).toEqual(whole);
        for (const { reach, allow, ask, block } of whole.coverage) {
          expect(allow + ask + block).toBe(reach);
          expect(Math.min(allow, ask, block)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the log in months', () => {
  const line = (at: string, kind: string, rules: readonly string[] = []) => ({ at, kind, rules });

  it('counts the twelve months that end with the asked one, and the rules of that one', () => {
    const { months, rules } = activityOverview(
      [
        line('2026-11-03T00:00:00.000Z', 'held'),
        line('2026-11-03T00:00:00.000Z', 'fixed', ['opted-out', 'opted-out']),
        line('2026-11-04T00:00:00.000Z', 'override', ['opted-out', 'no-basis']),
        line('2025-12-01T00:00:00.000Z', 'back', ['no-basis']),
        line('2025-11-30T23:00:00.000Z', 'held'),
        line('2026-11-05T00:00:00.000Z', 'import'),
      ],
      '2026-11',
    );
    expect([months[0], months.at(-1)]).toEqual([
      { month: '2025-12', held: 0, fixed: 0, override: 0, back: 1 },
      { month: '2026-11', held: 1, fixed: 1, override: 1, back: 0 },
    ]);
    expect(months).toHaveLength(12);
    expect(rules).toEqual([
      { rule: 'opted-out', fixed: 1, override: 1, back: 0 },
      { rule: 'no-basis', fixed: 0, override: 1, back: 0 },
    ]);
  });
});

describe('retention', () => {
  const old = contacted('2024-11-01T00:00:00.000Z');
  const names = (people: readonly PersonState[], policy = DEFAULT_POLICY) =>
    retentionDue(people, policy, NOW).map(({ person }) => person);

  it('proposes whoever was not touched for as long as data are kept, and nobody sooner', () => {
    expect(
      names([
        aPerson({ id: 'old' }, old),
        aPerson({ id: 'fresh' }, contacted('2024-12-01T00:00:00.000Z')),
        aPerson({ id: 'undated' }),
      ]),
    ).toEqual(['old']);
  });

  it('says whether the figure is the template or a setting of the space', () => {
    const storage = { locations: ['device'], retention: 'P12M' } as const;
    const [due] = retentionDue([aPerson({}, old)], { ...DEFAULT_POLICY, records: { storage } }, NOW);
    expect(due).toMatchObject({ by: 'settings', keeps: 'P12M', since: '2025-11-01T00:00:00.000Z' });
    expect(retentionDue([aPerson({}, old)], DEFAULT_POLICY, NOW)[0]).toMatchObject({ by: 'template', keeps: 'P24M' });
  });

  it('leaves those alone to whom something still permits to write', () => {
    const given = aConsent({ state: 'given', at: '2024-10-01T00:00:00.000Z' });
    const ended = aConsent({ state: 'given', at: '2024-10-01T00:00:00.000Z', until: '2025-10-01T00:00:00.000Z' });
    expect(
      names([aPerson({ id: 'a' }, { ...old, records: [given] }), aPerson({ id: 'b' }, { ...old, records: [ended] })]),
    ).toEqual(['b']);
  });

  it('holds back one with an open request, and tells of a block that stays', () => {
    const request = due('2026-12-01T00:00:00.000Z');
    const [one] = retentionDue(
      [aPerson({}, { ...old, requests: [request], suppressions: [aSuppression()] })],
      DEFAULT_POLICY,
      NOW,
    );
    expect(one).toMatchObject({ held: 'request', blocked: true });
  });
});
