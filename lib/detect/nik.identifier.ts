import { isDate } from './calendar.ts';
import { words } from './identifier.ts';
import { placeOf } from './regions.ts';
import type { Grade } from './score.ts';

export const NIK_WORDS = words('nik ktp e-ktp ektp penduduk kependudukan identitas');

/**
 * NIK, 16 digits: district, birth date (women's day + 40), serial from 0001; PP 37/2007 art. 37. It has no check digit:
 * a random run passes district and date once in 1,734 times, so the structure alone may warn.
 */
export function nik(digits: string): Grade | undefined {
  if (digits.length !== 16 || digits.endsWith('0000')) return undefined;
  const day = Number(digits.slice(6, 8));
  return gradeOf(digits, day > 40 ? day - 40 : day);
}

export function gradeOf(digits: string, day: number): Grade | undefined {
  const place = placeOf(digits.slice(0, 6));
  if (place === undefined || !isDate(day, Number(digits.slice(8, 10)), Number(digits.slice(10, 12)))) return undefined;
  return place === 'district' ? 'A' : 'B';
}
