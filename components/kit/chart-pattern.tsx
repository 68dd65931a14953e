import type { ChartTone } from './chart-parts.ts';

export const fillOf = (id: string, tone: ChartTone): string => `url(#${id}-${tone})`;

/** Patterns of the five tones, for the `<defs>` of one picture. `id` keeps those of two pictures apart. */
export function Patterns({ id }: { readonly id: string }) {
  const common = { patternUnits: 'userSpaceOnUse', width: 6, height: 6 } as const;
  return (
    <defs>
      <pattern id={`${id}-daun`} {...common}>
        <rect width={6} height={6} className="chart-daun" />
      </pattern>
      <pattern id={`${id}-kunyit`} {...common}>
        <rect width={6} height={6} className="chart-kunyit-ground" />
        <circle cx={3} cy={3} r={1.5} className="chart-kunyit" />
      </pattern>
      <pattern id={`${id}-bata`} {...common} patternTransform="rotate(45)">
        <rect width={6} height={6} className="chart-bata-ground" />
        <rect width={3.5} height={6} className="chart-bata" />
      </pattern>
      <pattern id={`${id}-nila`} {...common}>
        <rect width={6} height={6} className="chart-nila" />
      </pattern>
      <pattern id={`${id}-plain`} {...common}>
        <rect width={6} height={6} className="chart-plain" />
      </pattern>
    </defs>
  );
}
