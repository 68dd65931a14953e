import type { KnownPerson } from '@/components/ledger/terms.tsx';
import { PERSONAL_SPACE, type PersonState, type SpaceId } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';

export const known = ({ person: { id, name, outlet } }: PersonState): KnownPerson => ({
  id,
  name,
  ...(outlet ? { outlet } : {}),
});

/** A few people by a part of anything one knows them by. */
export const finder =
  (ledger: Ledger, space: SpaceId = PERSONAL_SPACE) =>
  async (query: string): Promise<readonly KnownPerson[]> =>
    (await ledger.listPeople(space, { query, limit: 6, soon: true })).people.map(known);
