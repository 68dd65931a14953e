import { failure, LedgerError } from '../ledger/failure.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { PeopleSource } from './people.ts';

const PAGE = 2_000;

/**
 * The people of a space, page by page: never all of them at once. A row that cannot be read ends it: an import beside it
 * could double somebody.
 */
export const peopleIn = (ledger: Ledger, space: string, signal: AbortSignal): PeopleSource => ({
  async *everybody() {
    for (let offset = 0; ; offset += PAGE) {
      signal.throwIfAborted();
      const { people, total, damaged } = await ledger.listPeople(space, { limit: PAGE, offset });
      if (damaged.length > 0) throw new LedgerError(failure('damaged', { detail: `${damaged.length}` }));
      yield people;
      if (offset + PAGE >= total) return;
    }
  },
  some: (ids) => ledger.persons(space, ids),
});
