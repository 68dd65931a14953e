import type { PersonState } from '@/lib/domain/person.ts';
import type { LawInForce } from '@/lib/domain/policy.ts';
import { refOf } from '@/lib/law/articles.ts';
import { dueFor } from '@/lib/law/clock.ts';
import { here } from './request-view-of.ts';

/** A request that was recorded before due times were kept has the one that it has now, as in the queue. */
export function withDues(state: PersonState, { lawPacks, holidays }: LawInForce): PersonState {
  if (state.requests.every(({ due }) => due)) return state;
  const requests = state.requests.map((request) => {
    if (request.due) return request;
    const { due } = dueFor(request.type, request.receivedAt, request.zone ?? here(), lawPacks, [], holidays);
    return { ...request, due: { at: due.at, law: refOf(due.row) } };
  });
  return { ...state, requests };
}
