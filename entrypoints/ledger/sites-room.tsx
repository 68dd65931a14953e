import { useEffect, useState } from 'react';
import { Sites } from '@/components/ledger/sites.tsx';
import type { OpenSite } from '@/components/ledger/sites-now.tsx';
import { ask } from '@/lib/bus/bus.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { allowedSites, giveBackSite, originsOf, requestSites } from '@/lib/platform/permissions.ts';
import { onSessionChange } from '@/lib/platform/session.ts';
import surfaces from '@/lib/surfaces/registry.ts';

const SITES = surfaces
  .filter(({ id }) => !id.startsWith('practice'))
  .map(({ id, name, channel, optional = false, matches, proof }) => ({
    id,
    name,
    channel,
    optional,
    origins: originsOf(matches),
    ...proof,
  }));

export function SitesRoom() {
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  const open = useOpenSites();
  const refresh = async (): Promise<void> => setAllowed(await allowedSites());
  useEffect(() => void allowedSites().then(setAllowed), []);
  const watch = async (origins: readonly string[]): Promise<Phrase | undefined> => {
    const [origin = ''] = origins;
    // First of all, while the click still counts.
    if (!(await requestSites(origins))) return { key: 'sites_refused', params: { origin } };
    const refused = await tell(origins, true);
    await refresh();
    return refused;
  };
  const forget = async (origins: readonly string[]): Promise<Phrase | undefined> => {
    const refused = await tell(origins, false);
    for (const origin of origins) await giveBackSite(origin);
    await refresh();
    return refused;
  };
  return <Sites open={open} sites={SITES} allowed={allowed} onWatch={watch} onForget={forget} />;
}

async function tell(origins: readonly string[], watch: boolean): Promise<Phrase | undefined> {
  for (const origin of origins) {
    const answer = await ask('sites', { origin, watch });
    if (!answer.ok) return { key: 'sites_failed', params: { origin } };
  }
  return undefined;
}

/** Follows what the guards of all tabs tell of themselves. */
function useOpenSites(): readonly OpenSite[] | 'unreachable' | undefined {
  const [open, setOpen] = useState<readonly OpenSite[] | 'unreachable'>();
  useEffect(() => {
    const ended = new AbortController();
    const load = (): void => void openSites().then((now) => !ended.signal.aborted && setOpen(now));
    onSessionChange('tab:', load, ended.signal);
    load();
    return () => ended.abort();
  }, []);
  return open;
}

async function openSites(): Promise<readonly OpenSite[] | 'unreachable'> {
  const answer = await ask('surfaces', null);
  if (!answer.ok) return 'unreachable';
  return answer.value.tabs.flatMap(({ tabId, frames }) =>
    frames
      .filter(({ surface }) => !surface.startsWith('practice'))
      .map(({ surface, ...frame }) => ({ ...frame, tabId, name: nameOf(surface) })),
  );
}

const nameOf = (id: string): string =>
  surfaces.find((surface) => surface.id === id)?.name ?? id.replace(/^taught:/, '');
