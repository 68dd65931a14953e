import { disjoint } from './disjoint.ts';
import { type Folded, fold, originalEnd, originalStart } from './fold.ts';
import { AFTER_NUMBERS, BEFORE_NUMBERS } from './identifiers.ts';
import { numberSpans } from './number-spans.ts';
import { placeholders } from './placeholder.ts';
import { REPORT, type Scan, type Span } from './span.ts';

export interface ScanOptions {
  /** For numbers without a country code. */
  readonly region?: string;
  /** A subject's `[…]` is a tag, not a gap. */
  readonly zone?: 'text' | 'subject';
  /** Instant, in the clock's milliseconds, at which the scan stops and says so. */
  readonly deadline?: number;
  readonly clock?: () => number;
  /** Also what only the ledger can decide: bare dates, numbers without their word. */
  readonly candidates?: boolean;
}

/** Text → what is in it. Pure, linear in the text; offsets are those of `text` as given. */
export function scan(text: string, options: ScanOptions = {}): Scan {
  const { region = 'ID', zone = 'text', deadline = Number.POSITIVE_INFINITY, clock = Date.now } = options;
  const expired = (): boolean => deadline !== Number.POSITIVE_INFINITY && clock() > deadline;
  const folded = fold(text);
  const found: Span[] = [];
  const steps: readonly (() => readonly Span[])[] = [
    () => placeholders(folded.text, zone),
    ...BEFORE_NUMBERS.map(
      ({ find }) =>
        () =>
          find(folded.text),
    ),
    () => numberSpans(folded.text, region, expired),
    ...AFTER_NUMBERS.map(
      ({ find }) =>
        () =>
          find(folded.text),
    ),
  ];
  let complete = true;
  for (const step of steps) {
    if (expired()) complete = false;
    else found.push(...step());
  }
  const least = options.candidates ? 0 : REPORT;
  const spans = disjoint(found.filter((span) => span.confidence >= least)).map((span) => back(folded, span));
  return { spans, complete: complete && !expired() };
}

const back = (folded: Folded, span: Span): Span => ({
  ...span,
  start: originalStart(folded, span.start),
  end: originalEnd(folded, span.end),
});
