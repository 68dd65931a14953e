import { words } from './identifier.ts';
import { gradeOf } from './nik.identifier.ts';
import type { Grade } from './score.ts';

export const KK_WORDS = words('kk nkk nokk keluarga');

/** Kartu Keluarga, 16 digits laid out as a NIK; the date is that of entry, so nothing is added for women. Its word decides. */
export const kk = (digits: string): Grade | undefined =>
  digits.length === 16 && gradeOf(digits, Number(digits.slice(6, 8))) !== undefined ? 'B' : undefined;
