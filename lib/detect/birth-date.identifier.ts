import { isDate } from './calendar.ts';
import { type TextIdentifier, words } from './identifier.ts';
import { score } from './score.ts';
import type { Span } from './span.ts';
import { windowAt } from './window.ts';

export const BIRTH_WORDS = words('lahir kelahiran ttl tgllahir dob born birth birthdate birthday ultah');

const MONTHS: readonly string[] = [
  'jan(?:uari|uary)?',
  '(?:feb|peb)(?:ruari|ruary)?',
  'mar(?:et|ch)?|mrt',
  'apr(?:il)?',
  'mei|may',
  'jun[ie]?',
  'jul[iy]?',
  'agu(?:stus)?|agt|ags|aug(?:ust)?',
  'sep(?:t|tember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?|nop(?:ember)?',
  'de[sc](?:ember)?',
];
const MONTH = `(?:${MONTHS.join('|')})`;
const YEAR = "'?(\\d{4}|\\d{2})";
const FORMS: readonly { readonly pattern: RegExp; readonly order: readonly ('d' | 'm' | 'y')[] }[] = [
  { pattern: /(?<![\d./-])(\d{4})-(\d{2})-(\d{2})(?!\d)/g, order: ['y', 'm', 'd'] },
  { pattern: /(?<![\d./-])(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})(?!\d)/g, order: ['d', 'm', 'y'] },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[ -](${MONTH})\\.?[ -]${YEAR}(?!\\d)`, 'gi'),
    order: ['d', 'm', 'y'],
  },
  {
    pattern: new RegExp(`(?<!\\p{L})(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}(?!\\d)`, 'giu'),
    order: ['m', 'd', 'y'],
  },
];
const MONTH_PATTERNS = MONTHS.map((month) => new RegExp(`^(?:${month})$`, 'i'));

/** Dates; one with a word of birth near it is a birth date. A bare date is a campaign's: only the ledger can know better. */
function birthDates(text: string): readonly Span[] {
  if (!/\d/.test(text)) return [];
  return FORMS.flatMap(({ pattern, order }) =>
    [...text.matchAll(pattern)].flatMap((match): Span[] => {
      const part = (name: 'd' | 'm' | 'y'): string => match[order.indexOf(name) + 1] ?? '';
      const value = iso(Number(part('d')), monthOf(part('m')), part('y'));
      if (value === undefined) return [];
      const end = match.index + match[0].length;
      const confidence = score(BIRTH_WORDS, 'B', windowAt(text, match.index, end));
      return [{ kind: 'birth_date', start: match.index, end, confidence, value }];
    }),
  );
}

export const identifier: TextIdentifier = { kind: 'birth_date', find: birthDates };

const monthOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : MONTH_PATTERNS.findIndex((pattern) => pattern.test(text)) + 1;

function iso(day: number, month: number, written: string): string | undefined {
  const short = Number(written);
  const year = written.length === 4 ? short : short >= 30 ? 1900 + short : 2000 + short;
  if (year < 1900 || year > 2100 || !isDate(day, month, year)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
