import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIERS, type Tier } from '@/lib/domain/enums.ts';
import {
  afterFall,
  COUNTS,
  NO_RECORD,
  noteEvent,
  putBack,
  type RuleEvent,
  type RuleRecord,
  totalOf,
} from '@/lib/domain/rule-record.ts';
import { floorOf, passesTarget, type RuleKind, WINDOW } from '@/lib/domain/tier-fall.ts';
import { wilsonLower } from '@/lib/domain/wilson.ts';

const AT = '2026-11-20T02:00:00.000Z';
const fact: RuleKind = { id: 'unfilled-placeholder', kind: 'fact' };
const shown = (rule: RuleKind, by: Tier, measured = true): RuleEvent => ({ kind: 'shown', rule, at: AT, by, measured });
const wrong = (rule: RuleKind, by: Tier, as: Tier = by): RuleEvent => ({ kind: 'wrong', rule, at: AT, by, shown: as });
const noted = (events: readonly RuleEvent[], from: RuleRecord = NO_RECORD): RuleRecord =>
  events.reduce(noteEvent, from);
/** So many firings, the last `bad` of them said to be wrong one after the other. */
const firings = (rule: RuleKind, by: Tier, of: number, bad: number): RuleRecord =>
  noted([...Array.from({ length: of }, () => shown(rule, by)), ...Array.from({ length: bad }, () => wrong(rule, by))]);
const tierNow = (record: RuleRecord, rule: RuleKind, by: Tier): Tier => afterFall(record, rule, by, by);

describe("Wilson's lower bound", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553],
    [15, 148, 0.0624],
    [0, 20, 0],
    [1, 29, 0.0061],
  ])('of %i in %i is %f', (hits, of, lower) => {
    expect(wilsonLower(hits, of)).toBeCloseTo(lower, 4);
  });

  it('is 0 where nothing was counted, and never above the share itself', () => {
    expect(wilsonLower(0, 0)).toBe(0);
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const [hits, of] = [Math.min(a, b), Math.max(a, b)];
        expect(wilsonLower(hits, of)).toBeLessThanOrEqual(of === 0 ? 0 : hits / of);
      }),
    );
  });
});

describe('the target of a tier', () => {
  it.each([
    ['T1', 18, 19],
    ['T2', 9, 10],
    ['T3', 9, 10],
    ['T4', 2, 3],
  ] as const)('%s stands %i false alarms in fifty, and not %i', (tier, stands, falls) => {
    expect(passesTarget(tier, stands, WINDOW)).toBe(false);
    expect(passesTarget(tier, falls, WINDOW)).toBe(true);
  });

  it('is not looked at before there are ten firings', () => {
    expect(passesTarget('T2', 9, 9)).toBe(false);
    expect(passesTarget('T2', 9, 10)).toBe(true);
  });
});

describe('a rule that is wrong too often', () => {
  it('falls one tier, says by which figures, and is measured anew', () => {
    const record = firings(fact, 'T2', 50, 10);
    expect(record.windows.T2).toEqual({ firings: [], fallen: { to: 'T1', at: AT, bad: 10, of: 50 } });
    expect(tierNow(record, fact, 'T2')).toBe('T1');
    expect(totalOf(record)).toMatchObject({ shown: 50, wrong: 10 });
  });

  it('falls no further by what was said of the louder tier', () => {
    const after = noted(
      Array.from({ length: 40 }, () => wrong(fact, 'T2', 'T1')),
      firings(fact, 'T2', 50, 10),
    );
    expect(tierNow(after, fact, 'T2')).toBe('T1');
  });

  it('stays where it is with one false alarm fewer', () => {
    expect(tierNow(firings(fact, 'T2', 50, 9), fact, 'T2')).toBe('T2');
  });

  it('is as loud as before once it is put back, with its counts', () => {
    const back = putBack(firings(fact, 'T2', 50, 10));
    expect(tierNow(back, fact, 'T2')).toBe('T2');
    expect(totalOf(back).wrong).toBe(10);
  });

  it('goes on holding where it is a fact that asks for a reason', () => {
    const embargo: RuleKind = { id: 'embargo-not-agreed', kind: 'fact' };
    const once = firings(embargo, 'T3', 50, 50);
    const twice = noted(
      Array.from({ length: 50 }, () => [shown(embargo, 'T3'), wrong(embargo, 'T3', 'T2')]).flat(),
      once,
    );
    expect(tierNow(twice, embargo, 'T3')).toBe('T2');
  });

  it.each(['opted-out', 'exposed-recipients', 'ledger-locked', 'recipients-unreadable'])('never falls: %s', (id) => {
    const rule: RuleKind = { id, kind: 'fact' };
    expect(tierNow(firings(rule, 'T3', 50, 50), rule, 'T3')).toBe('T3');
  });

  it('is not measured while something else made it quieter', () => {
    const quiet = noted([...Array.from({ length: 50 }, () => shown(fact, 'T2', false)), wrong(fact, 'T2', 'T1')]);
    expect(quiet.windows.T2?.firings).toEqual([]);
    expect(totalOf(quiet)).toMatchObject({ shown: 50, wrong: 1 });
  });
});

const rules = fc.record({
  id: fc.constantFrom('opted-out', 'no-basis', 'secret-term', 'unfilled-placeholder'),
  kind: fc.constantFrom('fact' as const, 'guess' as const),
});
const tiers = fc.constantFrom(...TIERS);
const happenings = (rule: RuleKind) =>
  fc.array(
    fc.oneof(
      fc.record({ by: tiers, measured: fc.boolean() }).map(({ by, measured }) => shown(rule, by, measured)),
      fc.record({ by: tiers, as: tiers }).map(({ by, as }) => wrong(rule, by, as)),
      fc.constantFrom('mended', 'overridden', 'spared').map((kind): RuleEvent => ({ kind, rule, at: AT })),
    ),
    { maxLength: 160 },
  );

describe('whatever happens to a rule', () => {
  it('it is never louder than it was given, and never below its floor', () => {
    fc.assert(
      fc.property(
        rules.chain((rule) => fc.tuple(fc.constant(rule), happenings(rule), tiers, tiers)),
        ([rule, events, by, given]) => {
          const now = afterFall(noted(events), rule, by, given);
          expect(now <= given).toBe(true);
          const floor = floorOf(rule, by);
          expect(now >= floor || now === given).toBe(true);
        },
      ),
    );
  });

  it('its counts are the same in any order of events', () => {
    fc.assert(
      fc.property(
        rules.chain((rule) => happenings(rule)),
        fc.infiniteStream(fc.nat()),
        (events, keys) => {
          const shuffled = events
            .map((event) => ({ event, key: keys.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ event }) => event);
          expect(totalOf(noted(shuffled))).toEqual(totalOf(noted(events)));
        },
      ),
    );
  });

  it('which of the firings within a window were false alarms does not matter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 50 }), fc.nat(50), fc.infiniteStream(fc.boolean()), (of, some, early) => {
        const bad = Math.min(of, some);
        // What is said of a note lets nothing fall, so that the window is seen whole.
        let left = bad;
        const events = Array.from({ length: of }, () => shown(fact, 'T4')).flatMap((event) => {
          const now = left > 0 && early.next().value === true;
          if (now) left -= 1;
          return now ? [event, wrong(fact, 'T4', 'T0')] : [event];
        });
        const late = Array.from({ length: left }, () => wrong(fact, 'T4', 'T0'));
        const firingsOf = (record: RuleRecord) => record.windows.T4?.firings.filter((one) => one === 1).length;
        expect(firingsOf(noted([...events, ...late]))).toBe(bad);
      }),
    );
  });

  it('it keeps two years of months, each count where it belongs', () => {
    const months = Array.from({ length: 30 }, (_, index) => new Date(Date.UTC(2024, index, 5)).toISOString());
    const record = noted(months.map((at) => ({ ...shown(fact, 'T2'), at }) as RuleEvent));
    expect(Object.keys(record.months)).toHaveLength(24);
    expect(record.months['2026-06']?.shown).toBe(1);
    expect(record.months['2024-06']).toBeUndefined();
    expect(Object.keys(totalOf(record))).toEqual([...COUNTS]);
  });
});
