import { TIERS, type Tier } from './enums.ts';
import type { Month } from './month.ts';
import type { Policy } from './policy.ts';
import { type RuleBook, recordOf } from './rule-book.ts';
import { PRESET_TIERS, settledBy } from './rule-policy.ts';
import { afterFall, type Counts, type Fall, totalOf } from './rule-record.ts';
import { isStanding, type RuleKind } from './tier-fall.ts';

/** One rule with its record, as a page shows it. */
export interface RuleView {
  readonly id: string;
  /** Its highest tier by the catalogue, and as it is now. */
  readonly usual: Tier;
  readonly now: Tier;
  readonly why: 'usual' | 'standing' | 'role' | 'you' | 'team' | 'record';
  /** Of its highest tier first. */
  readonly falls: readonly (Fall & { readonly from: Tier })[];
  readonly counts: Counts;
  /** What the user settled. */
  readonly settled?: Tier;
  /** What a user may settle (W2); empty: nothing. */
  readonly choices: readonly Tier[];
}

/** `policy`: with the word of the teams before one's own (`inForce`). */
export function ruleView(
  rule: RuleKind & { readonly tier: Tier },
  policy: Policy,
  book: RuleBook,
  months: readonly Month[],
): RuleView {
  const record = recordOf(book, rule.id);
  const settled = settledBy(policy, rule.id);
  const role = rule.tier <= 'T1' ? PRESET_TIERS[policy.preset][rule.id] : undefined;
  const most = rule.kind === 'guess' ? 'T1' : 'T4';
  const wanted = settled?.tier ?? role ?? rule.tier;
  const given = wanted > most ? most : wanted;
  const now = afterFall(record, rule, rule.tier, given);
  const falls = TIERS.toReversed().flatMap((from) => {
    const fallen = record.windows[from]?.fallen;
    return fallen ? [{ ...fallen, from }] : [];
  });
  const standing = isStanding(rule.id);
  const why = now !== given ? 'record' : settled ? settled.by : role ? 'role' : standing ? 'standing' : 'usual';
  return {
    id: rule.id,
    usual: rule.tier,
    now,
    why,
    falls,
    counts: totalOf(record, months),
    ...(settled?.by === 'you' && { settled: settled.tier }),
    choices: standing || settled?.by === 'team' ? [] : TIERS.filter((tier) => tier <= most && tier <= capOf(rule.tier)),
  };
}

/** A block that nobody can pass is the catalogue's alone to give. */
const capOf = (usual: Tier): Tier => (usual === 'T4' ? 'T4' : 'T3');
