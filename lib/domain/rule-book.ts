import type { Purpose, Tier } from './enums.ts';
import { addDays, isBefore } from './instant.ts';
import type { Instant, PersonId } from './person.ts';
import type { Budget } from './rule-policy.ts';
import { NO_RECORD, noteEvent, putBack, type RuleEvent, type RuleRecord } from './rule-record.ts';
import { isStanding } from './tier-fall.ts';
import { type Finding, holds, type RuleId } from './verdict.ts';

/** What this device knows of its own warnings. Never sent anywhere. */
export interface RuleBook {
  readonly rules: Readonly<Record<RuleId, RuleRecord>>;
  readonly dismissed: readonly Dismissal[];
  /** Messages that left while a budget was in force. */
  readonly sent: number;
  readonly spent: readonly Spending[];
}

/** "Do not say this again", for one person, rule and purpose, until the fact is another one (W19). */
export interface Dismissal {
  readonly rule: RuleId;
  readonly person: PersonId;
  readonly purpose: Purpose | string;
  /** A fingerprint of what was said. */
  readonly fact: string;
  readonly at: Instant;
}

/** One message that was held within the budget. */
interface Spending {
  readonly at: Instant;
  readonly sent: number;
  /** What it was held for: being held for it again is the same interruption. */
  readonly about: readonly string[];
}

export type BookEvent =
  | RuleEvent
  | { readonly kind: 'dismissed'; readonly finding: Finding; readonly purpose: string; readonly at: Instant }
  | { readonly kind: 'put-back'; readonly id: RuleId }
  | { readonly kind: 'interrupted'; readonly findings: readonly Finding[]; readonly at: Instant }
  | { readonly kind: 'sent' };

export const NO_BOOK: RuleBook = { rules: {}, dismissed: [], sent: 0, spent: [] };

/** At most; until then it counts unless the fact changes. */
export const DISMISSAL_DAYS = 90;
const DISMISSALS = 1000;

export function noteInBook(book: RuleBook, event: BookEvent): RuleBook {
  switch (event.kind) {
    case 'dismissed':
      return { ...book, dismissed: dismiss(book.dismissed, event) };
    case 'put-back':
      return withRecord(book, event.id, putBack(recordOf(book, event.id)));
    case 'interrupted': {
      const about = event.findings.filter(inBudget).map(aboutOf);
      if (about.length === 0) return book;
      const day = addDays(event.at, -1);
      const spent = book.spent.filter((one) => isBefore(day, one.at) || book.sent - one.sent < SENDS_KEPT);
      return { ...book, spent: [...spent, { at: event.at, sent: book.sent, about }] };
    }
    case 'sent':
      return { ...book, sent: book.sent + 1 };
    default:
      return withRecord(book, event.rule.id, noteEvent(recordOf(book, event.rule.id), event));
  }
}

/** No budget looks further back. */
const SENDS_KEPT = 1000;

export const recordOf = (book: RuleBook, rule: RuleId): RuleRecord => book.rules[rule] ?? NO_RECORD;

const withRecord = (book: RuleBook, rule: RuleId, record: RuleRecord): RuleBook => ({
  ...book,
  rules: { ...book.rules, [rule]: record },
});

/** Whether a verdict may be another one by the second book. */
export const judgesAlike = (a: RuleBook, b: RuleBook): boolean =>
  a.dismissed === b.dismissed && a.sent === b.sent && a.spent === b.spent && fallsIn(a) === fallsIn(b);

const fallsIn = ({ rules }: RuleBook): string =>
  JSON.stringify(
    Object.entries(rules).flatMap(([rule, { windows }]) =>
      Object.entries(windows).flatMap(([by, { fallen }]) => (fallen ? [[rule, by, fallen.to]] : [])),
    ),
  );

// Dismissals -----------------------------------------------------------------------------------------------------------

/** Advice about people whom the ledger knows; an opt-out is never dismissed. */
export const mayDismiss = ({ rule, tier, subjects }: Finding): boolean =>
  tier === 'T1' && !isStanding(rule) && subjects.length > 0 && subjects.every(({ personId }) => personId !== undefined);

function dismiss(
  before: readonly Dismissal[],
  { finding, purpose, at }: { readonly finding: Finding; readonly purpose: string; readonly at: Instant },
): readonly Dismissal[] {
  if (!mayDismiss(finding)) return before;
  const fact = factOf(finding);
  const now = finding.subjects.flatMap(({ personId: person }): Dismissal[] =>
    person === undefined ? [] : [{ rule: finding.rule, person, purpose, fact, at }],
  );
  const others = before.filter((one) => standsAt(one, at) && !now.some((each) => isAbout(each, one)));
  return [...others, ...now].slice(-DISMISSALS);
}

const isAbout = (a: Dismissal, b: Dismissal): boolean =>
  a.rule === b.rule && a.person === b.person && a.purpose === b.purpose;

const standsAt = ({ at }: Dismissal, now: Instant): boolean => isBefore(now, addDays(at, DISMISSAL_DAYS));

/** Everybody whom it is about was dismissed with just this fact. */
export function isDismissed(book: RuleBook, finding: Finding, purpose: string, now: Instant): boolean {
  if (book.dismissed.length === 0 || !mayDismiss(finding)) return false;
  const fact = factOf(finding);
  const own = book.dismissed.filter((one) => one.rule === finding.rule && one.purpose === purpose);
  return finding.subjects.every(({ personId }) =>
    own.some((one) => one.person === personId && one.fact === fact && standsAt(one, now)),
  );
}

export const withoutPerson = (book: RuleBook, person: PersonId): RuleBook => ({
  ...book,
  dismissed: book.dismissed.filter((one) => one.person !== person),
  spent: book.spent.map((one) => ({ ...one, about: one.about.filter((each) => !each.split(' ').includes(person)) })),
});

/** FNV-1a, 32 bit, of what was said and since when: it tells whether the fact is another one, and hides nothing. */
function factOf({ title, evidence, places }: Finding): string {
  const text = JSON.stringify([title, evidence, places.map(({ words }) => words)]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

// The budget -----------------------------------------------------------------------------------------------------------

/** T2 and T3; neither a block, nor what acts from the first day, nor what says that Izin could not look. */
export const inBudget = ({ rule, tier }: Finding): boolean => holds(tier) && tier < 'T4' && !isStanding(rule);

const aboutOf = ({ rule, subjects }: Finding): string =>
  [rule, ...subjects.flatMap(({ personId }) => personId ?? []).toSorted()].join(' ');

/** Whether this finding would hold one message too many. */
export function isOverBudget(book: RuleBook, budget: Budget, finding: Finding, now: Instant): boolean {
  if (!inBudget(finding)) return false;
  const about = aboutOf(finding);
  const day = addDays(now, -1);
  const lately = book.spent.filter(({ sent }) => book.sent - sent < budget.sends);
  const today = book.spent.filter(({ at }) => isBefore(day, at));
  if ([...lately, ...today].some((one) => one.about.includes(about))) return false;
  return lately.length >= budget.holds || today.length >= budget.perDay;
}

/** As the budget leaves it. */
export const OVER_BUDGET: Tier = 'T1';
