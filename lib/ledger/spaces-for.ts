import type { SurfaceId } from '../domain/draft.ts';
import { type PersonId, type PersonState, PRACTICE_SPACE, SELF, type SpaceId } from '../domain/person.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { spaceOf } from '../domain/space-of.ts';
import { failure, type LedgerFailure } from './failure.ts';
import type { Ledger } from './ledger.ts';

/*
 * Where somebody is known: the user's own space and those of every team, all of them at once, so that the stricter
 * holds. The practice mailbox has its own people alone.
 */
type Spaces = Pick<Ledger, 'spaces'>;

export const spacesFor = (ledger: Spaces, surface: SurfaceId): Promise<readonly SpaceId[]> =>
  spacesBeside(ledger, spaceOf(surface));

/** This space with all that answer beside it. */
export const spacesBeside = async (ledger: Spaces, space: SpaceId): Promise<readonly SpaceId[]> =>
  space === PRACTICE_SPACE ? [space] : (await ledger.spaces()).map(({ id }) => id);

/** Of those the ones in which this user may write. */
export async function writableBeside(ledger: Spaces, space: SpaceId): Promise<readonly SpaceId[]> {
  if (space === PRACTICE_SPACE) return [space];
  return (await ledger.spaces()).flatMap(({ id, team }) => (team && !team.writes ? [] : [id]));
}

/** One person as they are known in each of these spaces. */
export async function copiesOf(
  ledger: Pick<Ledger, 'person'>,
  spaces: readonly SpaceId[],
  id: PersonId,
): Promise<readonly PersonState[]> {
  const states = await Promise.all(spaces.map((space) => ledger.person(space, id)));
  return states.filter((state) => state !== undefined);
}

/** People by their words, in any of the spaces; whoever is in several is named once. */
export async function peopleNamed(
  ledger: Pick<Ledger, 'listPeople'>,
  spaces: readonly SpaceId[],
  query: string,
  limit: number,
): Promise<readonly PersonState[]> {
  const pages = await Promise.all(spaces.map((space) => ledger.listPeople(space, { query, limit, soon: true })));
  const all = pages.flatMap(({ people }) => people);
  return [...new Map(all.toReversed().map((one) => [one.person.id, one])).values()].toReversed().slice(0, limit);
}

/** Takes a batch back wherever it was written. Answers with the subjects that it touched. */
export async function undoBeside(
  ledger: Ledger,
  space: SpaceId,
  batch: string,
): Promise<Result<number, LedgerFailure>> {
  let done: number | undefined;
  for (const id of await writableBeside(ledger, space)) {
    const undone = await ledger.undo(id, batch, SELF);
    if (undone.ok) done = Math.max(done ?? 0, undone.value);
    else if (undone.error.detail !== 'batch') return undone;
  }
  return done === undefined ? err(failure('invalid', { detail: 'batch' })) : ok(done);
}
