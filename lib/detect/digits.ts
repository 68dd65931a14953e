import { ACCOUNT_WORDS, BANK_REACH, bankAccount } from './bank-account.identifier.ts';
import { CARD_WORDS, card } from './card.identifier.ts';
import type { NumberIdentifier } from './identifier.ts';
import { NUMBERS } from './identifiers.ts';
import { KK_WORDS, kk } from './kk.identifier.ts';
import { NIK_WORDS, nik } from './nik.identifier.ts';
import { isNpwpShape, NPWP_WORDS, npwp } from './npwp.identifier.ts';
import { PHONE_WORDS, phone } from './phone.identifier.ts';
import { type Grade, score } from './score.ts';
import { type IdentifierKind, REPORT } from './span.ts';
import { distanceBefore, keyword, type Window } from './window.ts';

export interface Reading {
  readonly kind: IdentifierKind;
  readonly confidence: number;
  readonly value: string;
}

export const MAX_DIGITS = 19;

/** A quick no by length and beginning, before anything around the run is looked at. */
export function mayBe(raw: string, region: string): boolean {
  const { length } = raw.replace(/\D/g, '');
  return length >= 7 && length <= MAX_DIGITS && (length >= 10 || region !== 'ID' || /^\(?[+0]/.test(raw));
}

/** The decision list of `detection.md` §2: top down, the first that explains the run. Undefined: nothing at all. */
export function readDigits(raw: string, window: Window, region: string): Reading | undefined {
  const digits = raw.replace(/\D/g, '');
  if (isNpwpShape(raw)) return reading('npwp', npwp(digits, raw), digits, window) ?? unexplained(digits);
  const named = closest(window);
  const own = NUMBERS.find(({ kind }) => kind === named);
  const byWord = own && simple(own, digits, raw, window);
  if (byWord && byWord.confidence >= REPORT) return byWord;
  const account = bankReading(digits, window);
  if (account && named === 'bank_account') return account;
  const number = phone(raw, digits, region);
  if (number) return reading('phone', number.grade, number.e164, window);
  if (digits.length === 16) return sixteen(digits, raw, window) ?? account ?? unexplained(digits);
  if (digits.length === 15) {
    const tax = reading('npwp', npwp(digits, raw), digits, window);
    if (tax && tax.confidence > 0.3) return tax;
  }
  for (const one of NUMBERS) {
    const alone = simple(one, digits, raw, window);
    if (alone && alone.confidence >= REPORT) return alone;
  }
  if (digits.length >= 13 && digits.length <= MAX_DIGITS) {
    const paid = reading('card', card(digits), digits, window);
    if (paid) return paid;
  }
  return account ?? unexplained(digits);
}

/** Far below the reporting line: only a ledger that holds this very number makes something of it. */
function unexplained(value: string): Reading | undefined {
  const confidence = 0.1;
  if (value.length === 16) return { kind: 'nik', confidence, value };
  if (value.length === 15) return { kind: 'npwp', confidence, value };
  return value.length >= 10 && value.length < 15 ? { kind: 'bank_account', confidence, value } : undefined;
}

function sixteen(digits: string, raw: string, window: Window): Reading | undefined {
  if (digits.startsWith('0')) return reading('npwp', npwp(digits, raw), digits, window);
  const nearest = closest(window);
  if (nearest === 'kk') {
    const family = reading('kk', kk(digits), digits, window);
    if (family) return family;
  }
  const person = nik(digits);
  const paid = card(digits);
  if (person === 'A' && !(paid && keyword(window, CARD_WORDS))) {
    const kind = nearest === 'npwp' ? 'npwp' : 'nik';
    return reading(kind, 'A', digits, window);
  }
  if (paid && !(person && nearest === 'nik')) return reading('card', paid, digits, window);
  return reading('nik', person, digits, window) ?? reading('kk', kk(digits), digits, window);
}

const bankReading = (digits: string, window: Window): Reading | undefined => {
  const grade = bankAccount(digits, window);
  return grade && { kind: 'bank_account', confidence: score(ACCOUNT_WORDS, grade, window, BANK_REACH), value: digits };
};

const WORDS = {
  nik: NIK_WORDS,
  kk: KK_WORDS,
  npwp: NPWP_WORDS,
  card: CARD_WORDS,
  bank_account: ACCOUNT_WORDS,
  phone: PHONE_WORDS,
} as const;

const reading = (
  kind: keyof typeof WORDS,
  grade: Grade | undefined,
  value: string,
  window: Window,
): Reading | undefined => grade && { kind, confidence: score(WORDS[kind], grade, window), value };

function simple({ kind, words, lengths, grade }: NumberIdentifier, digits: string, raw: string, window: Window) {
  const given = lengths.includes(digits.length) ? grade(digits, raw, window) : undefined;
  return given && { kind, confidence: score(words, given, window), value: digits };
}

const BY_WORD: readonly { readonly kind: IdentifierKind; readonly words: ReadonlySet<string> }[] = [
  ...Object.entries(WORDS).map(([kind, words]) => ({ kind: kind as keyof typeof WORDS, words })),
  ...NUMBERS,
];

/** The kind whose word stands closest before the run: it overrides what the structure alone would say. */
function closest(window: Window): IdentifierKind | undefined {
  let best: { kind: IdentifierKind; distance: number } | undefined;
  for (const { kind, words } of BY_WORD) {
    const distance = distanceBefore(window, words);
    if (distance !== undefined && (best === undefined || distance < best.distance)) best = { kind, distance };
  }
  return best?.kind;
}
