import { type NumberIdentifier, words } from './identifier.ts';

/** BPJS Kesehatan, 13 digits; BPJS Ketenagakerjaan (KPJ), 11. No check digit is known, so the word decides (code of public hospitals and payrolls). */
export const identifier: NumberIdentifier = {
  kind: 'bpjs',
  words: words('bpjs jkn jkn-kis kis bpjstk bpjs-tk bpjamsostek jamsostek kpj'),
  lengths: [11, 13],
  grade: (digits) => (/^(\d)\1+$/.test(digits) && !/^0+$/.test(digits) ? undefined : 'B'),
};
