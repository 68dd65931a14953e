import type { PersonState, SpaceId } from '../domain/person.ts';
import { type Point, pointsIn } from '../domain/points-in.ts';
import type { Ledger } from '../ledger/ledger.ts';

export interface LookUp {
  /** Whoever has the address that was asked about first, then those whose name or other words fit. */
  readonly people: readonly PersonState[];
  /** More fit than are shown. */
  readonly total: number;
  /** Where the question itself leads, so that a stranger can be added with it. */
  readonly points: readonly Point[];
}

/** "May I write to …?": a name, an outlet, an address however it is spelled, a handle, a link. */
export async function lookUp(
  ledger: Pick<Ledger, 'peopleAt' | 'listPeople'>,
  space: SpaceId,
  question: string,
  { limit, region }: { readonly limit: number; readonly region: string },
): Promise<LookUp> {
  const query = question.replace(/\s+/g, ' ').trim();
  if (query === '') return { people: [], total: 0, points: [] };
  const points = pointsIn(query, region);
  const [at, named] = await Promise.all([
    points.length > 0 ? ledger.peopleAt([space], points) : [],
    ledger.listPeople(space, { query, limit }),
  ]);
  const all = new Map([...at.flat(), ...named.people].map((state) => [state.person.id, state]));
  const people = [...all.values()].slice(0, limit);
  return { people, total: Math.max(named.total, all.size), points };
}
