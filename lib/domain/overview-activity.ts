import { type Month, monthOf, monthsFrom } from './month.ts';
import type { Instant } from './person.ts';

/** What the log says of messages: held, then mended, sent anyway, or taken back to the text. */
export const OUTCOMES = ['held', 'fixed', 'override', 'back'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Outcomes = Readonly<Record<Outcome, number>>;

interface Line {
  readonly at: Instant;
  readonly kind: string;
  readonly rules: readonly string[];
}

export interface ActivityOverview {
  readonly months: readonly ({ readonly month: Month } & Outcomes)[];
  /** By rule in the asked month; a message with two rules counts for each. A hold itself names no rule. */
  readonly rules: readonly ({ readonly rule: string } & Omit<Outcomes, 'held'>)[];
}

const BACK = 12;

/** The twelve months that end with `month`. */
export function activityOverview(lines: Iterable<Line>, month: Month): ActivityOverview {
  const first = monthsBack(month);
  const months = new Map(monthsFrom(first, BACK).map((one) => [one, none()]));
  const rules = new Map<string, ReturnType<typeof none>>();
  for (const { at, kind, rules: named } of lines) {
    const outcome = OUTCOMES.find((one) => one === kind);
    const tally = months.get(monthOf(at));
    if (!outcome || !tally) continue;
    tally[outcome] += 1;
    if (monthOf(at) !== month || outcome === 'held') continue;
    for (const rule of new Set(named)) {
      const own = rules.get(rule) ?? none();
      own[outcome] += 1;
      rules.set(rule, own);
    }
  }
  return {
    months: [...months].map(([one, outcomes]) => ({ month: one, ...outcomes })),
    rules: [...rules]
      .map(([rule, { fixed, override, back }]) => ({ rule, fixed, override, back }))
      .toSorted((a, b) => total(b) - total(a) || (a.rule < b.rule ? -1 : 1)),
  };
}

const none = (): Record<Outcome, number> => ({ held: 0, fixed: 0, override: 0, back: 0 });
const total = ({ fixed, override, back }: Omit<Outcomes, 'held'>): number => fixed + override + back;

function monthsBack(month: Month): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - BACK, 1)).toISOString().slice(0, 7);
}
