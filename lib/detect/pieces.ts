import type { Run } from './digit-runs.ts';
import { within } from './disjoint.ts';

const DATE =
  /^(?:\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|[0-3]?\d[/.][01]?\d[/.]\d{2})$/;
const TIME = /^[012]?\d\.[0-5]\d(?:-[012]?\d\.[0-5]\d)?$/;
/** A number written digit by digit: "3 1 7 4 …". */
const SPELT = /(?<![^ ])\d(?: \d){6,}(?![^ ])/g;
const YEARS = /^(?:19|20)\d{2}[-–/](?:19|20)\d{2}$/;

/** Parts of a run between its spaces; a date, a time or a span of years ends a sequence and is in none. */
export function sequences(text: string, run: Run): readonly (readonly Run[])[] {
  const all: Run[][] = [[]];
  for (const piece of piecesOf(text, run)) {
    const words = text.slice(piece.start, piece.end).replace(/^[(]|[).–-]+$/g, '');
    if (words.length < 4) {
      if (/\d/.test(words)) all.at(-1)?.push(piece);
    } else if (DATE.test(words) || TIME.test(words) || YEARS.test(words)) all.push([]);
    else if (/\d/.test(words)) all.at(-1)?.push(piece);
  }
  return all.filter((pieces) => pieces.length > 0);
}

/** What stands between blanks; digits that stand one by one belong together. */
function piecesOf(text: string, run: Run): readonly Run[] {
  const spelt = split(text, run, SPELT);
  if (spelt.length === 0) return split(text, run, /[^ ]+/g);
  const inSpelt = within(spelt);
  const others = split(text, run, /[^ ]+/g).filter(({ start }) => !inSpelt(start));
  return [...spelt, ...others].toSorted((a, b) => a.start - b.start);
}

/** Two numbers written side by side as `0812…/0813…`; none where there is no slash. */
export const halves = (text: string, piece: Run): readonly Run[] =>
  text.slice(piece.start, piece.end).includes('/') ? split(text, piece, /[^/]+/g) : [];

function split(text: string, { start, end }: Run, part: RegExp): readonly Run[] {
  return [...text.slice(start, end).matchAll(part)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
