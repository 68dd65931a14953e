/** A sum of money as it stands in a text. `key` is the same however it is written: `idr:15000000`. */
export interface Money {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

const NUMBER = '\\d{1,3}(?:[.,]\\d{3})+|\\d{1,12}(?:[.,]\\d{1,2})?';
const SCALE = 'juta|jt|million|mio|ribu|rb|k|miliar|milyar|m';
const SUM = new RegExp(
  `(?<![\\p{L}\\d])(?:(rp\\.?|idr|us\\$|usd|\\$|sgd|s\\$|€|eur)\\s?)?(${NUMBER})(?![\\d])(?:\\s?(${SCALE})(?!\\p{L}))?`,
  'giu',
);
const CURRENCY: Readonly<Record<string, string>> = {
  rp: 'idr',
  idr: 'idr',
  us$: 'usd',
  usd: 'usd',
  $: 'usd',
  sgd: 'sgd',
  s$: 'sgd',
  '€': 'eur',
  eur: 'eur',
};
/** Words that alone make a number a sum in rupiah. */
const RUPIAH: ReadonlySet<string> = new Set(['juta', 'jt', 'ribu', 'rb', 'miliar', 'milyar']);

/** Every sum that names its currency, or is in juta, jt, ribu, rb. "15.000.000" alone may be a count. */
export function moneyIn(text: string): readonly Money[] {
  return [...text.matchAll(SUM)].flatMap((match): Money[] => {
    const [whole, sign, digits = '', scale] = match;
    const size = scale?.toLowerCase();
    const currency = sign
      ? CURRENCY[sign.toLowerCase().replace(/\.$/, '')]
      : RUPIAH.has(size ?? '')
        ? 'idr'
        : undefined;
    if (currency === undefined) return [];
    // "Rp 5 M" is milliards, "$5M" millions.
    const times = size === undefined ? 1 : timesOf(size, currency);
    const value = Math.round(numberOf(digits) * times * 100) / 100;
    return value > 0 ? [{ start: match.index, end: match.index + whole.length, key: `${currency}:${value}` }] : [];
  });
}

function timesOf(scale: string, currency: string): number {
  if (scale === 'ribu' || scale === 'rb' || scale === 'k') return 1e3;
  if (scale === 'miliar' || scale === 'milyar' || (scale === 'm' && currency === 'idr')) return 1e9;
  return 1e6;
}

/** Points and commas in groups of three are for the eye; a last group of one or two digits is a fraction. */
function numberOf(digits: string): number {
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits);
  return Number(grouped ? digits.replace(/[.,]/g, '') : digits.replace(',', '.'));
}
