import { useRef, useState } from 'react';
import type { SpaceId } from '@/lib/domain/person.ts';
import { ok } from '@/lib/domain/result.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import type { PeoplePage } from '@/lib/ledger/names.ts';
import { useLive } from '@/lib/ledger/use-live.ts';

interface Shown extends PeoplePage {
  readonly space: SpaceId;
  readonly query: string;
  /** Place in the list of the first of `people`. */
  readonly from: number;
}

/** Rows that fill a screen: more of them would keep the first ones waiting. */
const SCREEN = 20;

/** A part of the list: the first matches as soon as they are found, and how many there are when all were looked at. */
export function usePeople(ledger: Ledger, space: SpaceId, query: string, from: number, limit: number) {
  const [early, setEarly] = useState<Shown>();
  const asking = useRef<AbortController>(undefined);
  const page = useLive(ledger, async (): Promise<Shown> => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    const asked = { query, offset: from, limit, signal: mine.signal };
    if (query !== '') {
      const soon = { ...asked, limit: Math.min(limit, SCREEN), soon: true };
      const first = { space, query, from, ...(await ledger.listPeople(space, soon)), complete: false };
      if (mine.signal.aborted) return first;
      setEarly(first);
    }
    return { space, query, from, ...(await ledger.listPeople(space, asked)) };
  }, [space, query, from, limit]);
  const late = page?.ok === false || (page?.ok && page.value.query === query && page.value.complete);
  if (!late && early?.space === space && early.query === query && early.from === from) return ok(early);
  // The last answer stands while the next is on its way, but never for another list.
  return page?.ok && page.value.space !== space ? undefined : page;
}
