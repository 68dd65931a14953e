import { PERSONAL_SPACE, type PersonState } from '@/lib/domain/person.ts';
import { failure, LedgerError } from '@/lib/ledger/failure.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';

const PAGE = 2_000;

/** All people of the personal space, page by page. A row that cannot be read ends it: an import beside it could double somebody. */
export async function everybody(ledger: Ledger, signal: AbortSignal): Promise<readonly PersonState[]> {
  const all: PersonState[] = [];
  for (let offset = 0; ; offset += PAGE) {
    signal.throwIfAborted();
    const { people, total, damaged } = await ledger.listPeople(PERSONAL_SPACE, { limit: PAGE, offset });
    if (damaged.length > 0) throw new LedgerError(failure('damaged', { detail: `${damaged.length}` }));
    all.push(...people);
    if (offset + PAGE >= total) return all;
  }
}
