import { type NumberIdentifier, words } from './identifier.ts';

/**
 * SIM, a driving licence of before July 2024: 12 digits that begin with year and month of birth (CPAN Business::ID::SIM).
 * Who was born after 2007 has none of these, so that a mobile number near the word is none. Since 2024 it is the NIK.
 */
export const identifier: NumberIdentifier = {
  kind: 'sim',
  words: words('sim sim-a sim-b sim-c'),
  lengths: [12],
  grade(digits) {
    const [year, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
    return month >= 1 && month <= 12 && (year <= 7 || year >= 30) ? 'B' : undefined;
  },
};
