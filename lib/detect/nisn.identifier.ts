import { type NumberIdentifier, words } from './identifier.ts';

/** NISN of a pupil, 10 digits that begin with the last three of the birth year (a school-data administrator's public note). */
export const identifier: NumberIdentifier = {
  kind: 'nisn',
  words: words('nisn'),
  lengths: [10],
  grade: (digits) => (/^(?:0[0-2]|9[89])/.test(digits) ? 'B' : undefined),
};
