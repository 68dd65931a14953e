import type { Run } from './digit-runs.ts';

const URL = /(?:https?:\/\/|www\.)\S{1,2048}/gi;
const PHONE_LINK = /(?:wa\.me\/|[?&]phone=)(?:\+|%2B)?(\d{8,15})/gi;
const CURRENCY = /(?:\b(?:rp|idr|usd|sgd|myr|eur|us)|[$€£¥])\.? ?$/i;
const UNIT = /^(?:,-|,\d| ?(?:%|(?:juta|ribu|rb|jt|miliar|milyar|triliun|persen|million|billion|thousand)\b))/i;
const THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
const DECIMAL = /^(?:0\.\d+|[1-9]\d*\.\d{4,})$/;
const WORD_BEFORE = /(\p{L}{1,12})[-/.#=]$/u;
const MAY_TOUCH = /^(?:hp|wa|telp|tlp|tel|no|phone|nik|ktp|npwp|kk|mobile|cp|fax|ext)$/i;

/** Links, in which digits are paths and tokens. */
export const links = (text: string): readonly Run[] =>
  [...text.matchAll(URL)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** Numbers inside links that open a chat. */
export const phoneLinks = (text: string): readonly Run[] =>
  [...text.matchAll(PHONE_LINK)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1]?.length ?? 0), end };
  });

/** Part of a word, hash, masked value, path or clock time: no number of its own. */
export function isGlued(text: string, { start, end }: Run): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (/[\p{L}\p{N}_*@&%]/u.test(before) && text.charAt(start) !== '+') return true;
  if (text.charAt(start) === '+' && /[\p{N}+]/u.test(before)) return true;
  if (/[\p{L}\p{N}_*@%]/u.test(after)) return true;
  if (/^:\d/.test(text.slice(end, end + 2)) || /\d:$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (
    /^[-.][*xX•]{2}/.test(text.slice(end, end + 3)) ||
    /[*xX•]{2}[-.]$/.test(text.slice(Math.max(0, start - 3), start))
  )
    return true;
  if (/[-/#=]/.test(before)) {
    const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - 14), start))?.[1];
    return word === undefined ? /[#=]/.test(before) : !MAY_TOUCH.test(word);
  }
  return /^-[\p{L}]/u.test(text.slice(end, end + 2));
}

/** Money, a quantity or a decimal: never an identifier. */
export function isAmount(text: string, { start, end }: Run): boolean {
  const raw = text.slice(start, end);
  if (THOUSANDS.test(raw) || DECIMAL.test(raw)) return true;
  return CURRENCY.test(text.slice(Math.max(0, start - 6), start)) || UNIT.test(text.slice(end, end + 10));
}
