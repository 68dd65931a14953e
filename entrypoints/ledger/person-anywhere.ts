import { PERSONAL_SPACE, type PersonState, PRACTICE_SPACE, type SpaceId } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';

/** In that space alone, or in the first that knows them: one's own, that of the practice mailbox, the lists of teams. */
export async function anywhere(ledger: Ledger, id: string, space?: SpaceId): Promise<PersonState | undefined> {
  if (space !== undefined) return ledger.person(space, id);
  // The practice mailbox has its own people; a warning there leads to their records too.
  const shared = (await ledger.spaces()).map((one) => one.id);
  const spaces = [...new Set([PERSONAL_SPACE, PRACTICE_SPACE, ...shared])];
  return (await Promise.all(spaces.map((one) => ledger.person(one, id)))).find((state) => state !== undefined);
}
