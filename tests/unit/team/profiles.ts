import type { Change, Op } from '@/lib/domain/op.ts';
import { ok } from '@/lib/domain/result.ts';
import { rotate } from '@/lib/team/admin.ts';
import type { Alarm } from '@/lib/team/alarm.ts';
import type { Bytes } from '@/lib/team/bytes.ts';
import { type Role, TEAM_SCOPE } from '@/lib/team/chain-entry.ts';
import { keepDevice } from '@/lib/team/desk.ts';
import { type MemoryRelay, memoryRelay } from '@/lib/team/memory.transport.ts';
import { memoryStore } from '@/lib/team/memory-store.ts';
import { spaceOfScope } from '@/lib/team/space-of-scope.ts';
import { openSync, type Sync } from '@/lib/team/sync.ts';
import type { Transport } from '@/lib/team/transport.ts';
import { anId } from '../domain/builders.ts';
import { type ATeam, aScope, aTeam, joins, NOW, type Someone } from './a-team.ts';

/* Members of one team, each with a device, a store and a ledger of its own, around one relay in memory. */

export interface Profile extends Someone {
  sync: Sync;
  readonly rows: Map<string, Bytes>;
  /** What its ledger has taken. */
  readonly ops: Map<string, Op>;
  readonly alarms: Alarm[];
}

export const clock = { now: NOW };
export const never = new AbortController().signal;

export async function profile(team: ATeam, who: Someone): Promise<Profile> {
  const rows = new Map<string, Bytes>();
  await keepDevice(memoryStore(rows), who.keys);
  const made = { ...who, rows, ops: new Map<string, Op>(), alarms: [] as Alarm[] };
  return { ...made, sync: await opened(team, made) };
}

/** As after a restart: all that is in memory is made again from the store. */
export async function opened(team: ATeam, { rows, ops, alarms }: Omit<Profile, 'sync'>): Promise<Sync> {
  const sync = await openSync(team.team, {
    store: memoryStore(rows),
    take: async (_, some) => {
      for (const op of some) ops.set(op.id, op);
      return ok(null);
    },
    takeBack: async (_, some) => {
      for (const { id } of some) ops.delete(id);
      return ok(null);
    },
    tell: (alarm) => alarms.push(alarm),
    now: () => clock.now,
  });
  if (!sync) throw new Error('no device');
  return sync;
}

export interface Office {
  readonly team: ATeam;
  readonly relay: MemoryRelay;
  readonly scope: string;
  readonly owner: Profile;
  readonly others: readonly Profile[];
}

/** An owner, and one member of each role, who share one list; all have its keys. */
export async function office(roles: readonly Role[]): Promise<Office> {
  clock.now = NOW;
  const team = await aTeam();
  const people: Someone[] = [];
  for (const role of roles) people.push(await joins(team, role));
  const scope = await aScope(team, people);
  const relay = memoryRelay();
  for (const { path, bytes } of team.entries) await relay.transport().put([{ path, bytes }], never);
  const owner = await profile(team, team.owner);
  await meet(relay, owner);
  for (const list of [TEAM_SCOPE, scope]) await rotate(owner.sync.desk, list, 'begun', relay.transport(), never);
  await meet(relay, owner);
  const others: Profile[] = [];
  for (const who of people) others.push(await profile(team, who));
  for (const one of others) await meet(relay, one);
  return { team, relay, scope, owner, others };
}

export async function meet(
  relay: MemoryRelay,
  who: Profile,
  transport: Transport = relay.transport(),
): Promise<string> {
  const done = await who.sync.exchange('relay', transport, never);
  return done.ok ? 'ok' : done.error.kind;
}

/** All of them, twice: what the last one brought reaches the first. */
export async function round({ relay, owner, others }: Office): Promise<void> {
  for (const one of [owner, ...others, owner, ...others]) await meet(relay, one);
}

export function opBy(who: Someone, { team, scope }: Office, changes: readonly Change[], over: Partial<Op> = {}): Op {
  const space = spaceOfScope(team.team, scope);
  return {
    id: anId('op'),
    space,
    subject: 'p1',
    of: 'person',
    at: '2026-11-20T02:15:00.000Z',
    by: who.member,
    changes,
    ...over,
  };
}
export const aStop = (id = anId('stop')): Change => ({
  kind: 'suppression',
  suppression: { id, scope: 'all', since: '2026-11-20T02:15:00.000Z' },
});
export const aName = (name = 'Sari'): Change => ({ kind: 'person', set: { name } });

/** Recorded at the member's own ledger, and for the team. */
export async function says(who: Profile, at: Office, ...ops: readonly Op[]): Promise<void> {
  const kept = await who.sync.record(at.scope, ops);
  if (!kept.ok) throw new Error(kept.error.kind);
  for (const op of ops) who.ops.set(op.id, op);
}

export const kinds = ({ alarms }: Profile): readonly string[] => [...new Set(alarms.map(({ kind }) => kind))].sort();
