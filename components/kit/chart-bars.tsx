import { useId } from 'react';
import { ChartLegend } from './chart-legend.tsx';
import { type Part, sum } from './chart-parts.ts';
import { fillOf, Patterns } from './chart-pattern.tsx';

export interface BarRow {
  readonly id: string;
  readonly label: string;
  /** Stands at the end of the bar: the figure that answers the question. */
  readonly figure: string;
  readonly parts: readonly Part[];
}

const WIDTH = 300;
const HEIGHT = 16;

/** Lying bars, one below the other, each divided into its parts. `share`: each bar is a whole of its own; else the longest is. */
export function BarChart({
  label,
  rows,
  share,
}: {
  readonly label: string;
  readonly rows: readonly BarRow[];
  readonly share?: boolean;
}) {
  const id = useId();
  const most = Math.max(1, ...rows.map(({ parts }) => sum(parts)));
  return (
    <figure className="chart" aria-label={label}>
      {(rows[0]?.parts.length ?? 0) > 1 && <ChartLegend parts={rows[0]?.parts ?? []} />}
      <ul className="chart-bars" aria-hidden>
        {rows.map((row, index) => (
          <li key={row.id}>
            <span>{row.label}</span>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" width="100%" height={HEIGHT}>
              <title>{row.label}</title>
              <Patterns id={`${id}${index}`} />
              <Segments id={`${id}${index}`} row={row} whole={share ? Math.max(1, sum(row.parts)) : most} />
            </svg>
            <span className="numbers">{row.figure}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Segments({ id, row, whole }: { readonly id: string; readonly row: BarRow; readonly whole: number }) {
  let at = 0;
  return row.parts.map(({ id: part, tone, value }) => {
    const x = (at / whole) * WIDTH;
    at += value;
    const width = (value / whole) * WIDTH;
    return value === 0 ? null : (
      <rect
        key={part}
        x={x}
        y={0.5}
        width={Math.max(width - 1, 1)}
        height={HEIGHT - 1}
        fill={fillOf(id, tone)}
        className="chart-mark"
      />
    );
  });
}
