import type { Refusal } from '../domain/refusal.ts';

/** An expected failure, and what helps. Words are chosen by `code`; `advice` names the button. */
export interface LedgerFailure {
  readonly code:
    | 'open-failed'
    | 'key-lost'
    /** A ledger was begun here, and the browser has none of it any more. */
    | 'emptied'
    | 'newer-version'
    | 'quota'
    /** Another page or worker holds an older version of the database open. */
    | 'blocked'
    /** A long write is under way; a copy of it would be half of it. */
    | 'busy'
    | 'damaged'
    | 'refused'
    | 'invalid'
    | 'cancelled'
    | 'write-failed';
  readonly advice:
    | 'try-again'
    | 'restore-backup'
    | 'update-izin'
    | 'free-space'
    | 'close-pages'
    | 'wait'
    | 'correct-it'
    | 'nothing';
  /** The row, field or op it is about; never a person's data. */
  readonly detail?: string;
  /** For `refused`: why this change may not be. */
  readonly refusal?: Refusal;
  /** Index of the op in what was appended. */
  readonly index?: number;
}

const ADVICE: Readonly<Record<LedgerFailure['code'], LedgerFailure['advice']>> = {
  'open-failed': 'try-again',
  'key-lost': 'restore-backup',
  emptied: 'restore-backup',
  'newer-version': 'update-izin',
  quota: 'free-space',
  blocked: 'close-pages',
  busy: 'wait',
  damaged: 'restore-backup',
  refused: 'correct-it',
  invalid: 'correct-it',
  cancelled: 'nothing',
  'write-failed': 'try-again',
};

export const failure = (
  code: LedgerFailure['code'],
  more: Omit<LedgerFailure, 'code' | 'advice'> = {},
): LedgerFailure => ({
  code,
  advice: ADVICE[code],
  ...more,
});

/** Reads answer plainly; where they cannot, this is thrown and names the row. A check that meets it must say so and not pass. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly failure: LedgerFailure;
  constructor(reason: LedgerFailure) {
    super(`${reason.code}${reason.detail ? `: ${reason.detail}` : ''}`);
    this.failure = reason;
  }
}

/** The failure behind whatever IndexedDB threw; Dexie wraps causes in `inner` and `failures`. */
export function failureOf(thrown: unknown, otherwise: 'open-failed' | 'write-failed'): LedgerFailure {
  if (thrown instanceof LedgerError) return thrown.failure;
  const names = namesIn(thrown);
  if (names.includes('QuotaExceededError')) return failure('quota');
  if (names.includes('VersionError')) return failure('newer-version');
  return failure(otherwise, { detail: names[0] ?? 'unknown' });
}

function namesIn(thrown: unknown, depth = 0): readonly string[] {
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return [];
  const own = 'name' in thrown && typeof thrown.name === 'string' ? [thrown.name] : [];
  const inner = 'inner' in thrown ? namesIn(thrown.inner, depth + 1) : [];
  const failures = 'failures' in thrown && Array.isArray(thrown.failures) ? thrown.failures : [];
  return [...own, ...inner, ...failures.slice(0, 3).flatMap((one) => namesIn(one, depth + 1))];
}
