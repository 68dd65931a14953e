import { useRef, useState } from 'react';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import { ok } from '@/lib/domain/result.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import type { PeoplePage } from '@/lib/ledger/names.ts';
import { useLive } from '@/lib/ledger/use-live.ts';

interface Shown extends PeoplePage {
  readonly query: string;
  /** Place in the list of the first of `people`. */
  readonly from: number;
}

/** Rows that fill a screen: more of them would keep the first ones waiting. */
const SCREEN = 20;

/** A part of the list: the first matches as soon as they are found, and how many there are when all were looked at. */
export function usePeople(ledger: Ledger, query: string, from: number, limit: number) {
  const [early, setEarly] = useState<Shown>();
  const asking = useRef<AbortController>(undefined);
  const page = useLive(ledger, async (): Promise<Shown> => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    const asked = { query, offset: from, limit, signal: mine.signal };
    if (query !== '') {
      const soon = { ...asked, limit: Math.min(limit, SCREEN), soon: true };
      const first = { query, from, ...(await ledger.listPeople(PERSONAL_SPACE, soon)), complete: false };
      if (mine.signal.aborted) return first;
      setEarly(first);
    }
    return { query, from, ...(await ledger.listPeople(PERSONAL_SPACE, asked)) };
  }, [query, from, limit]);
  const late = page?.ok === false || (page?.ok && page.value.query === query && page.value.complete);
  return !late && early?.query === query && early.from === from ? ok(early) : page;
}
