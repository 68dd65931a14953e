import { PERSONAL_SPACE, type PersonState, PRACTICE_SPACE } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';

/** The practice mailbox has its own people; a warning there leads to their records too. */
const SPACES = [PERSONAL_SPACE, PRACTICE_SPACE];

export async function anywhere(ledger: Ledger, id: string): Promise<PersonState | undefined> {
  return (await Promise.all(SPACES.map((space) => ledger.person(space, id)))).find((state) => state !== undefined);
}
