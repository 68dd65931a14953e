import { digitRuns, isDigit, MIN_DIGITS, type Run } from './digit-runs.ts';
import { MAX_DIGITS, mayBe, readDigits } from './digits.ts';
import { within } from './disjoint.ts';
import { halves, sequences } from './pieces.ts';
import { REPORT, type Span } from './span.ts';
import { isAmount, isGlued, links, phoneLinks } from './surroundings.ts';
import { windowAt } from './window.ts';

const MAX_PIECES = 8;

/** All that runs of digits say. `expired` is asked between runs, never inside one. */
export function numberSpans(text: string, region: string, expired: () => boolean): readonly Span[] {
  const inLink = within(links(text));
  const found: Span[] = phoneLinks(text).flatMap((run) => readRun(text, run, region, true) ?? []);
  const read = within(found.slice());
  for (const run of digitRuns(text)) {
    if (expired()) break;
    if (inLink(run.start) || read(run.start)) continue;
    for (const pieces of sequences(text, run)) found.push(...readPieces(text, pieces, region, expired));
  }
  return found;
}

/**
 * The longest joins of neighbouring pieces that something explains. Where nothing reaches the reporting line, the reading
 * of the whole, or of each piece, is left for the ledger to decide about.
 */
function readPieces(text: string, pieces: readonly Run[], region: string, expired: () => boolean): readonly Span[] {
  const sure: Span[] = [];
  const weak: Span[] = [];
  const digits = digitsBefore(text, pieces);
  for (let from = 0; from < pieces.length && !expired(); ) {
    const { spans, used } = longest(text, pieces, digits, from, region);
    for (const span of spans) (span.confidence >= REPORT ? sure : weak).push(span);
    from += used;
  }
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (sure.length > 0 || pieces.length === 1 || pieces.length > MAX_PIECES || !first || !last)
    return [...sure, ...weak];
  const whole = readRun(text, { start: first.start, end: last.end }, region);
  return whole ? [whole] : weak;
}

interface Step {
  readonly spans: readonly Span[];
  /** Pieces that are done with. */
  readonly used: number;
}

function longest(text: string, pieces: readonly Run[], digits: Uint32Array, from: number, region: string): Step {
  const first = pieces[from];
  if (!first) return { spans: [], used: 1 };
  let alone: Span | undefined;
  for (let count = Math.min(MAX_PIECES, pieces.length - from); count > 0; count--) {
    const held = (digits[from + count] ?? 0) - (digits[from] ?? 0);
    if (held > MAX_DIGITS) continue;
    if (held < MIN_DIGITS) break;
    const last = pieces[from + count - 1] ?? first;
    const span = readRun(text, { start: first.start, end: last.end }, region);
    if (span && span.confidence >= REPORT) return { spans: [span], used: count };
    alone = span;
  }
  if (alone) return { spans: [alone], used: 1 };
  return { spans: halves(text, first).flatMap((part) => readRun(text, part, region, true) ?? []), used: 1 };
}

/** How many digits stand before each piece, and before the end. */
function digitsBefore(text: string, pieces: readonly Run[]): Uint32Array {
  const sums = new Uint32Array(pieces.length + 1);
  pieces.forEach(({ start, end }, index) => {
    let sum = sums[index] ?? 0;
    for (let at = start; at < end; at++) if (isDigit(text.charCodeAt(at))) sum++;
    sums[index + 1] = sum;
  });
  return sums;
}

function readRun(text: string, run: Run, region: string, glueChecked = false): Span | undefined {
  const { start, end } = trimmed(text, run);
  const raw = text.slice(start, end);
  if (!mayBe(raw, region) || isAmount(text, { start, end })) return undefined;
  if (!glueChecked && isGlued(text, { start, end })) return undefined;
  const reading = readDigits(raw, windowAt(text, start, end), region);
  return reading && { ...reading, start, end };
}

/** Brackets and separators at the ends are not the number's; a bracket stays where it closes inside. */
function trimmed(text: string, run: Run): Run {
  let { start, end } = run;
  while (end > start && !/\d/.test(text.charAt(end - 1))) end--;
  const opens = (): boolean =>
    /[^\d+(]/.test(text.charAt(start)) || (text.charAt(start) === '(' && !text.slice(start, end).includes(')'));
  while (start < end && opens()) start++;
  return { start, end };
}
