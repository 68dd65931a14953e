import { TIERS, type Tier } from './enums.ts';
import type { RuleId } from './verdict.ts';
import { wilsonLower } from './wilson.ts';

/*
 * How a rule that is wrong too often gets quieter by itself (domain.md §7.2, W4). A fall is one tier at a time, never
 * climbs above what the catalogue gives, and has a floor.
 */

/** The share of effective false alarms that a tier may have: W4; the 10 % has a source, the others are our policy. */
export const TARGETS: Readonly<Record<Exclude<Tier, 'T0'>, number>> = { T1: 0.25, T2: 0.1, T3: 0.1, T4: 0.02 };

/** How many of the latest firings count. */
export const WINDOW = 50;

/** Before that one slip of the hand would weigh as much as a habit. Our policy. */
export const AT_LEAST = 10;

/**
 * These never get quieter by what is pressed in a warning: somebody said stop, everybody sees everybody, or Izin itself
 * could not look. The first two also act from the first day of a trial (W17) and are not in the budget (W3).
 */
const STANDING: ReadonlySet<RuleId> = new Set([
  'opted-out',
  'exposed-recipients',
  'ledger-locked',
  'recipients-unreadable',
  'surface-degraded',
  'team-out-of-reach',
]);

export const isStanding = (rule: RuleId): boolean => STANDING.has(rule);

export interface RuleKind {
  readonly id: RuleId;
  readonly kind: 'fact' | 'guess';
}

/** The mildest tier that a finding of this default tier may fall to: a fact that asks for a reason goes on holding (W2). */
export function floorOf({ id, kind }: RuleKind, by: Tier): Tier {
  if (isStanding(id)) return by;
  return kind === 'fact' && by >= 'T3' ? 'T2' : 'T0';
}

export const oneBelow = (tier: Tier): Tier => TIERS[Math.max(0, TIERS.indexOf(tier) - 1)] ?? 'T0';

/** Whether so many false alarms among so many firings are surely more than the tier may have. */
export const passesTarget = (tier: Tier, bad: number, of: number): boolean =>
  tier !== 'T0' && of >= AT_LEAST && wilsonLower(bad, of) > TARGETS[tier];
