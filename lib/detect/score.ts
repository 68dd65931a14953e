import { NEGATIVES } from './negatives.ts';
import { distanceBefore, keyword, type Window } from './window.ts';

/** Strength of the evidence in the text: A alone, B with its keyword, C with the keyword close by (`detection.md` §2). */
export type Grade = 'A' | 'B' | 'C';
const BASE: Readonly<Record<Grade, number>> = { A: 0.6, B: 0.3, C: 0.2 };
const VALIDATED = 0.2;
const DIRECT = 0.4;
const NEAR = 0.3;
const NEGATIVE = 0.4;
const CAP_WITHOUT_KEYWORD = 0.3;

/** Confidence of a candidate whose structure passed its validator. `own`: the words of its kind; `reach`: how far they may stand. */
export function score(own: ReadonlySet<string>, grade: Grade, window: Window, reach?: number): number {
  const word = keyword(window, own, reach);
  const boost = word === 'direct' ? DIRECT : word === 'near' ? NEAR : 0;
  const negative = isNegative(own, window) ? NEGATIVE : 0;
  const total = BASE[grade] + VALIDATED + boost - negative;
  const capped = grade !== 'A' && word === undefined ? Math.min(total, CAP_WITHOUT_KEYWORD) : total;
  return Math.round(Math.min(1, Math.max(0, capped)) * 100) / 100;
}

/** A courier's or an order's word counts where it stands closer than the kind's own. */
function isNegative(own: ReadonlySet<string>, window: Window): boolean {
  const negative = distanceBefore(window, NEGATIVES);
  const word = distanceBefore(window, own);
  return negative !== undefined && (word === undefined || negative < word);
}
