import type { Draft } from '../domain/draft.ts';
import type { Tier } from '../domain/enums.ts';
import type { Instant } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { Finding, Verdict } from '../domain/verdict.ts';
import type { Facts } from './facts.ts';
import { RULES } from './registry.ts';
import { isLightReply } from './reply.ts';
import { purposeOf, type Rule } from './rule.ts';

/** All findings of one draft, worst first; equal tiers in the registry's order. Pure: the same input, the same verdict. */
export function judge(draft: Draft, facts: Facts, policy: Policy, now: Instant): Verdict {
  const light = isLightReply(draft, facts);
  const findings = RULES.filter((rule) => !(rule.needsLedger && facts.locked))
    .flatMap((rule) => rule.judge(draft, facts, policy, now).map((finding) => settle(rule, finding, policy, light)))
    .map((finding, order) => ({ finding, order }))
    .toSorted((a, b) =>
      a.finding.tier === b.finding.tier ? a.order - b.order : a.finding.tier > b.finding.tier ? -1 : 1,
    )
    .map(({ finding }) => finding);
  return {
    tier: findings[0]?.tier ?? 'T0',
    findings,
    complete: facts.complete && draft.unreadable.length === 0,
    purpose: purposeOf(draft, policy),
  };
}

function settle(rule: Rule, finding: Finding, policy: Policy, light: boolean): Finding {
  const tier = byPolicy(rule, finding.tier, policy.tiers[rule.id]);
  return { ...finding, tier: light && rule.lighterInReply && tier === 'T1' ? 'T0' : tier };
}

/** A policy's tier stands for the rule's highest; what is milder by default never gets stricter than it. A guess stays below T2 (W2). */
function byPolicy(rule: Rule, tier: Tier, set: Tier | undefined): Tier {
  const wanted = set === undefined ? tier : tier === rule.tier || tier > set ? set : tier;
  return rule.kind === 'guess' && wanted > 'T1' ? 'T1' : wanted;
}
