import { ok } from '../domain/result.ts';
import { commitEntry } from './admin.ts';
import { policyOf } from './cards.ts';
import type { Desk } from './desk.ts';
import { type HubKeys, keeping, keptOf } from './host-rows.ts';
import { accountJwt, NO_LIMITS, userJwt } from './nats-credentials.ts';
import { pushAccount } from './nats-hub-push.ts';
import type { NatsRole } from './nats-permissions.ts';
import type { TeamStore } from './store.ts';
import { isHere, memberOf, type TeamState } from './team-state.ts';
import type { Moved, Transport } from './transport.ts';

/*
 * Credentials of the team's own server. Who set it up holds its keys and gives every device what it connects with: when
 * it is admitted, when its role changes, and a month before it ends.
 */

/** How long a credential is good for, in seconds. */
export const PASS_SECONDS = 90 * 86_400;
const RENEW_SECONDS = 30 * 86_400;

/** Rights at the server for a device, by what the chain says of it. */
export function natsRoleOf(state: TeamState, device: string): NatsRole {
  const role = memberOf(state, device)?.role;
  if (role === 'owner' || role === 'admin') return { kind: 'admin' };
  return role === 'editor' ? { kind: 'editor', device } : { kind: 'viewer', device };
}

/** For a device that made its key itself; the caller keeps the changed keys. */
export async function grantPass(
  hub: HubKeys,
  role: NatsRole,
  device: string,
  user: string,
  now: number,
): Promise<{ readonly jwt: string; readonly hub: HubKeys; readonly until: number }> {
  const until = Math.floor(now / 1000) + PASS_SECONDS;
  const jwt = await userJwt(hub.signer, hub.account.id, role, user, until);
  return { jwt, until, hub: { ...hub, users: { ...hub.users, [device]: { user, kind: role.kind, until } } } };
}

/** Of those whose role is another by now, or whose credential ends soon. They find it in the chain. */
export async function renewPasses(
  store: TeamStore,
  desk: Desk,
  transport: Transport,
  signal: AbortSignal,
): Promise<void> {
  const hub = await keptOf(store, 'hub');
  if (!hub) return;
  const state = desk.chain.state();
  const now = desk.around.now();
  for (const [device, { user, kind, until }] of Object.entries(hub.users)) {
    const known = state.devices.get(device);
    const role = natsRoleOf(state, device);
    if (!known || !isHere(known) || (role.kind === kind && until - now / 1000 > RENEW_SECONDS)) continue;
    const granted = await grantPass(hub, role, device, user, now);
    const policy = await policyOf(desk, { pass: { device, jwt: granted.jwt, until: granted.until } });
    if (!policy || !(await commitEntry(desk, policy, transport, signal)).ok) return;
    await store.write([keeping('hub', granted.hub)]);
  }
}

/** The account as the server is to know it. */
export const accountOf = ({ operator, account, signer, revoked }: HubKeys, name: string): Promise<string> =>
  accountJwt(operator.key, { name, id: account.id, signers: [signer.id], revoked, limits: NO_LIMITS });

/**
 * The server lets go of these devices at once, where this member set it up. Their keys are changed in any case: one who is
 * still connected reads nothing that comes after.
 */
export async function revokeAtServer(
  store: TeamStore,
  urls: readonly string[],
  devices: readonly string[],
  name: string,
  { now, signal }: { readonly now: number; readonly signal: AbortSignal },
): Moved<void> {
  const hub = await keptOf(store, 'hub');
  const gone = devices.flatMap((device) => hub?.users[device]?.user ?? []);
  if (!hub || gone.length === 0) return ok(undefined);
  const at = Math.floor(now / 1000);
  const left = Object.entries(hub.users).filter(([device]) => !devices.includes(device));
  const revoked = { ...hub.revoked, ...Object.fromEntries(gone.map((user) => [user, at])) };
  const after: HubKeys = { ...hub, revoked, users: Object.fromEntries(left) };
  await store.write([keeping('hub', after)]);
  return pushAccount({ servers: urls, credential: hub.operator.system.admin }, await accountOf(after, name), signal);
}
