import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { words } from './identifier.ts';
import type { Grade } from './score.ts';

export const PHONE_WORDS = words(
  'hp wa whatsapp telp tlp telepon telpon tel phone mobile hub hubungi menghubungi dihubungi kontak contact call ponsel seluler handphone sms cp narahubung hotline telegram cell fax kantor office',
);

export interface Phone {
  readonly e164: string;
  readonly grade: Grade;
}

/**
 * A number that libphonenumber's `max` plan calls valid. In Indonesia it must begin with +, 62 or 0: without that 41 % of
 * ten-digit bank accounts pass. A mobile stands alone; a landline needs +, a bracketed area code or its word.
 */
export function phone(raw: string, digits: string, region: string): Phone | undefined {
  if (digits.length < 7 || digits.length > 15) return undefined;
  const written = dialled(raw, digits, region);
  if (written === undefined) return undefined;
  const country: CountryCode = isSupportedCountry(region) ? region : 'ID';
  const number = parsePhoneNumberFromString(written, { defaultCountry: country, extract: false });
  if (!number?.isValid()) return undefined;
  const type = number.getType();
  const mobile = type === 'MOBILE' || (type === 'FIXED_LINE_OR_MOBILE' && /\D/.test(raw));
  // Elsewhere no ten-digit bank account looks like it: a number in groups is one.
  const formatted = raw.startsWith('+') || /^\(0\d{2,3}\)/.test(raw) || (country !== 'ID' && /\d\D+\d/.test(raw));
  return { e164: number.number, grade: mobile || formatted ? 'A' : 'B' };
}

function dialled(raw: string, digits: string, region: string): string | undefined {
  if (raw.startsWith('+')) return `+${digits}`;
  if (raw.startsWith('(+')) return `+${digits}`;
  if (digits.startsWith('62') && digits.length >= 10 && region === 'ID') return `+${digits}`;
  if (/^0[2-9]/.test(digits)) return digits;
  return region === 'ID' ? undefined : digits;
}
