import type { Tier } from './enums.ts';
import { type Month, monthOf } from './month.ts';
import type { Instant } from './person.ts';
import { floorOf, oneBelow, passesTarget, type RuleKind, WINDOW } from './tier-fall.ts';

/**
 * What a rule has done on this device, in figures: no words of a message, no address, no name. `spared`: it would have
 * held a message, and was in its trial or over the budget.
 */
export const COUNTS = ['shown', 'mended', 'overridden', 'notUseful', 'wrong', 'spared'] as const;
export type Count = (typeof COUNTS)[number];
export type Counts = Readonly<Record<Count, number>>;

export interface RuleRecord {
  readonly months: Readonly<Record<Month, Counts>>;
  /** By the tier that the rule gives by default: one that both holds and advises is measured apart. */
  readonly windows: Readonly<Partial<Record<Tier, Window>>>;
}

/** The latest firings since the last fall, oldest first; 1: somebody said that it was not useful, or wrong. */
export interface Window {
  readonly firings: readonly (0 | 1)[];
  /** What it has fallen to; absent: nothing fell. */
  readonly fallen?: Fall;
}

export interface Fall {
  readonly to: Tier;
  readonly at: Instant;
  /** The false alarms among the firings that decided it. */
  readonly bad: number;
  readonly of: number;
}

/** One thing that happened to a rule in a warning. `by`: the tier that the rule gave by default; `shown`: as it was shown. */
export type RuleEvent =
  | {
      readonly kind: 'shown';
      readonly rule: RuleKind;
      readonly at: Instant;
      readonly by: Tier;
      /** False: something else than its record had made it quieter, so that it says nothing of its worth. */
      readonly measured: boolean;
    }
  | { readonly kind: 'mended' | 'overridden' | 'spared'; readonly rule: RuleKind; readonly at: Instant }
  | {
      readonly kind: 'notUseful' | 'wrong';
      readonly rule: RuleKind;
      readonly at: Instant;
      readonly by: Tier;
      readonly shown: Tier;
    };

export const NO_RECORD: RuleRecord = { months: {}, windows: {} };
const NONE: Counts = { shown: 0, mended: 0, overridden: 0, notUseful: 0, wrong: 0, spared: 0 };

/** Two years of months are kept. */
const MONTHS = 24;

export function noteEvent(record: RuleRecord, event: RuleEvent): RuleRecord {
  const counted = { ...record, months: counts(record.months, monthOf(event.at), event.kind) };
  if (event.kind === 'shown' && event.measured) return within(counted, event.by, (window) => fired(window));
  if (event.kind === 'notUseful' || event.kind === 'wrong')
    return within(counted, event.by, (window) => judged(complained(window), event));
  return counted;
}

function counts(months: RuleRecord['months'], month: Month, kind: Count): RuleRecord['months'] {
  const own = { ...NONE, ...months[month] };
  const all = { ...months, [month]: { ...own, [kind]: own[kind] + 1 } };
  const kept = Object.keys(all).toSorted().slice(-MONTHS);
  return Object.fromEntries(kept.map((one) => [one, all[one] ?? NONE]));
}

const within = (record: RuleRecord, by: Tier, change: (window: Window) => Window): RuleRecord => ({
  ...record,
  windows: { ...record.windows, [by]: change(record.windows[by] ?? { firings: [] }) },
});

const fired = (window: Window): Window => ({ ...window, firings: [...window.firings, 0 as const].slice(-WINDOW) });

/** One firing is one false alarm at most; whose it was is always the latest that nobody complained of. */
function complained(window: Window): Window {
  const at = window.firings.lastIndexOf(0);
  return at < 0 ? window : { ...window, firings: window.firings.with(at, 1) };
}

/** After a fall the window begins anew: what was said of the louder tier says nothing of the quieter one. */
function judged(window: Window, { rule, by, shown, at }: Extract<RuleEvent, { readonly shown: Tier }>): Window {
  const { bad, of } = falseAlarms(window);
  const now = window.fallen?.to ?? by;
  const to = oneBelow(now);
  if (to < floorOf(rule, by) || to === now || !passesTarget(shown, bad, of)) return window;
  return { firings: [], fallen: { to, at, bad, of } };
}

export const falseAlarms = ({ firings }: Window): { readonly bad: number; readonly of: number } => ({
  bad: firings.reduce((sum: number, one) => sum + one, 0),
  of: firings.length,
});

/** As loud as the catalogue says, with a fresh window. What was counted stays counted. */
export const putBack = (record: RuleRecord): RuleRecord => ({ ...record, windows: {} });

/** Never milder than the floor, never above what was given. */
export function afterFall(record: RuleRecord | undefined, rule: RuleKind, by: Tier, given: Tier): Tier {
  const to = record?.windows[by]?.fallen?.to;
  if (to === undefined || to >= given) return given;
  const floor = floorOf(rule, by);
  return floor >= given ? given : to < floor ? floor : to;
}

/** Over these months, or over all that are kept. */
export function totalOf({ months }: RuleRecord, of?: readonly Month[]): Counts {
  const wanted = Object.entries(months).filter(([month]) => !of || of.includes(month));
  return wanted.reduce<Counts>(
    (sum, [, one]) => Object.fromEntries(COUNTS.map((kind) => [kind, sum[kind] + one[kind]])) as Record<Count, number>,
    NONE,
  );
}
