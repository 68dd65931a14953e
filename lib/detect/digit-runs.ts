/** A run of digits with the separators that people write inside a number. Offsets in the folded text. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

const SEPARATOR = /[ .\-–/()]/;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const MIN_DIGITS = 7;

/** One linear pass. Never across a tab, comma, semicolon or line end. */
export function digitRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < text.length; ) {
    if (!isDigit(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const start = opening(text, i);
    let end = i;
    let digits = 0;
    for (let at = i, gap = 0; at < text.length && gap <= 3; at++) {
      if (isDigit(text.charCodeAt(at))) {
        digits++;
        end = at + 1;
        gap = 0;
      } else if (SEPARATOR.test(text.charAt(at))) gap++;
      else break;
    }
    if (digits >= MIN_DIGITS) runs.push({ start, end });
    i = end;
  }
  return runs;
}

/** A plus or an opening bracket before the first digit belongs to the number. */
function opening(text: string, digit: number): number {
  let start = digit;
  if (text.charAt(start - 1) === '(') start--;
  if (text.charAt(start - 1) === '+') start--;
  if (start > 0 && text.charAt(start) === '+' && text.charAt(start - 1) === '(') start--;
  return start;
}
