import type { Outcome } from './judge-scenario.ts';

interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** Wilson's interval for a share, 95 %. */
export function wilson(hits: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / of;
  const centre = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return [Math.max(0, (centre - half) / whole), Math.min(1, (centre + half) / whole)];
}

/**
 * Per rule over all scenarios. Right: expected and found. Missed: expected, not found. Wrong: found where it must not be,
 * or found at a tier above the one that the scenario allows; a mild finding that nobody asked for is allowed and not counted.
 */
export function tableOf(outcomes: readonly Outcome[]): readonly string[] {
  const counts = new Map<string, Counts>();
  const of = (rule: string): Counts => {
    const known = counts.get(rule) ?? { right: 0, wrong: 0, missed: 0 };
    counts.set(rule, known);
    return known;
  };
  for (const { scenario, verdict } of outcomes) {
    const { rules = [], never = [], tier } = scenario.expect;
    const found = new Map<string, string>();
    for (const finding of verdict.findings) if (!found.has(finding.rule)) found.set(finding.rule, finding.tier);
    for (const rule of rules) of(rule)[found.has(rule) ? 'right' : 'missed']++;
    for (const [rule, worst] of found) if (never.includes(rule) || worst > tier) of(rule).wrong++;
  }
  const rows = [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { right, wrong, missed }]) => [
      rule,
      String(right),
      String(wrong),
      String(missed),
      share(right, right + wrong),
      share(right, right + missed),
    ]);
  return aligned([['rule', 'right', 'wrong', 'missed', 'precision (95 %)', 'recall (95 %)'], ...rows]);
}

function share(hits: number, of: number): string {
  if (of === 0) return '–';
  const [low, high] = wilson(hits, of);
  return `${(hits / of).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

export const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
