import type { FoundPerson } from '@/lib/bus/messages.ts';
import { peopleNamed, spacesFor } from '@/lib/ledger/spaces-for.ts';
import { ledger } from './office.ts';

const SHOWN = 6;

/** People by name, outlet or address, for a page of ours that has no ledger of its own. An empty question finds nobody. */
export async function findPeople(surface: string, query: string): Promise<readonly FoundPerson[]> {
  if (query.trim() === '') return [];
  const books = await ledger();
  const people = await peopleNamed(books, await spacesFor(books, surface), query, SHOWN);
  return people.map(({ person: { id, name, outlet } }) => ({ id, name, ...(outlet ? { outlet } : {}) }));
}
