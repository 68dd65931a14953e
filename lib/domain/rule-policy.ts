import type { Preset, Tier } from './enums.ts';
import { addDays, isBefore } from './instant.ts';
import type { Instant } from './person.ts';
import type { RuleId } from './verdict.ts';

/**
 * What is settled about rules: plain data, as one user keeps it and a team can hand it to its members. Nobody changes it
 * in place: a change is a version with a higher number.
 */
export interface RulePolicy {
  /** From 1; the higher one counts. */
  readonly version: number;
  readonly at: Instant;
  /** Who settled it: shown beside each tier that differs from the catalogue's. */
  readonly by: 'you' | 'team';
  /** In place of a rule's highest tier. A guess stays below T2 whatever stands here (W2). */
  readonly tiers: Readonly<Record<RuleId, Tier>>;
  readonly trial?: Trial;
  readonly budget?: Budget;
}

/** Rules run quietly first (W17). Without `rules`: all that may be quiet at all. */
export interface Trial {
  readonly from: Instant;
  readonly rules?: readonly RuleId[];
}

/** How often a message may be held at T2 or T3 (W3): `holds` in so many sends, and so many a day. */
export interface Budget {
  readonly sends: number;
  readonly holds: number;
  readonly perDay: number;
}

/** The figures of W3; our policy. */
export const BUDGET: Budget = { sends: 25, holds: 1, perDay: 3 };

/** Each of the two stages of a trial. */
export const TRIAL_DAYS = 14;

/** `quiet`: nothing is said, all is counted. `advise`: said, and nothing held. */
export type TrialStage = 'quiet' | 'advise';

export function stageOf(trial: Trial | undefined, now: Instant): TrialStage | undefined {
  const [from, advise, over] = trialTurns(trial);
  if (!from || !advise || !over || isBefore(now, from) || !isBefore(now, over)) return undefined;
  return isBefore(now, advise) ? 'quiet' : 'advise';
}

/** When it begins, when its rules begin to speak, and when it is over. */
export const trialTurns = (trial: Trial | undefined): readonly Instant[] =>
  trial ? [0, TRIAL_DAYS, 2 * TRIAL_DAYS].map((days) => addDays(trial.from, days)) : [];

/**
 * Tiers by role: what is only said is not said to those whose work it is not. No fact above T1 is touched (§7.4, 9), so
 * that nothing here can hold a message or let one go. The officer's is the catalogue itself.
 */
export const PRESET_TIERS: Readonly<Record<Preset, Readonly<Record<RuleId, 'T0' | 'T1'>>>> = {
  humas: {},
  kol_manager: { 'wrong-outlet': 'T0', 'missing-identity': 'T0' },
  admin: { 'wrong-outlet': 'T0', 'private-life': 'T0' },
};

/** The next version, by the user. What is given as null is taken away. */
export function nextVersion(
  before: RulePolicy | undefined,
  change: { readonly tiers?: RulePolicy['tiers']; readonly trial?: Trial | null; readonly budget?: Budget | null },
  at: Instant,
): RulePolicy {
  const trial = change.trial === undefined ? before?.trial : change.trial;
  const budget = change.budget === undefined ? before?.budget : change.budget;
  return {
    version: (before?.version ?? 0) + 1,
    at,
    by: 'you',
    tiers: change.tiers ?? before?.tiers ?? {},
    ...(trial && { trial }),
    ...(budget && { budget }),
  };
}

/**
 * A user's policy with the word of their teams before it. What was their own then stands in `tiers`, what is the teams' in
 * `rules`: whose word a tier is can always be told (`settledBy`).
 */
export function inForce<P extends HasRules>(own: P, teams: readonly RulePolicy[]): P {
  const [first, ...others] = teams;
  if (!first) return own;
  const team = others.reduce(stricter, first);
  const trial = team.trial ?? own.rules?.trial;
  const budget = team.budget ?? own.rules?.budget;
  const rules: RulePolicy = { ...team, ...(trial && { trial }), ...(budget && { budget }) };
  return { ...own, tiers: { ...own.tiers, ...own.rules?.tiers }, rules };
}

/** The part of a policy that is about rules. */
export interface HasRules {
  readonly tiers: Readonly<Partial<Record<RuleId, Tier>>>;
  readonly rules?: RulePolicy;
}

/** The tier that somebody settled for this rule, and who; undefined: nobody did. */
export function settledBy(
  { tiers, rules }: HasRules,
  rule: RuleId,
): { readonly tier: Tier; readonly by: 'you' | 'team' } | undefined {
  const named = rules?.tiers[rule];
  if (named !== undefined) return { tier: named, by: rules?.by ?? 'you' };
  const own = tiers[rule];
  return own === undefined ? undefined : { tier: own, by: 'you' };
}

/** Quiet in a trial, or held less often, only where both teams say so. */
function stricter(a: RulePolicy, b: RulePolicy): RulePolicy {
  const rules = Object.keys({ ...a.tiers, ...b.tiers }).map((rule): [RuleId, Tier] => {
    const [one, other] = [a.tiers[rule], b.tiers[rule]];
    return [rule, one === undefined || (other !== undefined && other > one) ? (other ?? 'T0') : one];
  });
  const { trial: _, budget: __, ...rest } = a.version >= b.version ? a : b;
  return {
    ...rest,
    tiers: Object.fromEntries(rules),
    ...(a.trial && b.trial && { trial: a.trial }),
    ...(a.budget && b.budget && { budget: a.budget }),
  };
}
