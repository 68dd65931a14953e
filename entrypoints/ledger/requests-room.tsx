import { useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import type { ErasureLine, NewRequest } from '@/components/ledger/request-view.ts';
import { Requests } from '@/components/ledger/requests.tsx';
import { stopChanges } from '@/lib/domain/consent-changes.ts';
import { newId } from '@/lib/domain/new-op.ts';
import type { Change } from '@/lib/domain/op.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { refOf } from '@/lib/law/articles.ts';
import { dueFor } from '@/lib/law/clock.ts';
import type { ErasureCertificate } from '@/lib/ledger/erase-certificate.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { writer } from '@/lib/ledger/writing.ts';
import { saveCertificate } from './request-acts.ts';
import { dueView, viewOf, zonesHere } from './request-view-of.ts';

/** Lines of the log in which certificates are looked for. */
const LINES = 1_000;

export function RequestsRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const [zones] = useState(zonesHere);
  const { lawPacks, holidays } = policy;
  const seen = useLive(ledger, async () => {
    const [asking, lines] = await Promise.all([ledger.asking(PERSONAL_SPACE), ledger.activity({ limit: LINES })]);
    return {
      requests: asking.flatMap((state) => state.requests.map((request) => viewOf(state, request, policy))),
      certificates: lines.flatMap(({ certificate }) => (certificate ? [certificate] : [])),
    };
  }, [lawPacks.join(), holidays?.join()]);
  if (seen === undefined) return null;
  if (!seen.ok) return <Notice tone="bata">{writePhrase(phraseOf(seen.error))}</Notice>;
  const { requests, certificates } = seen.value;
  const find = async (query: string) => {
    const { people } = await ledger.listPeople(PERSONAL_SPACE, { query, limit: 6, soon: true });
    return people.map(({ person: { id, name, outlet } }) => ({ id, name, ...(outlet ? { outlet } : {}) }));
  };
  return (
    <Requests
      requests={requests}
      erasures={certificates.map(lineOf)}
      now={new Date().toISOString()}
      zones={zones}
      find={find}
      dueOf={({ type, receivedAt, zone }) => dueView(dueFor(type, receivedAt, zone, lawPacks, [], holidays).due, zone)}
      record={(request) => record(ledger, policy, request)}
      onCertificate={(id) => saveCertificate(certificates.find((one) => one.id === id))}
    />
  );
}

const lineOf = ({ id, at, requestId, counts }: ErasureCertificate): ErasureLine => ({
  id,
  at,
  ...(requestId ? { requestId } : {}),
  rows: counts.ops + counts.states + counts.topics + counts.logLines,
});

/** The request with its due time; where the person wants no more messages, the stop stands from the same moment on. */
async function record(ledger: Ledger, policy: Policy, wish: NewRequest): Promise<Phrase | undefined> {
  const { personId, type, receivedAt, zone, words, stop } = wish;
  const { due } = dueFor(type, receivedAt, zone, policy.lawPacks, [], policy.holidays);
  const request = {
    id: newId(),
    type,
    receivedAt,
    state: 'open' as const,
    zone,
    ...(words ? { words } : {}),
    due: { at: due.at, law: refOf(due.row) },
  };
  const now = new Date().toISOString();
  const said = { at: now, by_relation: 'self' as const, recorded_by: SELF, recorded_at: now };
  const state = stop ? await ledger.person(PERSONAL_SPACE, personId) : undefined;
  const stops: readonly Change[] = stop ? stopChanges(state, { said }, newId) : [];
  return writer(ledger, PERSONAL_SPACE, 'person', personId)([{ kind: 'request', request }, ...stops]);
}
