import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Seal } from '../kit/seal.tsx';
import './recovery.css';
import { Wrong } from '../kit/wrong.tsx';

/** What became of a copy: its name, how many rows, and which parts could not be read. */
export interface SavedCopy {
  readonly file: string;
  readonly rows: number;
  readonly unread: readonly string[];
}

interface Props {
  readonly problem: Phrase;
  readonly advice: Phrase;
  /** What the browser said, for somebody who helps. */
  readonly detail?: string;
  readonly onRetry: () => void;
  /** The rows as they lie, to a file. */
  readonly onSave?: () => Promise<SavedCopy | Phrase>;
  /** Absent where time or space would help: then nothing has to make room. */
  readonly onAnew?: () => Promise<Phrase | undefined>;
}

/** The ledger did not open. Nothing was deleted, and nothing new was begun in its place. */
export function Recovery({ problem, advice, detail, onRetry, onSave, onAnew }: Props) {
  const [saved, setSaved] = useState<SavedCopy>();
  const [wrong, setWrong] = useState<Phrase>();
  const save = async (): Promise<void> => {
    const answer = await onSave?.();
    if (answer === undefined) return;
    setWrong('key' in answer ? answer : undefined);
    if ('file' in answer) setSaved(answer);
  };
  return (
    <main className="recovery-page">
      <div className="recovery">
        <div className="recovery-told" role="alert">
          <Seal state="unread" size={56} silent />
          <h1>{t('recovery_head')}</h1>
          <p>{writePhrase(problem)}</p>
          <p>{writePhrase(advice)}</p>
          <p>{t('recovery_kept')}</p>
          {detail && <p className="soft small">{detail}</p>}
        </div>
        <p>
          <Button look="safe" onClick={onRetry}>
            {t('recovery_again')}
          </Button>
        </p>
        {onSave && (
          <section className="form" aria-label={t('recovery_save')}>
            <p className="soft">{t('recovery_save_what')}</p>
            <p>
              <Button icon={Download} onClick={() => void save()}>
                {t('recovery_save')}
              </Button>
            </p>
            {saved && <Told saved={saved} />}
          </section>
        )}
        {onAnew && <Anew ready={saved !== undefined} onAnew={async () => setWrong(await onAnew())} />}
        <Wrong phrase={wrong} />
      </div>
    </main>
  );
}

function Told({ saved: { file, rows, unread } }: { readonly saved: SavedCopy }) {
  return (
    <Notice tone={unread.length > 0 ? 'kunyit' : 'daun'} live>
      <p>{t('recovery_saved', { file, count: rows })}</p>
      {unread.length > 0 && <p>{t('recovery_saved_part', { names: unread.join(', ') })}</p>}
    </Notice>
  );
}

/** Two acts of the user's own before anything goes: the copy, and the tick. */
function Anew({ ready, onAnew }: { readonly ready: boolean; readonly onAnew: () => void }) {
  const [agreed, setAgreed] = useState(false);
  return (
    <section className="form" aria-labelledby="recovery-anew">
      <h2 id="recovery-anew">{t('recovery_anew_head')}</h2>
      <p className="soft">{t('recovery_anew_what')}</p>
      <label className="tick">
        <input
          type="checkbox"
          checked={agreed}
          disabled={!ready}
          onChange={(event) => setAgreed(event.target.checked)}
        />
        {t('recovery_anew_tick')}
      </label>
      <p>
        <Button look="danger" disabled={!ready || !agreed} onClick={onAnew}>
          {t('recovery_anew')}
        </Button>
      </p>
    </section>
  );
}
