import { useState } from 'react';
import { EmptyState } from '@/components/kit/empty-state.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { RequestErased } from '@/components/ledger/request-erased.tsx';
import { RequestPage } from '@/components/ledger/request-page.tsx';
import { newId } from '@/lib/domain/new-op.ts';
import { PERSONAL_SPACE, type PersonState, type RightsRequest, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { ErasureCertificate } from '@/lib/ledger/erase-certificate.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { writer } from '@/lib/ledger/writing.ts';
import { currentLanguage, type Language, languageOf, t } from '@/lib/platform/words.ts';
import { afterErasing, answerOf, saveCertificate, saveFile } from './request-acts.ts';
import { viewOf } from './request-view-of.ts';

interface Props {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly person: string;
  readonly request: string;
}

/** What this page alone still knows of somebody who was erased, until it is left. */
interface Gone {
  readonly state: PersonState;
  readonly request: RightsRequest;
  readonly certificate: ErasureCertificate;
}

export function RequestRoom({ ledger, policy, person, request: id }: Props) {
  const [gone, setGone] = useState<Gone>();
  const seen = useLive(ledger, async () => (await ledger.person(PERSONAL_SPACE, person)) ?? null, [person]);
  const mentions = useLive(ledger, () => spokenOf(ledger, person, id), [person, id]);
  if (gone)
    return (
      <RequestErased
        answer={(language) => answerOf(gone.state, gone.request, policy, language)}
        language={languageFor(gone.state)}
        addresses={gone.state.points.map(({ address }) => address)}
        onCertificate={() => saveCertificate(gone.certificate)}
      />
    );
  if (seen === undefined) return null;
  if (!seen.ok) return <Notice tone="bata">{writePhrase(phraseOf(seen.error))}</Notice>;
  const state = seen.value;
  const request = state?.requests.find((one) => one.id === id);
  if (!state || !request) return <EmptyState sentence={t('request_gone')} />;
  const write = writer(ledger, PERSONAL_SPACE, 'person', person);
  const erase = async (): Promise<Phrase | undefined> => {
    const erased = await ledger.erase({ space: PERSONAL_SPACE, person, by: SELF, requestId: id });
    if (!erased.ok) return phraseOf(erased.error);
    const step = request.type === 'destroy' ? 'destroy' : 'erase';
    setGone({ state, request: afterErasing(request, step, erased.value.at), certificate: erased.value });
    return undefined;
  };
  const view = viewOf(state, request, policy);
  return (
    <RequestPage
      request={view}
      language={languageFor(state)}
      now={new Date().toISOString()}
      mentions={mentions?.ok ? mentions.value : undefined}
      acts={{
        say: (said) => {
          const event = { ...said, id: newId(), at: new Date().toISOString(), by: SELF };
          return write([{ kind: 'request-step', requestId: id, event }]);
        },
        answer: (language) => answerOf(state, request, policy, language),
        save: (form, language) => saveFile(ledger, state, form, language, view.zone),
        erase,
      }}
    />
  );
}

/** Only an erasure asks: it reads everybody. */
async function spokenOf(ledger: Ledger, person: string, id: string) {
  const state = await ledger.person(PERSONAL_SPACE, person);
  const type = state?.requests.find((one) => one.id === id)?.type;
  const states = type === 'erase' || type === 'destroy' ? await ledger.mentions(PERSONAL_SPACE, person) : [];
  return states.map((one) => ({ id: one.person.id, name: one.person.name }));
}

const languageFor = ({ person }: PersonState): Language =>
  person.language ? languageOf(person.language) : currentLanguage();
