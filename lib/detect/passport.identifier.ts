import { type TextIdentifier, words } from './identifier.ts';
import { score } from './score.ts';
import type { Span } from './span.ts';
import { isAmount, isGlued } from './surroundings.ts';
import { windowAt } from './window.ts';

const WORDS = words('paspor passport pasport passpor');
/** A letter or two and six to eight digits, or nine digits: Indonesia's, and most others'. Its word decides. */
const NUMBER = /(?<![\p{L}\p{N}_./-])(?:[A-Z]{1,2} ?\d{6,8}|\d{9})(?![\p{L}\p{N}_-]|[.,/]\d)/giu;

/** Passport: no public check digit outside its machine-readable zone, so never without its word (`detection.md` §3). */
function passports(text: string): readonly Span[] {
  if (!/pas{1,2}p[oe]rt?/i.test(text)) return [];
  return [...text.matchAll(NUMBER)].flatMap((match): Span[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (isAmount(text, { start, end }) || (/^\d/.test(match[0]) && isGlued(text, { start, end }))) return [];
    const confidence = score(WORDS, 'B', windowAt(text, start, end));
    return [{ kind: 'passport', start, end, confidence, value: match[0].replaceAll(' ', '').toUpperCase() }];
  });
}

export const identifier: TextIdentifier = { kind: 'passport', find: passports };
