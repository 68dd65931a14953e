import { words } from './identifier.ts';
import { luhn } from './luhn.ts';
import type { Grade } from './score.ts';

export const CARD_WORDS = words('kredit debit card visa mastercard amex cc cvv');

/** Issuer prefixes with their lengths (ISO/IEC 7812; the networks' public tables). */
const NETWORKS: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^(?:36|38|39|30[0-5])/, lengths: [14, 16, 19] },
  { prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { prefix: /^62/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:50|5[6-8]|63|67)/, lengths: [16, 17, 18, 19] },
];

/** Payment card. Luhn passes one run in ten, prefix and length bring it to one in thirty: a short one needs its word. */
export function card(digits: string): Grade | undefined {
  const known = NETWORKS.some(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length));
  if (!known || !luhn(digits) || /^(\d)\1+$/.test(digits)) return undefined;
  return digits.length === 15 || digits.length === 16 ? 'A' : 'B';
}
