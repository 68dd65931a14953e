import { type NumberIdentifier, words } from './identifier.ts';
import { luhn } from './luhn.ts';

/** IMEI of a device, 15 digits with Luhn (3GPP TS 23.003). An old NPWP may pass too: the word decides. */
export const identifier: NumberIdentifier = {
  kind: 'imei',
  words: words('imei imei1 imei2'),
  lengths: [15],
  grade: (digits) => (luhn(digits) && !/^0+$/.test(digits) ? 'B' : undefined),
};
