import { useState } from 'react';
import { isClosed, type RequestEvent, type RequestStep } from '@/lib/domain/request.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Chip } from '../kit/chip.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { capital } from '../kit/sentence.ts';
import { Wrong } from '../kit/wrong.tsx';
import { RequestAnswer } from './request-answer.tsx';
import { Due, Dues } from './request-due.tsx';
import { RequestErase } from './request-erase.tsx';
import { RequestMoves } from './request-moves.tsx';
import { RequestSteps } from './request-steps.tsx';
import type { RequestView } from './request-view.ts';
import type { KnownPerson } from './terms.tsx';

/** What is said of an event; id, time and author are filled in by the room. */
export type RequestSaid = RequestEvent extends infer One
  ? One extends RequestEvent
    ? Omit<One, 'id' | 'at' | 'by'>
    : never
  : never;

export interface RequestActs {
  readonly say: (said: RequestSaid) => Promise<Phrase | undefined>;
  /** The answer as it would be sent now. */
  readonly answer: (language: 'id' | 'en') => string;
  readonly save: (form: 'html' | 'json', language: 'id' | 'en') => Promise<Phrase | undefined>;
  readonly erase: () => Promise<Phrase | undefined>;
}

interface Props {
  readonly request: RequestView;
  readonly acts: RequestActs;
  readonly language: 'id' | 'en';
  readonly now: string;
  /** Others in whose records this person is spoken of: for an erasure. */
  readonly mentions?: readonly KnownPerson[] | undefined;
}

const FILES: ReadonlySet<string> = new Set(['access', 'portability']);
const isErasing = (step: RequestStep | undefined): boolean => step === 'erase' || step === 'destroy';

export function RequestPage({ request, acts, language, now, mentions }: Props) {
  const { file, name, personId, words } = request;
  const [wrong, setWrong] = useState<Phrase>();
  const told = (what: Promise<Phrase | undefined>): void => void what.then(setWrong);
  const closed = isClosed(file.stage);
  return (
    <div className="page">
      <p>
        <a href="#/requests">{t('requests_back')}</a>
      </p>
      <header className="block">
        <h1 dir="auto">
          {capital(t(`request_${file.type}`))} · <a href={`#/people/${encodeURIComponent(personId)}`}>{name}</a>
        </h1>
        <p>
          <Chip>{capital(t(`request_stage_${file.stage}`))}</Chip>{' '}
          {t('request_received', { at: writeInstant(file.receivedAt, 'moment', request.zone), zone: request.zone })}
        </p>
        <p>
          {t('requests_due')}: <Due due={request.due} now={now} closed={closed} />
        </p>
        <Dues dues={request.dues} now={now} />
        {words && <blockquote dir="auto">{words}</blockquote>}
        {file.outcome?.reason && <p dir="auto">{file.outcome.reason}</p>}
      </header>
      <Wrong phrase={wrong} />
      <RequestSteps
        file={file}
        onDone={isErasing(file.left[0]) ? undefined : (step, proof) => told(acts.say(proofOf(step, proof)))}
      />
      {!closed && isErasing(file.left[0]) && file.stage !== 'received' && (
        <RequestErase name={name} mentions={mentions} erase={acts.erase} />
      )}
      {FILES.has(file.type) && <Files save={(form) => told(acts.save(form, language))} />}
      {!closed && <RequestMoves request={request} say={(said) => told(acts.say(said))} />}
      <RequestAnswer answer={acts.answer} language={language} />
    </div>
  );
}

const proofOf = (step: RequestStep, proof: string): RequestSaid => ({
  kind: 'step',
  step,
  ...(proof ? { evidence: { kind: 'note_only', locator: proof } } : {}),
});

const Files = ({ save }: { readonly save: (form: 'html' | 'json') => void }) => (
  <section className="block" aria-labelledby="request-files">
    <h2 id="request-files">{t('request_files')}</h2>
    <p className="soft small">{t('request_files_what')}</p>
    <p className="actions">
      <Button onClick={() => save('html')}>{t('request_files_html')}</Button>
      <Button onClick={() => save('json')}>{t('request_files_json')}</Button>
    </p>
  </section>
);
