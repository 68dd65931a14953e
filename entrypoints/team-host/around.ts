import type { Ledger } from '@/lib/ledger/ledger.ts';
import { connectTo } from '@/lib/team/connect.ts';
import type { HostAround } from '@/lib/team/host-around.ts';
import type { TeamStore } from '@/lib/team/store.ts';

/** The ledger of this device, its databases and its connections, as what runs the teams wants them. */
export function aroundOf(
  { teams }: Ledger,
  list: (set?: readonly string[]) => Promise<readonly string[]>,
  changed: () => void,
): HostAround {
  const stores = new Map<string, TeamStore & { close(): void }>();
  const { origin } = location;
  return {
    teams: { get: () => list(), set: async (set) => void (await list(set)) },
    stores: {
      async open(team) {
        const store = stores.get(team) ?? (await teams.store(team));
        stores.set(team, store);
        return store;
      },
      async erase(team) {
        stores.get(team)?.close();
        stores.delete(team);
        await teams.forget(team);
      },
    },
    ledger: teams,
    connect: connectTo,
    // Firefox gives every install another.
    ...(origin.startsWith('chrome-extension:') ? { origin } : {}),
    now: Date.now,
    changed,
  };
}
