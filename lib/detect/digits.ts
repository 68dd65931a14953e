import { BANK_REACH, bankAccount } from './bank-account.identifier.ts';
import { card } from './card.identifier.ts';
import { KEYWORDS } from './keywords.ts';
import { kk } from './kk.identifier.ts';
import { nik } from './nik.identifier.ts';
import { isNpwpShape, npwp } from './npwp.identifier.ts';
import { phone } from './phone.identifier.ts';
import { score } from './score.ts';
import type { IdentifierKind } from './span.ts';
import { distanceBefore, keyword, type Window } from './window.ts';

export interface Reading {
  readonly kind: IdentifierKind;
  readonly confidence: number;
  readonly value: string;
}

/** A quick no by length and beginning, before anything around the run is looked at. */
export function mayBe(raw: string, region: string): boolean {
  const { length } = raw.replace(/\D/g, '');
  return length >= 7 && length <= 19 && (length >= 10 || region !== 'ID' || /^\(?[+0]/.test(raw));
}

/** The decision list of `detection.md` §2: top down, the first that explains the run. Undefined: nothing at all. */
export function readDigits(raw: string, window: Window, region: string): Reading | undefined {
  const digits = raw.replace(/\D/g, '');
  if (isNpwpShape(raw)) return reading('npwp', npwp(digits, raw), digits, window) ?? unexplained(digits);
  const account = bankReading(digits, window);
  if (account && closest(window) === 'bank_account') return account;
  const number = phone(raw, digits, region);
  if (number) return reading('phone', number.grade, number.e164, window);
  if (digits.length === 16) return sixteen(digits, raw, window) ?? account ?? unexplained(digits);
  if (digits.length === 15) {
    const tax = reading('npwp', npwp(digits, raw), digits, window);
    if (tax && tax.confidence > 0.3) return tax;
  }
  if (digits.length >= 13 && digits.length <= 19) {
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
  if (person === 'A' && !(paid && keyword(window, KEYWORDS.card))) {
    const kind = nearest === 'npwp' ? 'npwp' : 'nik';
    return reading(kind, 'A', digits, window);
  }
  if (paid && !(person && nearest === 'nik')) return reading('card', paid, digits, window);
  return reading('nik', person, digits, window) ?? reading('kk', kk(digits), digits, window);
}

const bankReading = (digits: string, window: Window): Reading | undefined => {
  const grade = bankAccount(digits, window);
  return grade && { kind: 'bank_account', confidence: score('bank_account', grade, window, BANK_REACH), value: digits };
};

const reading = (
  kind: Exclude<IdentifierKind, 'email'>,
  grade: 'A' | 'B' | 'C' | undefined,
  value: string,
  window: Window,
): Reading | undefined => grade && { kind, confidence: score(kind, grade, window), value };

const BY_WORD = ['nik', 'kk', 'npwp', 'card', 'bank_account', 'phone'] as const;

/** The kind whose word stands closest before the run: it overrides what the structure alone would say. */
function closest(window: Window): (typeof BY_WORD)[number] | undefined {
  let best: { kind: (typeof BY_WORD)[number]; distance: number } | undefined;
  for (const kind of BY_WORD) {
    const distance = distanceBefore(window, KEYWORDS[kind]);
    if (distance !== undefined && (best === undefined || distance < best.distance)) best = { kind, distance };
  }
  return best?.kind;
}
