import type { FoundPerson } from '@/lib/bus/messages.ts';
import { spaceOf } from '@/lib/domain/space-of.ts';
import { ledger } from './office.ts';

const SHOWN = 6;

/** People by name, outlet or address, for a page of ours that has no ledger of its own. An empty question finds nobody. */
export async function findPeople(surface: string, query: string): Promise<readonly FoundPerson[]> {
  if (query.trim() === '') return [];
  const { people } = await (await ledger()).listPeople(spaceOf(surface), { query, limit: SHOWN, soon: true });
  return people.map(({ person: { id, name, outlet } }) => ({ id, name, ...(outlet ? { outlet } : {}) }));
}
