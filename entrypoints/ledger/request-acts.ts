import { newId } from '@/lib/domain/new-op.ts';
import { type PersonState, type RightsRequest, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { RequestEvent } from '@/lib/domain/request.ts';
import { requestAnswer } from '@/lib/domain/request-answer.ts';
import { withEvents } from '@/lib/domain/request-fold.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { answerText } from '@/lib/exchange/access/answer-text.ts';
import { accessFile } from '@/lib/exchange/access/file.ts';
import type { Reader } from '@/lib/exchange/access/reader.ts';
import { otherOf } from '@/lib/exchange/access/withhold.ts';
import { accessHtml } from '@/lib/exchange/access/write-html.ts';
import { accessJson } from '@/lib/exchange/access/write-json.ts';
import { refOf } from '@/lib/law/articles.ts';
import { dueFor } from '@/lib/law/clock.ts';
import type { ErasureCertificate } from '@/lib/ledger/erase-certificate.ts';
import { LedgerError } from '@/lib/ledger/failure.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { note } from '@/lib/ledger/writing.ts';
import { type Language, t, wordsIn } from '@/lib/platform/words.ts';
import { download } from './download.ts';
import { everybody } from './everybody.ts';

const readerOf = (language: Language, zone: string): Reader => ({
  language,
  say: (key, params) => wordsIn(language, key, params),
  zone,
});

/** The words for the person, with the rows on which they rest: that of the due time, and the duty behind a target of ours. */
export function answerOf(
  { person }: PersonState,
  request: RightsRequest,
  { lawPacks, holidays, controller }: Policy,
  language: Language,
): string {
  const zone = request.zone ?? 'UTC';
  const { all } = dueFor(request.type, request.receivedAt, zone, lawPacks, [], holidays);
  const law = all.flatMap(({ row, duty }) => [refOf(row), ...(duty ? [refOf(duty)] : [])]);
  const name = [person.honorific, person.name].filter(Boolean).join(' ');
  const sender = controller?.name ?? wordsIn(language, 'answer_office');
  return answerText(requestAnswer(request, { name, sender, law }), readerOf(language, zone));
}

/** As the request will stand when the data are gone: what was done before, and what the erasing does. */
export function afterErasing(request: RightsRequest, step: 'erase' | 'destroy', at: string): RightsRequest {
  const said = (over: Pick<Extract<RequestEvent, { kind: 'step' }>, 'step'>): RequestEvent => ({
    ...over,
    kind: 'step',
    id: newId(),
    at,
    by: SELF,
  });
  const end: RequestEvent = { kind: 'stage', stage: 'fulfilled', id: newId(), at, by: SELF };
  return withEvents(request, [...(request.events ?? []), said({ step }), said({ step: 'keep_token' }), end]);
}

/** The person's whole file, with everybody else's data held back; the log says that it was made. */
export async function saveFile(
  ledger: Ledger,
  state: PersonState,
  form: 'html' | 'json',
  language: Language,
  zone: string,
): Promise<Phrase | undefined> {
  try {
    const all = await everybody(ledger, new AbortController().signal);
    const others = all.filter(({ person }) => person.id !== state.person.id);
    const receivers = others
      .filter(({ person }) => state.person.sharedWith.includes(person.id))
      .map(({ person: { role, outlet } }) => ({ role, ...(outlet ? { outlet } : {}) }));
    const gap = wordsIn(language, 'access_gap');
    const made = { madeAt: new Date().toISOString(), others: others.map(otherOf), receivers, gap };
    const file = accessFile(state, made);
    if (form === 'html')
      download(`${t('request_file_name')}.html`, accessHtml(file, readerOf(language, zone)), 'text/html');
    else download(`${t('request_file_name')}.jsonld`, accessJson(file), 'application/json');
    await note(ledger, { kind: 'export', people: [state.person.id], count: 1 });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof LedgerError)) throw thrown;
    return phraseOf(thrown.failure);
  }
}

export function saveCertificate(certificate: ErasureCertificate | undefined): void {
  if (!certificate) return;
  download(
    `${t('erasure_file_name')}-${certificate.id}.json`,
    `${JSON.stringify(certificate, null, 2)}\n`,
    'application/json',
  );
}
