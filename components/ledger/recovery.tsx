import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Seal } from '../kit/seal.tsx';

interface Props {
  readonly problem: Phrase;
  readonly advice: Phrase;
  /** What the browser said, for somebody who helps. */
  readonly detail?: string;
  readonly onRetry: () => void;
}

/** The ledger did not open. Nothing was deleted, and nothing new was begun in its place. */
export function Recovery({ problem, advice, detail, onRetry }: Props) {
  return (
    <main className="recovery-page">
      <div className="recovery" role="alert">
        <Seal state="unread" size={56} silent />
        <h1>{t('recovery_head')}</h1>
        <p>{writePhrase(problem)}</p>
        <p>{writePhrase(advice)}</p>
        <p>{t('recovery_kept')}</p>
        {detail && <p className="soft small">{detail}</p>}
        <p>
          <Button look="safe" onClick={onRetry}>
            {t('recovery_again')}
          </Button>
        </p>
      </div>
    </main>
  );
}
