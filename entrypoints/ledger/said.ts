import { refusalPhrase } from '@/components/ledger/refusal-phrase.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { LedgerFailure } from '@/lib/ledger/failure.ts';

/** What the ledger answered, as a phrase. A refusal names its reason. */
export function phraseOf({ code, refusal, detail }: LedgerFailure): Phrase {
  if (refusal) return refusalPhrase(refusal);
  return { key: `failure_${code.replaceAll('-', '_')}`, params: detail ? { detail } : {} };
}

export const adviceOf = ({ advice }: LedgerFailure): Phrase => ({ key: `advice_${advice.replaceAll('-', '_')}` });
