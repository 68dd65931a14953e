import { useEffect, useState } from 'react';
import { onShelf, readShelf, type Shelf } from '@/lib/adapters/shelf.ts';
import { allowedSites } from '@/lib/platform/permissions.ts';

export interface Shelved {
  readonly shelf: Shelf;
  /** Origins for which the browser has a leave now: the user may have taken one back in its own settings. */
  readonly allowed: readonly string[];
}

/** The shelf as it is now, and every change of it. */
export function useShelf(): Shelved | undefined {
  const [shelved, setShelved] = useState<Shelved>();
  useEffect(() => {
    const ended = new AbortController();
    const take = async (shelf: Shelf): Promise<void> => {
      const allowed = await allowedSites();
      if (!ended.signal.aborted) setShelved({ shelf, allowed });
    };
    onShelf((shelf) => void take(shelf), ended.signal);
    void readShelf().then(take);
    return () => ended.abort();
  }, []);
  return shelved;
}
