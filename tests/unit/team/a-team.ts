import { type Chain, openChain } from '@/lib/team/chain.ts';
import { type Act, type Role, TEAM_SCOPE } from '@/lib/team/chain-entry.ts';
import { createTeam, type MadeEntry, newName, nextEntry } from '@/lib/team/chain-make.ts';
import { type DeviceKeys, newDeviceKeys } from '@/lib/team/device-keys.ts';
import { newSignKeys, type SignKeys } from '@/lib/team/sign.ts';

/* A team of invented members for tests. Keys are real: made once a run, since they say nothing of who holds them. */

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-11-22T03:00:00.000Z');

export interface Someone {
  readonly member: string;
  readonly keys: DeviceKeys;
}

export interface ATeam {
  readonly team: string;
  readonly root: SignKeys;
  readonly owner: Someone;
  readonly chain: Chain;
  readonly entries: MadeEntry[];
}

export async function aTeam(): Promise<ATeam> {
  const [root, keys] = await Promise.all([newSignKeys(), newDeviceKeys()]);
  const made = await createTeam(root, keys, NOW);
  const chain = openChain(made.team);
  await taken(chain, made);
  return { team: made.team, root, owner: { member: made.member, keys }, chain, entries: [made] };
}

/** Adds to the chain, and fails the test where it is refused. */
export async function taken(chain: Chain, { bytes }: Pick<MadeEntry, 'bytes'>): Promise<void> {
  const added = await chain.add(bytes);
  if (!added.ok) throw new Error(`refused: ${JSON.stringify(added.error)}`);
}

export const by = ({ keys }: Someone) => ({ by: keys.id, sign: keys.sign });

export async function act(team: ATeam, who: Someone, what: Act, at = NOW): Promise<MadeEntry> {
  const entry = await nextEntry(team.chain, what, by(who), at);
  await taken(team.chain, entry);
  team.entries.push(entry);
  return entry;
}

/** Somebody who was invited and admitted by `host`, the owner if none is named. */
export async function joins(
  team: ATeam,
  role: Role,
  { scopes = [], host = team.owner, member }: { scopes?: readonly string[]; host?: Someone; member?: string } = {},
): Promise<Someone> {
  const [invite, keys] = await Promise.all([newSignKeys(), newDeviceKeys()]);
  const id = member ?? newName();
  const own = member === undefined ? {} : { member };
  await act(team, host, {
    kind: 'invite',
    invite: invite.publicKey,
    role,
    scopes: [...scopes].sort(),
    until: NOW + 3 * DAY,
    ...own,
  });
  await act(team, host, {
    kind: 'admit',
    invite: invite.publicKey,
    ...cardOf(keys),
    member: id,
    request: '00'.repeat(32),
  });
  return { member: id, keys };
}

export const cardOf = ({ sign, boxes }: DeviceKeys) => ({ sign: sign.publicKey, box: boxes[0]!.publicKey });

/** A scope that these have besides who makes it. */
export async function aScope(team: ATeam, who: readonly Someone[] = [], host = team.owner): Promise<string> {
  const scope = newName();
  await act(team, host, { kind: 'scope', scope, members: [host, ...who].map(({ member }) => member).sort() });
  return scope;
}

/** The same chain on another device, as far as it is known here. */
export async function copyOf(team: ATeam, entries: readonly MadeEntry[] = team.entries): Promise<ATeam> {
  const chain = openChain(team.team);
  for (const entry of entries) await taken(chain, entry);
  return { ...team, chain, entries: [...entries] };
}

export const removal = (who: Someone, over: Partial<Extract<Act, { kind: 'remove' }>> = {}): Act => ({
  kind: 'remove',
  member: who.member,
  last: [],
  ...over,
});
export const rotation = (scope = TEAM_SCOPE, epoch = 1, key = '0a'): Act => ({
  kind: 'rotate',
  scope,
  epoch,
  key: key.repeat(32),
  token: '0b'.repeat(32),
  why: 'begun',
});
