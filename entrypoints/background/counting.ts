import type { Choice } from '@/lib/bus/messages.ts';
import { PRACTICE_SPACE } from '@/lib/domain/person.ts';
import type { BookEvent } from '@/lib/domain/rule-book.ts';
import { spaceOf } from '@/lib/domain/space-of.ts';
import type { Finding, Moved, RuleId, Verdict } from '@/lib/domain/verdict.ts';
import { changeHold, type Hold, holdOf, type ShownRule } from './holds.ts';
import { ledger } from './office.ts';

/*
 * What happens to each rule in a warning, as figures for the ledger (W4). A figure that cannot be written holds nobody up.
 * In the practice mailbox mistakes are made on purpose: nothing of it counts.
 */
const counts = ({ surface }: Pick<Hold, 'surface'>): boolean => spaceOf(surface) !== PRACTICE_SPACE;

/** Every rule of T1 and above, once a warning however often it is judged again; and what it cost of the budget. */
export async function countShown(secret: string, { findings }: Verdict): Promise<void> {
  const hold = await holdOf(secret);
  if (!hold || !counts(hold)) return;
  const at = new Date().toISOString();
  const before = hold.shown ?? [];
  const fresh = new Map<string, Finding>();
  for (const finding of findings)
    if (finding.tier >= 'T1' && !before.some((one) => one.id === finding.rule && one.by === byOf(finding)))
      fresh.set(`${finding.rule} ${byOf(finding)}`, finding);
  if (fresh.size === 0) return;
  const shown = [...fresh.values()].map(
    (finding): ShownRule => ({ id: finding.rule, kind: finding.kind, by: byOf(finding), tier: finding.tier }),
  );
  await changeHold(secret, (now) => ({ ...now, shown: [...(now.shown ?? []), ...shown] }));
  const books = await ledger();
  const events = [...fresh.values()].map((finding): BookEvent => {
    const rule = { id: finding.rule, kind: finding.kind };
    return { kind: 'shown', rule, at, by: byOf(finding), measured: isMeasured(finding) };
  });
  const { rules } = await books.policy(spaceOf(hold.surface));
  const spends = !hold.look && rules?.budget !== undefined;
  await books.noteRules(spends ? [...events, { kind: 'interrupted', findings, at }] : events);
}

const byOf = ({ tier, moved }: Finding): Finding['tier'] => moved?.from ?? tier;

const SETTLED: readonly Moved['by'][] = ['role', 'you', 'team', 'record'];
/** As loud as it is meant to be: what a reply or a trial had softened says nothing of its worth. */
const isMeasured = ({ moved }: Finding): boolean => moved === undefined || SETTLED.includes(moved.by);

/** What the user made of them. */
export async function countChoice(secret: string, choice: Choice): Promise<void> {
  const hold = await holdOf(secret);
  if (!hold || !counts(hold)) return;
  const at = new Date().toISOString();
  const shown = hold.shown ?? [];
  const about = (rules: readonly RuleId[]): readonly ShownRule[] => shown.filter(({ id }) => rules.includes(id));
  const once = (kind: 'mended' | 'overridden', rules: readonly RuleId[]): readonly BookEvent[] =>
    [...new Set(rules)].flatMap((id) => {
      const rule = shown.find((one) => one.id === id);
      return rule ? [{ kind, rule: kindOf(rule), at }] : [];
    });
  const fault = faultOf(choice);
  // A firing is a false alarm once, however often it is said.
  const meant = about(choice.rules).filter(({ tier }) => choice.kind !== 'wrong' || tier === choice.tier);
  const faulted = fault ? meant.filter((one) => !one.faulted) : [];
  if (faulted.length > 0)
    await changeHold(secret, (now) => ({
      ...now,
      shown: now.shown?.map((one) => (faulted.some((each) => isSame(each, one)) ? { ...one, faulted: true } : one)),
    }));
  const events: readonly BookEvent[] = [
    ...once('mended', choice.kind === 'fixed' ? choice.rules : (choice.mended ?? [])),
    ...once('overridden', choice.kind === 'override' ? choice.rules : []),
    ...(fault ? faulted.map((rule): BookEvent => ({ kind: fault, ...tiersOf(rule), rule: kindOf(rule), at })) : []),
  ];
  if (events.length > 0) await (await ledger()).noteRules(events);
}

/** An override for "wrong match" says the same as the button. */
function faultOf({ kind, reason }: Choice): 'notUseful' | 'wrong' | undefined {
  if (kind === 'not-useful') return 'notUseful';
  return kind === 'wrong' || (kind === 'override' && reason === 'wrong_match') ? 'wrong' : undefined;
}

const kindOf = ({ id, kind }: ShownRule): Pick<ShownRule, 'id' | 'kind'> => ({ id, kind });
const tiersOf = ({ by, tier }: ShownRule): { readonly by: ShownRule['by']; readonly shown: ShownRule['tier'] } => ({
  by,
  shown: tier,
});
const isSame = (a: ShownRule, b: ShownRule): boolean => a.id === b.id && a.by === b.by;

/** "Do not say this again": from the warning that showed it. */
export async function dismissFinding(secret: string, finding: Finding, purpose: string): Promise<void> {
  const hold = await holdOf(secret);
  if (!hold) throw new Error('This warning is over.');
  const at = new Date().toISOString();
  const books = await ledger();
  await books.noteRules([{ kind: 'dismissed', finding, purpose, at }]);
  const people = finding.subjects.flatMap(({ personId }) => personId ?? []);
  await books.log({ at, kind: 'dismissed', rules: [finding.rule], people, surface: hold.surface, tier: finding.tier });
}
