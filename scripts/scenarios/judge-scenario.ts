import { assess } from '../../lib/assess/assess.ts';
import { epoch, utc } from '../../lib/domain/instant.ts';
import type { Verdict } from '../../lib/domain/verdict.ts';
import { draftOf, policyOf } from './draft.ts';
import { ledgerOf, SPACE } from './ledger.ts';
import type { Scenario } from './schema.ts';

export interface Outcome {
  readonly scenario: Scenario;
  readonly verdict: Verdict;
  /** What differs from what is expected; empty when nothing does. */
  readonly differences: readonly string[];
}

/** What is right does not depend on how busy the machine is: no scan runs out of time here. */
export const STILL = (): number => 0;

/** The whole way: a ledger built by ops, a draft, the policy; the same assess as in the product. */
export async function judgeScenario(scenario: Scenario, folder: string): Promise<Outcome> {
  const draft = draftOf(scenario, folder);
  const ledger = await ledgerOf(scenario);
  try {
    const now = utc(epoch(scenario.now));
    const { verdict } = await assess(draft, { ledger, policy: policyOf(scenario), spaces: [SPACE], now, clock: STILL });
    return { scenario, verdict, differences: compare(scenario.expect, verdict) };
  } finally {
    ledger.close();
  }
}

function compare({ tier, rules = [], never = [] }: Scenario['expect'], verdict: Verdict): readonly string[] {
  const found = new Set(verdict.findings.map(({ rule }) => rule));
  const told = verdict.findings.map((finding) => `${finding.rule} ${finding.tier}`).join(', ') || 'nothing';
  return [
    ...(verdict.tier === tier ? [] : [`tier ${tier} expected, ${verdict.tier} judged (${told})`]),
    ...rules.filter((rule) => !found.has(rule)).map((rule) => `${rule} expected, not found (${told})`),
    ...never.filter((rule) => found.has(rule)).map((rule) => `${rule} found, must not be`),
  ];
}
