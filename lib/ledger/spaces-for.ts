import type { SurfaceId } from '../domain/draft.ts';
import { PRACTICE_SPACE, type SpaceId } from '../domain/person.ts';
import { spaceOf } from '../domain/space-of.ts';
import type { Ledger } from './ledger.ts';

/**
 * Whose people answer for a message written there, all of them at once, so that the stricter holds: the user's own and
 * those of every team. The practice mailbox has its own alone.
 */
export async function spacesFor(ledger: Pick<Ledger, 'spaces'>, surface: SurfaceId): Promise<readonly SpaceId[]> {
  const own = spaceOf(surface);
  return own === PRACTICE_SPACE ? [own] : (await ledger.spaces()).map(({ id }) => id);
}
