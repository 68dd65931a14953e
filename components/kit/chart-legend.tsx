import { useId } from 'react';
import type { Part } from './chart-parts.ts';
import { fillOf, Patterns } from './chart-pattern.tsx';

export function ChartLegend({ parts }: { readonly parts: readonly Part[] }) {
  const id = useId();
  return (
    <ul className="chart-legend" aria-hidden>
      {parts.map(({ id: part, label, tone }) => (
        <li key={part}>
          <svg width={14} height={14}>
            <title>{label}</title>
            <Patterns id={`${id}${part}`} />
            <rect x={0.5} y={0.5} width={13} height={13} fill={fillOf(`${id}${part}`, tone)} className="chart-mark" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
