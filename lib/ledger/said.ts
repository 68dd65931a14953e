import type { Phrase } from '../domain/verdict.ts';
import type { LedgerFailure } from './failure.ts';
import { refusalPhrase } from './refusal-phrase.ts';

/** What the ledger answered, as a phrase. A refusal names its reason. */
export function phraseOf({ code, refusal, detail }: LedgerFailure): Phrase {
  if (refusal) return refusalPhrase(refusal);
  return { key: `failure_${code.replaceAll('-', '_')}`, params: detail ? { detail } : {} };
}

export const adviceOf = ({ advice }: LedgerFailure): Phrase => ({ key: `advice_${advice.replaceAll('-', '_')}` });
