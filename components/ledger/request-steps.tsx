import { Check } from 'lucide-react';
import { useState } from 'react';
import { isClosed, type RequestStep, STEPS } from '@/lib/domain/request.ts';
import type { RequestFile } from '@/lib/domain/request-fold.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { capital } from '../kit/sentence.ts';

interface Props {
  readonly file: RequestFile;
  /** Absent: the next step is done in a way of its own. */
  readonly onDone: ((step: RequestStep, proof: string) => void) | undefined;
}

/** The closed list of this type: what is done, by whom and when, and the one that is next. */
export function RequestSteps({ file, onDone }: Props) {
  const [proof, setProof] = useState('');
  const [next] = file.left;
  const ready = next !== undefined && onDone !== undefined && file.stage !== 'received' && !isClosed(file.stage);
  return (
    <section className="block" aria-labelledby="request-steps">
      <h2 id="request-steps">{t('request_steps')}</h2>
      <ol className="steps">
        {STEPS[file.type].map((step) => {
          const done = file.done.find((one) => one.step === step);
          return (
            <li key={step} aria-current={step === next ? 'step' : undefined}>
              {done && <Check size={16} strokeWidth={1.75} aria-hidden />} {capital(t(`request_step_${step}`))}
              {done && (
                <span className="soft small" dir="auto">
                  {' '}
                  ·{' '}
                  {[t('request_step_done', { at: writeInstant(done.at, 'moment') }), done.evidence?.locator]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {ready && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            onDone(next, proof.trim());
            setProof('');
          }}
        >
          <TextField
            label={t('request_proof')}
            hint={t('request_proof_hint')}
            value={proof}
            onChange={(event) => setProof(event.target.value)}
          />
          <p>
            <Button type="submit">{t('request_step_do', { step: t(`request_step_${next}`) })}</Button>
          </p>
        </form>
      )}
    </section>
  );
}
