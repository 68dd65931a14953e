import { useEffect, useState } from 'react';
import { Sites } from '@/components/ledger/sites.tsx';
import { ask } from '@/lib/bus/bus.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { allowedSites, giveBackSite, requestSite } from '@/lib/platform/permissions.ts';
import surfaces from '@/lib/surfaces/registry.ts';

const SITES = surfaces
  .filter(({ id }) => !id.startsWith('practice'))
  .map(({ id, name, channel, optional = false, proof }) => ({ id, name, channel, optional, ...proof }));

export function SitesRoom() {
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  const refresh = async (): Promise<void> => setAllowed(await allowedSites());
  useEffect(() => void allowedSites().then(setAllowed), []);
  const watch = async (origin: string): Promise<Phrase | undefined> => {
    // First of all, while the click still counts.
    if (!(await requestSite(origin))) return { key: 'sites_refused', params: { origin } };
    const answer = await ask('sites', { origin, watch: true });
    await refresh();
    return answer.ok ? undefined : { key: 'sites_failed', params: { origin } };
  };
  const forget = async (origin: string): Promise<Phrase | undefined> => {
    const answer = await ask('sites', { origin, watch: false });
    await giveBackSite(origin);
    await refresh();
    return answer.ok ? undefined : { key: 'sites_failed', params: { origin } };
  };
  return <Sites sites={SITES} allowed={allowed} onWatch={watch} onForget={forget} />;
}
