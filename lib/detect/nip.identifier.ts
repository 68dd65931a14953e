import { isDate } from './calendar.ts';
import { type NumberIdentifier, words } from './identifier.ts';

/**
 * NIP of a civil servant, 18 digits: birth YYYYMMDD, first month of service YYYYMM, sex 1 or 2, serial of three (BKN, by
 * press reports). One random run in 56 million passes, so the structure alone may warn; contract staff (PPPK) have other
 * digits in 9–14 and need their word.
 */
export const identifier: NumberIdentifier = {
  kind: 'nip',
  words: words('nip nippppk nipppk pegawai pns asn pppk'),
  lengths: [18],
  grade(digits) {
    const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
    if (year === undefined || month === undefined || day === undefined) return undefined;
    if (year < 1940 || year > 2015 || !isDate(day, month, year)) return undefined;
    const [since, first] = [Number(digits.slice(8, 12)), Number(digits.slice(12, 14))];
    const age = since - year;
    return age >= 15 && age <= 60 && first >= 1 && first <= 12 && /[12]/.test(digits.charAt(14)) ? 'A' : 'B';
  },
};
