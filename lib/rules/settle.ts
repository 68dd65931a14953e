import type { Purpose, Tier } from '../domain/enums.ts';
import type { Instant } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import { isDismissed, isOverBudget, OVER_BUDGET, type RuleBook, recordOf } from '../domain/rule-book.ts';
import { PRESET_TIERS, settledBy, stageOf } from '../domain/rule-policy.ts';
import { afterFall } from '../domain/rule-record.ts';
import { isStanding } from '../domain/tier-fall.ts';
import type { Finding, Moved } from '../domain/verdict.ts';
import type { Rule } from './rule.ts';

interface Around {
  readonly policy: Policy;
  readonly book: RuleBook;
  readonly now: Instant;
  readonly purpose: Purpose;
  /** A reply to the same people without a new file. */
  readonly light: boolean;
}

/**
 * The tier at which a finding is said. What the policy settles comes first; all that follows it can only make it milder:
 * the rule's own record, a light reply, a dismissal, its trial, the budget.
 */
export function settle(rule: Rule, finding: Finding, around: Around): Finding {
  return [byPolicy, byRecord, byReply, byDismissal, byTrial, byBudget].reduce(
    (now, way) => way(rule, now, around),
    finding,
  );
}

type Way = (rule: Rule, finding: Finding, around: Around) => Finding;

const move = (finding: Finding, tier: Tier, by: Moved['by'], instead?: Tier): Finding =>
  tier === finding.tier
    ? finding
    : { ...finding, tier, moved: { from: finding.moved?.from ?? finding.tier, by, ...(instead && { instead }) } };

/** A policy's tier stands for the rule's highest; what is milder by default never gets stricter than it. A guess stays below T2 (W2). */
const byPolicy: Way = (rule, finding, { policy }) => {
  const own = settledBy(policy, rule.id);
  const { tier } = finding;
  const role = tier <= 'T1' ? PRESET_TIERS[policy.preset][rule.id] : undefined;
  const wanted = own ? (tier === rule.tier || tier > own.tier ? own.tier : tier) : (role ?? tier);
  return move(finding, rule.kind === 'guess' && wanted > 'T1' ? 'T1' : wanted, own?.by ?? 'role');
};

const byRecord: Way = (rule, finding, { book }) =>
  move(finding, afterFall(recordOf(book, rule.id), rule, finding.moved?.from ?? finding.tier, finding.tier), 'record');

const byReply: Way = (rule, finding, { light }) =>
  light && rule.lighterInReply && finding.tier === 'T1' ? move(finding, 'T0', 'reply') : finding;

const byDismissal: Way = (_rule, finding, { book, purpose, now }) =>
  isDismissed(book, finding, purpose, now) ? move(finding, 'T0', 'said') : finding;

/** Two weeks nothing is said, two more nothing is held (W17); what stands from the first day stands. */
const byTrial: Way = (rule, finding, { policy: { rules }, now }) => {
  const stage = stageOf(rules?.trial, now);
  const tried = !rules?.trial?.rules || rules.trial.rules.includes(rule.id);
  if (!stage || !tried || isStanding(rule.id)) return finding;
  const most = stage === 'quiet' ? 'T0' : 'T1';
  return finding.tier > most ? move(finding, most, 'trial', finding.tier) : finding;
};

const byBudget: Way = (_rule, finding, { policy: { rules }, book, now }) =>
  rules?.budget && isOverBudget(book, rules.budget, finding, now)
    ? move(finding, OVER_BUDGET, 'budget', finding.tier)
    : finding;
