import { useId } from 'react';
import { ChartLegend } from './chart-legend.tsx';
import { type Part, sum } from './chart-parts.ts';
import { fillOf, Patterns } from './chart-pattern.tsx';

export interface ColumnOf {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly Part[];
}

const STEP = 46;
const HEIGHT = 120;
/** Room for a figure above and a name below, also where they are written larger in a small window. */
const [ABOVE, BELOW] = [24, 24];

/** Standing columns, one a month; the figure stands on top of each, its name below. */
export function ColumnChart({ label, columns }: { readonly label: string; readonly columns: readonly ColumnOf[] }) {
  const id = useId();
  const most = Math.max(1, ...columns.map(({ parts }) => sum(parts)));
  const [width, base] = [columns.length * STEP, ABOVE + HEIGHT];
  return (
    <figure className="chart" aria-label={label}>
      {(columns[0]?.parts.length ?? 0) > 1 && <ChartLegend parts={columns[0]?.parts ?? []} />}
      <svg viewBox={`0 0 ${width} ${base + BELOW}`} className="chart-columns" aria-hidden>
        <Patterns id={id} />
        <line x1={0} x2={width} y1={base} y2={base} className="chart-axis" />
        {columns.map((column, index) => (
          <Column key={column.id} id={id} column={column} x={index * STEP} base={base} most={most} />
        ))}
      </svg>
    </figure>
  );
}

interface Props {
  readonly id: string;
  readonly column: ColumnOf;
  readonly x: number;
  readonly base: number;
  readonly most: number;
}

function Column({ id, column: { label, parts }, x, base, most }: Props) {
  const total = sum(parts);
  let top = base;
  return (
    <g>
      {parts.map(({ id: part, tone, value }) => {
        const height = (value / most) * HEIGHT;
        top -= height;
        return value === 0 ? null : (
          <rect
            key={part}
            x={x + 7}
            y={top}
            width={STEP - 14}
            height={height}
            fill={fillOf(id, tone)}
            className="chart-mark"
          />
        );
      })}
      {total > 0 && (
        <text x={x + STEP / 2} y={base - (total / most) * HEIGHT - 4} textAnchor="middle">
          {total}
        </text>
      )}
      <text x={x + STEP / 2} y={base + 17} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}
