import type { Purpose } from '../domain/enums.ts';
import type { PersonState, SpaceId } from '../domain/person.ts';
import { type Point, pointsIn } from '../domain/points-in.ts';
import { strictestEach } from '../domain/strictest.ts';
import type { Ledger } from '../ledger/ledger.ts';

export interface LookUp {
  /** Of each person the strictest copy; whoever has the address that was asked about first, then those whose name or other words fit. */
  readonly people: readonly PersonState[];
  /** More fit than are shown. */
  readonly total: number;
  /** Where the question itself leads, so that a stranger can be added with it. */
  readonly points: readonly Point[];
}

/** "May I write to …?": a name, an outlet, an address however it is spelled, a handle, a link. */
export async function lookUp(
  ledger: Pick<Ledger, 'peopleAt' | 'listPeople'>,
  spaces: readonly SpaceId[],
  question: string,
  { limit, region, purpose }: { readonly limit: number; readonly region: string; readonly purpose: Purpose },
): Promise<LookUp> {
  const query = question.replace(/\s+/g, ' ').trim();
  if (query === '') return { people: [], total: 0, points: [] };
  const points = pointsIn(query, region);
  const [at, named] = await Promise.all([
    points.length > 0 ? ledger.peopleAt(spaces, points) : [],
    Promise.all(spaces.map((space) => ledger.listPeople(space, { query, limit }))),
  ]);
  const all = new Map([...at.flat(), ...named.flatMap(({ people }) => people)].map((state) => [keyOf(state), state]));
  const each = strictestEach([...all.values()], { purpose, at: new Date().toISOString() });
  const total = Math.max(...named.map((page) => page.total), each.length);
  return { people: each.slice(0, limit), total, points };
}

const keyOf = ({ person }: PersonState): string => `${person.space} ${person.id}`;
