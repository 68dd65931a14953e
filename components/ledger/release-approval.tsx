import { useState } from 'react';
import { newId } from '@/lib/domain/new-op.ts';
import { SELF } from '@/lib/domain/person.ts';
import type { Release } from '@/lib/domain/topic.ts';
import { type ApprovalState, type ApprovalStepKind, NEXT_STEPS, revisionOf } from '@/lib/domain/topic-approval.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Chip, type Tone } from '../kit/chip.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { capital } from '../kit/sentence.ts';
import type { Write } from './write.ts';

const TONES: Readonly<Record<ApprovalState, Tone>> = {
  draft: 'plain',
  asked: 'kunyit',
  approved: 'daun',
  returned: 'bata',
};

/** Where this wording stands, who said so, and what may come next. Another wording begins anew as a draft. */
export function ReleaseApproval({ release, write }: { readonly release: Release; readonly write: Write }) {
  const [step, setStep] = useState<ApprovalStepKind>();
  const { state, steps } = release.approval ?? { state: 'draft' as const, steps: [] };
  return (
    <div className="release-approval">
      <p className="small">
        <Chip tone={TONES[state]}>{t(`approval_${state}`)}</Chip>
      </p>
      {steps.length > 0 && (
        <ol className="small soft">
          {steps.map((one) => (
            <li key={one.id}>
              {[
                `${capital(t(`approval_${one.step}`))}, ${writeInstant(one.at, 'moment')}`,
                one.of && t('release_asked_of', { name: one.of }),
                one.note && `“${one.note}”`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ol>
      )}
      {step === undefined ? (
        <p className="actions">
          {NEXT_STEPS[state].map((next) => (
            <Button key={next} onClick={() => setStep(next)}>
              {t(`release_do_${next}`)}
            </Button>
          ))}
        </p>
      ) : (
        <StepForm key={step} step={step} release={release} write={write} onDone={() => setStep(undefined)} />
      )}
    </div>
  );
}

interface StepProps {
  readonly step: ApprovalStepKind;
  readonly release: Release;
  readonly write: Write;
  readonly onDone: () => void;
}

function StepForm({ step, release, write, onDone }: StepProps) {
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<Phrase>();
  const said = words.trim();
  const save = async (): Promise<void> => {
    if (step !== 'approved' && said === '') return setWrong({ key: `release_need_${step}` });
    const approval = {
      id: newId(),
      step,
      by: SELF,
      at: new Date().toISOString(),
      revision: revisionOf(release),
      ...(said === '' ? {} : step === 'asked' ? { of: said } : { note: said }),
    };
    const refused = await write([{ kind: 'approval', approval }]);
    setWrong(refused);
    if (!refused) onDone();
  };
  return (
    <form
      className="form"
      aria-label={t(`release_do_${step}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={onEscape(onDone)}
      noValidate
    >
      <TextField
        label={t(`release_words_${step}`)}
        autoFocus
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <FormEnd save={t(`release_do_${step}`)} onCancel={onDone} wrong={wrong && writePhrase(wrong)} />
    </form>
  );
}
