import type { Draft } from '../domain/draft.ts';
import type { Purpose, Tier } from '../domain/enums.ts';
import type { Instant } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { Finding, RuleId } from '../domain/verdict.ts';
import type { Facts } from './facts.ts';

/** One pure check. Its id is never used for another. */
export interface Rule {
  readonly id: RuleId;
  /** Only facts may hold a send (W2). */
  readonly kind: 'fact' | 'guess';
  /** The highest tier that it gives by default; a policy's tier takes its place, and caps the milder ones. */
  readonly tier: Tier;
  /** Says nothing while the ledger is locked: what is not known must not look unknown. */
  readonly needsLedger: boolean;
  /** In a reply to the same people without a new file its T1 is a T0 (ruling 9). */
  readonly lighterInReply?: boolean;
  judge(draft: Draft, facts: Facts, policy: Policy, now: Instant): readonly Finding[];
}

export const purposeOf = (draft: Draft, policy: Policy): Purpose => draft.purpose ?? policy.purpose;
