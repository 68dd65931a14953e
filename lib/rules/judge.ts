import type { Draft } from '../domain/draft.ts';
import type { Instant } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import { NO_BOOK, type RuleBook } from '../domain/rule-book.ts';
import type { Finding, Verdict } from '../domain/verdict.ts';
import type { Facts } from './facts.ts';
import { RULES } from './registry.ts';
import { isLightReply } from './reply.ts';
import { purposeOf } from './rule.ts';
import { settle } from './settle.ts';

/**
 * All findings of one draft, worst first; equal tiers in the registry's order. Pure: the same input, the same verdict.
 * `book`: what rules have shown of themselves here; without it each is as loud as the policy says.
 */
export function judge(draft: Draft, facts: Facts, policy: Policy, now: Instant, book: RuleBook = NO_BOOK): Verdict {
  const purpose = purposeOf(draft, policy);
  const around = { policy, book, now, purpose, light: isLightReply(draft, facts) };
  const findings = RULES.filter((rule) => !(rule.needsLedger && facts.locked))
    .flatMap((rule) => rule.judge(draft, facts, policy, now).map((finding) => settle(rule, finding, around)))
    .map((finding, order) => ({ finding, order }))
    .toSorted((a, b) =>
      a.finding.tier === b.finding.tier ? a.order - b.order : a.finding.tier > b.finding.tier ? -1 : 1,
    )
    .map(({ finding }): Finding => finding);
  return {
    tier: findings[0]?.tier ?? 'T0',
    findings,
    complete: facts.complete && draft.unreadable.length === 0,
    purpose,
  };
}
