import { useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';

interface Act {
  readonly busy: boolean;
  readonly wrong: Phrase | undefined;
  /** One at a time: a second press while the first is under way does nothing. True: it was done. */
  readonly run: (act: () => Promise<Phrase | undefined>) => Promise<boolean>;
}

/** Something that takes a while and may be refused. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Phrase>();
  const run = async (act: () => Promise<Phrase | undefined>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setWrong(undefined);
    try {
      const refused = await act();
      setWrong(refused);
      return refused === undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, wrong, run };
}
