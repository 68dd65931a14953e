import { ok } from '../domain/result.ts';
import { commitEntry, rotate } from './admin.ts';
import type { Bytes } from './bytes.ts';
import { randomBytes } from './bytes.ts';
import { cardOf, policyOf } from './cards.ts';
import { TEAM_SCOPE } from './chain-entry.ts';
import { createTeam, newName } from './chain-make.ts';
import { keepDevice, put } from './desk.ts';
import { newDeviceKeys } from './device-keys.ts';
import { type HubKeys, keeping, type Place } from './host-rows.ts';
import { memoryStore } from './memory-store.ts';
import { newCredential, newOperator } from './nats-credentials.ts';
import { newNatsKey } from './nkeys.ts';
import { PASS_SECONDS } from './passes.ts';
import { KIT_WORDS } from './root-key.ts';
import { rowOf } from './rows.ts';
import { newSignKeys, seedOf } from './sign.ts';
import type { StoreChange, TeamTable } from './store.ts';
import { openSync } from './sync.ts';
import type { Transport } from './transport.ts';

export interface NewTeam {
  readonly name: string;
  readonly me: string;
  readonly list: string;
  readonly place: Place;
}

/**
 * A team with its first owner and its first list, as the rows of its store: written at once, so that there is a whole
 * team or none. Nothing is sent; the first exchange offers it all.
 */
export async function beginTeam(
  { name, me, list, place }: NewTeam,
  now: number,
): Promise<{ readonly team: string; readonly rows: readonly StoreChange[] }> {
  const [root, device] = await Promise.all([newSignKeys(), newDeviceKeys()]);
  const { team, member, path, bytes, hash } = await createTeam(root, device, now);
  const rows = new Map<string, Bytes>();
  const store = memoryStore(rows);
  await keepDevice(store, device);
  await store.write([
    put('chain', `${'0'.padStart(15, '0')}-${hash}`, bytes),
    put('seen', hash, rowOf(now)),
    put('offer', path, bytes),
    keeping('place', place),
    keeping('root', { seed: seedOf(root), ask: twoOf(KIT_WORDS) }),
  ]);
  if (place.kind === 'server') await store.write(await serverRows(device.id, now));
  const around = { store, take: nothing, takeBack: nothing, tell: () => undefined, now: () => now };
  const sync = await openSync(team, around);
  if (!sync) throw new TypeError('The team that was begun does not open.');
  const { desk } = sync;
  const never = new AbortController().signal;
  const all = async (...steps: readonly (() => Promise<{ readonly ok: boolean }>)[]): Promise<void> => {
    for (const step of steps) if (!(await step()).ok) throw new TypeError('The first entries of a team were refused.');
  };
  const scope = newName();
  await all(
    () => rotate(desk, TEAM_SCOPE, 'begun', NOWHERE, never),
    async () => {
      const policy = await policyOf(desk, { team: name, member, name: me });
      return policy ? commitEntry(desk, policy, NOWHERE, never) : { ok: false };
    },
    async () => {
      const card = await cardOf(desk, scope, { name: list });
      const act = { kind: 'scope', scope, members: [member], ...(card ? { card } : {}) } as const;
      return commitEntry(desk, { ...act, members: [member] }, NOWHERE, never);
    },
    () => rotate(desk, scope, 'begun', NOWHERE, never),
  );
  return { team, rows: [...rows].map(([key, value]) => asChange(key, value)) };
}

const nothing = async () => ok(null);
const asChange = (row: string, value: Bytes): StoreChange => {
  const at = row.indexOf(' ');
  return { table: row.slice(0, at) as TeamTable, key: row.slice(at + 1), value };
};

/** Of the words of the kit, from 0, not the same one twice. */
function twoOf(words: number): [number, number] {
  const [a = 0, b = 0] = randomBytes(2);
  const first = a % words;
  const second = (first + 1 + (b % (words - 1))) % words;
  return first < second ? [first, second] : [second, first];
}

/** An operator, an account for the team, and a credential of its own for this device: all made here. */
async function serverRows(device: string, now: number): Promise<readonly StoreChange[]> {
  const [operator, account, signer] = await Promise.all([
    newOperator('Izin'),
    newNatsKey('account'),
    newNatsKey('account'),
  ]);
  const until = Math.floor(now / 1000) + PASS_SECONDS;
  const credential = await newCredential(signer, account.id, { kind: 'admin' }, until);
  const hub: HubKeys = {
    operator,
    account,
    signer,
    revoked: {},
    users: { [device]: { user: credential.id, kind: 'admin', until } },
  };
  return [keeping('hub', hub), keeping('credential', credential)];
}

/** Nobody else knows of the team yet, so that no entry of it can be behind another. */
const NOWHERE: Transport = {
  id: 'memory',
  writes: true,
  live: false,
  put: async (pieces) => ok(pieces.map(() => 'stored' as const)),
  async *pull() {
    yield* [];
  },
  get: async () => ok(undefined),
  remove: async () => ok([]),
  watch: () => undefined,
  close: async () => undefined,
};
