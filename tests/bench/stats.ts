/** One measured thing beside its limit. */
export interface Figure {
  readonly what: string;
  /** Milliseconds unless stated. */
  readonly unit?: string;
  readonly samples: readonly number[];
  /** What no implementation could go below here: the same measured without Izin, or the bare work. */
  readonly limit: { readonly what: string; readonly samples: readonly number[] };
}

export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly runs: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly limit: string;
  readonly limitMedian: number;
  readonly limitP95: number;
  readonly limitP99: number;
}

/** Nearest-rank quantile. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

export const rowOf = ({ what, unit = 'ms', samples, limit }: Figure): Row => ({
  what,
  unit,
  runs: samples.length,
  median: quantile(samples, 0.5),
  p95: quantile(samples, 0.95),
  p99: quantile(samples, 0.99),
  limit: limit.what,
  limitMedian: quantile(limit.samples, 0.5),
  limitP95: quantile(limit.samples, 0.95),
  limitP99: quantile(limit.samples, 0.99),
});

export function table(rows: readonly Row[]): string {
  const ms = (value: number): string => value.toFixed(2);
  const cells = rows.map((row) => [
    row.what,
    row.unit,
    String(row.runs),
    ms(row.median),
    ms(row.p95),
    ms(row.p99),
    row.limit,
    ms(row.limitMedian),
    ms(row.limitP95),
    ms(row.limitP99),
  ]);
  const head = ['what', 'unit', 'runs', 'median', 'p95', 'p99', 'limit in the same run', 'median', 'p95', 'p99'];
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((cell) => cell[i]?.length ?? 0)));
  return [head, ...cells].map((line) => line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')).join('\n');
}
