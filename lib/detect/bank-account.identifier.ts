import { words } from './identifier.ts';
import { keyword, type Window } from './window.ts';

export const ACCOUNT_WORDS = words(
  'rek norek rekening a.n an transfer account bca bni bri bsi mandiri danamon bukopin muamalat btpn jenius ocbc cimb niaga btn',
);

/** Digits of an account by bank (a public list of the press; no check digits exist). */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['bca', 10],
  ['bni', 10],
  ['bsi', 10],
  ['danamon', 10],
  ['bukopin', 10],
  ['muamalat', 10],
  ['btpn', 11],
  ['jenius', 11],
  ['ocbc', 12],
  ['mandiri', 13],
  ['cimb', 13],
  ['bri', 15],
  ['btn', 16],
]);
const BANKS = new Set(LENGTHS.keys());
const ANY = new Set(LENGTHS.values());
export const BANK_REACH = 40;

/** Only beside a bank's name or an account's word, and only where the length agrees with the bank that is named. */
export function bankAccount(digits: string, window: Window): 'C' | undefined {
  if (keyword(window, ACCOUNT_WORDS, BANK_REACH) === undefined) return undefined;
  const named = [...window.before, ...window.after]
    .filter((word) => word.distance <= BANK_REACH && BANKS.has(word.text))
    .map((word) => LENGTHS.get(word.text));
  return (named.length > 0 ? named.includes(digits.length) : ANY.has(digits.length)) ? 'C' : undefined;
}
