import { words } from './identifier.ts';
import { luhn } from './luhn.ts';
import type { Grade } from './score.ts';

export const NPWP_WORDS = words('npwp npwp15 npwp16 nitku pajak tax');

const DOTTED = /^\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$/;

/**
 * NPWP: 15 digits, the 9th Luhn over the first 8 (python-stdnum; holds for 101 of 101 public numbers), or since 2024 16
 * digits: "0" and the old number. A citizen's new NPWP is the NIK and is found as such.
 */
export function npwp(digits: string, raw: string): Grade | undefined {
  if (digits.length === 15 && luhn(digits.slice(0, 9))) return DOTTED.test(raw) ? 'A' : 'B';
  return digits.length === 16 && digits.startsWith('0') && luhn(digits.slice(0, 10)) ? 'B' : undefined;
}

export const isNpwpShape = (raw: string): boolean => DOTTED.test(raw);
