import type { PersonState } from '@/lib/domain/person.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';

export interface PeoplePortion {
  readonly people: readonly PersonState[];
  readonly done: number;
  readonly total: number;
  /** Whose row cannot be read. */
  readonly damaged: number;
}

const PAGE = 2_000;

/** Everybody, a portion at a time, and never all at once; between portions the page paints and hears its Cancel. */
export async function* peoplePages(ledger: Ledger, signal: AbortSignal): AsyncGenerator<PeoplePortion> {
  for (let offset = 0; ; offset += PAGE) {
    const { people, total, damaged } = await ledger.listPeople(PERSONAL_SPACE, { limit: PAGE, offset });
    signal.throwIfAborted();
    yield { people, total, done: Math.min(offset + PAGE, total), damaged: damaged.length };
    if (offset + PAGE >= total) return;
    await new Promise((done) => setTimeout(done));
  }
}
