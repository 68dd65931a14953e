import type { TextIdentifier } from './identifier.ts';
import type { Span } from './span.ts';

const LINES = /(?<![A-Z0-9<])P[A-Z<][A-Z]{3}[A-Z<]{39}[ \t]*\r?\n[ \t]*([A-Z0-9<]{44})(?![A-Z0-9<])/g;
const WEIGHTS = [7, 3, 1];

/** The machine-readable zone of a passport: two lines of 44, with check digits over number, birth and expiry (ICAO 9303, TD3). */
function zones(text: string): readonly Span[] {
  if (!text.includes('<<')) return [];
  return [...text.matchAll(LINES)].flatMap((match): Span[] => {
    const line = match[1] ?? '';
    const fits = [
      [0, 9],
      [13, 19],
      [21, 27],
    ].every(([from = 0, to = 0]) => checkDigit(line.slice(from, to)) === line.charAt(to));
    if (!fits) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ kind: 'passport', start, end, confidence: 1, value: line.slice(0, 9).replaceAll('<', '') }];
  });
}

const checkDigit = (field: string): string =>
  String(
    [...field].reduce((sum, sign, at) => {
      const value = sign === '<' ? 0 : /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55;
      return sum + value * (WEIGHTS[at % 3] ?? 0);
    }, 0) % 10,
  );

export const identifier: TextIdentifier = { kind: 'passport', find: zones };
