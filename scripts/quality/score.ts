import { wilson } from '../scenarios/table.ts';
import type { Detector, Hit } from './detectors.ts';

export interface Labelled {
  readonly text: string;
  readonly region: string;
  readonly spans: readonly Hit[];
  /** The text holds one value, right or wrong as a whole: a hit on a part of it says nothing of the value. */
  readonly value?: { readonly start: number; readonly end: number };
}

export interface Counts {
  right: number;
  /** Reported as this kind where there is none of it. */
  wrong: number;
  missed: number;
}

export interface Scored {
  readonly byKind: ReadonlyMap<string, Counts>;
  /** Of the labelled values that anything was reported on: with their own kind, and all. */
  readonly typed: { right: number; all: number };
  readonly missedTexts: readonly string[];
}

/** Any overlap counts as a hit, which is kind to everyone; only hits of the kinds asked about count against precision. */
export async function score(detector: Detector, cases: readonly Labelled[], kinds: readonly string[]): Promise<Scored> {
  const byKind = new Map(kinds.map((kind): [string, Counts] => [kind, { right: 0, wrong: 0, missed: 0 }]));
  const typed = { right: 0, all: 0 };
  const missedTexts: string[] = [];
  for (const { text, region, spans, value } of cases) {
    const all = await detector.find(text, region);
    const hits = value ? all.filter(({ start, end }) => start <= value.start && end >= value.end) : all;
    for (const span of spans) {
      const over = hits.filter((hit) => hit.start < span.end && span.start < hit.end);
      const right = over.some(({ kind }) => kind === span.kind);
      if (over.length > 0) typed.all++;
      if (right) typed.right++;
      const counts = byKind.get(span.kind);
      if (counts) counts[right ? 'right' : 'missed']++;
      if (!right && counts) missedTexts.push(`${span.kind} missed: ${text}`);
    }
    for (const hit of hits) {
      const counts = byKind.get(hit.kind);
      if (!counts || spans.some((span) => span.kind === hit.kind && hit.start < span.end && span.start < hit.end))
        continue;
      counts.wrong++;
      missedTexts.push(`${hit.kind} wrongly on "${text.slice(hit.start, hit.end)}": ${text}`);
    }
  }
  return { byKind, typed, missedTexts };
}

export const sum = (all: Iterable<Counts>): Counts => {
  const total = { right: 0, wrong: 0, missed: 0 };
  for (const { right, wrong, missed } of all) {
    total.right += right;
    total.wrong += wrong;
    total.missed += missed;
  }
  return total;
};

export const precision = ({ right, wrong }: Counts): number =>
  right + wrong === 0 ? Number.NaN : right / (right + wrong);
export const recall = ({ right, missed }: Counts): number =>
  right + missed === 0 ? Number.NaN : right / (right + missed);
export const f1 = ({ right, wrong, missed }: Counts): number =>
  right + wrong + missed === 0 ? Number.NaN : (2 * right) / (2 * right + wrong + missed);

/** `0.981 (0.951–0.993)`: a share with Wilson's interval, 95 %. */
export function share(hits: number, of: number): string {
  if (of === 0) return '–';
  const [low, high] = wilson(hits, of);
  return `${(hits / of).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}
