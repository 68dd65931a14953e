/** How a style shows a number: as a day, or with leading zeros to this many places. */
export type NumberLook =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'zeros'; readonly places: number };

const PLAIN: NumberLook = { kind: 'plain' };
/** Built-in formats that show a day (ECMA-376 §18.8.30); 18–21 and 45–47 are times of the day alone. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

export function lookOf(id: number, code: string | undefined): NumberLook {
  if (BUILT_IN.has(id)) return { kind: 'date' };
  if (code === undefined) return PLAIN;
  // Texts in quotes, escaped signs, colours and conditions are no part of the pattern.
  const pattern = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  if (/^0+$/.test(pattern) && pattern.length > 1) return { kind: 'zeros', places: pattern.length };
  if (/^0[-\s]?#+$/.test(pattern)) return PLAIN;
  return /[yd]/i.test(pattern) && !/[#?]/.test(pattern) ? { kind: 'date' } : PLAIN;
}

const DAY = 86_400_000;

/**
 * A number as it stands in the sheet → the text of a cell. A date becomes `yyyy-mm-dd`; a long number keeps its digits,
 * except beyond the 15 that a spreadsheet keeps itself: then it stands as `3.17E+15`, which nobody takes for a number.
 */
export function numberText(raw: string, look: NumberLook, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (look.kind === 'date') return dayOf(value, from1904) ?? plain(value);
  const text = plain(value);
  return look.kind === 'zeros' && /^\d+$/.test(text) ? text.padStart(look.places, '0') : text;
}

function plain(value: number): string {
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(15)));
  return Math.abs(value) < 1e15 ? String(value) : value.toExponential().replace('e+', 'E+');
}

/** Days since 1900 as spreadsheets count them: they hold 1900 for a leap year, so days before March 1900 stand one off. */
function dayOf(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (whole < (from1904 ? 0 : 1) || whole > 2_958_465) return undefined;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return new Date(start + whole * DAY).toISOString().slice(0, 10);
}
