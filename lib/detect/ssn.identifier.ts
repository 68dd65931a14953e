import { type TextIdentifier, words } from './identifier.ts';
import { score } from './score.ts';
import type { Span } from './span.ts';
import { isGlued } from './surroundings.ts';
import { windowAt } from './window.ts';

const WORDS = words('ssn ssns ssid itin social');
const NUMBER = /(?<![\d.-])(\d{3})([- .]?)(\d{2})\2(\d{4})(?![\d-]|\.\d)/g;

/**
 * US Social Security number or ITIN: area not 000, 666 or 9xx, group not 00, serial not 0000 (SSA); an ITIN begins with 9
 * and has a group of the IRS's ranges. With dashes it stands alone, else its word decides.
 */
function numbers(text: string): readonly Span[] {
  return [...text.matchAll(NUMBER)].flatMap((match): Span[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const [, area = '', separator = '', group = '', serial = ''] = match;
    if (!isIssued(area, Number(group), serial) || isGlued(text, { start, end })) return [];
    const confidence = score(WORDS, separator === '-' ? 'A' : 'B', windowAt(text, start, end));
    return [{ kind: 'ssn', start, end, confidence, value: area + group + serial }];
  });
}

/** Numbers that were printed in public as examples are nobody's. */
const VOID = new Set(['078051120', '219099999']);
function isIssued(area: string, group: number, serial: string): boolean {
  if (area === '000' || area === '666' || group === 0 || serial === '0000') return false;
  const digits = `${area}${String(group).padStart(2, '0')}${serial}`;
  if (/^(\d)\1+$/.test(digits) || VOID.has(digits)) return false;
  if (!area.startsWith('9')) return true;
  return (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group !== 93);
}

export const identifier: TextIdentifier = { kind: 'ssn', find: numbers };
