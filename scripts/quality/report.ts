import { aligned } from '../scenarios/table.ts';
import type { Detector } from './detectors.ts';
import { type Counts, f1, type Labelled, type Scored, score, share, sum } from './score.ts';

/** A figure beside what it is to be; printed once more at the end. */
export interface Target {
  readonly what: string;
  readonly measured: number;
  readonly wanted: number;
  readonly atMost?: boolean;
}

export const targetLine = ({ what, measured, wanted, atMost = false }: Target): readonly string[] => [
  (atMost ? measured <= wanted : measured >= wanted) ? 'reached' : 'MISSED',
  what,
  measured.toFixed(3),
  `${atMost ? '≤' : '≥'} ${wanted}`,
];

/** One table of a set: each kind a block of rows, one row a detector. Returns ours. */
export async function table(
  title: string,
  cases: readonly Labelled[],
  kinds: readonly string[],
  detectors: readonly Detector[],
): Promise<Scored> {
  console.log(`\n${title}: ${cases.length} texts`);
  const scored = new Map<string, Scored>();
  for (const detector of detectors) scored.set(detector.name, await score(detector, cases, kinds));
  const row = (kind: string, name: string, counts: Counts): readonly string[] => [
    kind,
    name,
    String(counts.right + counts.missed),
    share(counts.right, counts.right + counts.wrong),
    share(counts.right, counts.right + counts.missed),
    f1(counts).toFixed(3),
  ];
  const claims = (detector: Detector, kind: string): boolean => detector.only?.has(kind) ?? true;
  const rows = kinds.flatMap((kind) =>
    detectors
      .filter((detector) => claims(detector, kind))
      .map((detector) => row(kind, detector.name, scored.get(detector.name)!.byKind.get(kind)!)),
  );
  const all = detectors
    .filter((detector) => kinds.length > 1 && !detector.only)
    .map((detector) => row('all', detector.name, sum(scored.get(detector.name)!.byKind.values())));
  console.log(
    aligned([['kind', 'by', 'values', 'precision (95 %)', 'recall (95 %)', 'F1'], ...rows, ...all]).join('\n'),
  );
  return scored.get(detectors[0]!.name)!;
}
