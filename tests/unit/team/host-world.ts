import type { Op } from '@/lib/domain/op.ts';
import { err, ok } from '@/lib/domain/result.ts';
import type { TeamAnswers, TeamMessages, TeamQuestion } from '@/lib/domain/team-acts.ts';
import type { TeamPlace, TeamView } from '@/lib/domain/team-view.ts';
import type { Bytes } from '@/lib/team/bytes.ts';
import { type Host, openHost } from '@/lib/team/host.ts';
import type { HostAround, Meeting, TeamSpace } from '@/lib/team/host-around.ts';
import type { MemoryRelay } from '@/lib/team/memory.transport.ts';
import { memoryStore } from '@/lib/team/memory-store.ts';
import { aName, aStop, clock } from './profiles.ts';

/* Devices with a host each, around one relay in memory; what would be on their disks outlives the host. */

export const PLACE: TeamPlace = { kind: 'folder', url: 'https://berkas.kantor.example/humas/' };

export interface Device {
  host: Host;
  readonly teams: { ids: readonly string[] };
  readonly stores: Map<string, Map<string, Bytes>>;
  /** What its ledger has, by id. */
  readonly ops: Map<string, Op>;
  readonly spaces: Map<string, TeamSpace>;
  readonly outgoing: Op[];
  readonly meetings: Meeting[];
  /** Full: no list can be taken off its ledger. */
  readonly disk: { full: boolean };
}

export async function aDevice(relay: MemoryRelay): Promise<Device> {
  const made = {
    teams: { ids: [] as readonly string[] },
    stores: new Map<string, Map<string, Bytes>>(),
    ops: new Map<string, Op>(),
    spaces: new Map<string, TeamSpace>(),
    outgoing: [] as Op[],
    meetings: [] as Meeting[],
    disk: { full: false },
  };
  return { ...made, host: await openHost(aroundOf(made, relay)) };
}

/** As after the death of its context. */
export async function again(device: Device, relay: MemoryRelay): Promise<void> {
  await device.host.close();
  device.host = await openHost(aroundOf(device, relay));
}

function aroundOf(device: Omit<Device, 'host'>, relay: MemoryRelay): HostAround {
  const { teams, stores, ops, spaces, outgoing, meetings } = device;
  return {
    teams: {
      get: async () => teams.ids,
      set: async (ids) => {
        teams.ids = ids;
      },
    },
    stores: {
      open: async (team) => {
        const rows = stores.get(team) ?? new Map<string, Bytes>();
        stores.set(team, rows);
        return memoryStore(rows);
      },
      erase: async (team) => void stores.delete(team),
    },
    ledger: {
      take: async (_, some) => {
        for (const op of some) ops.set(op.id, op);
        return ok(null);
      },
      takeBack: async (_, some) => {
        for (const { id } of some) ops.delete(id);
        return ok(null);
      },
      keepSpace: async (space) => {
        spaces.set(space.id, space);
        return ok(null);
      },
      drop: async (team) => {
        if (device.disk.full) return err({ code: 'quota' });
        for (const [id, space] of spaces) if (space.team.id === team) spaces.delete(id);
        for (const [id, op] of ops) if (op.space.startsWith(`team:${team}:`)) ops.delete(id);
        return ok(null);
      },
      outgoing: async () => outgoing.map((op) => ({ space: op.space, ops: [op] })),
      sent: async (ids) => {
        for (const id of ids)
          outgoing.splice(
            outgoing.findIndex((op) => op.id === id),
            1,
          );
        return ok(null);
      },
      shareInto: async (space, people) => {
        const found = people.filter((id) => id !== 'nobody');
        if (!spaces.get(space)?.team.writes) return err({ code: 'refused' });
        const made = found.map((id) => written(device, space, id, 'name'));
        return ok({ ops: made, left: people.filter((id) => !found.includes(id)) });
      },
    },
    connect: (meeting) => {
      meetings.push(meeting);
      return relay.transport();
    },
    now: () => clock.now,
    changed: () => undefined,
  };
}

let made = 0;
/** Written on this device, as a page of the ledger does it: kept there, and noted for the team. */
export function written(
  { spaces, ops, outgoing }: Pick<Device, 'spaces' | 'ops' | 'outgoing'>,
  space: string,
  subject: string,
  what: 'stop' | 'name',
): Op {
  made += 1;
  const change = what === 'stop' ? aStop(`stop-${made}`) : aName();
  const by = spaces.get(space)?.team.member ?? '';
  const op: Op = {
    id: `op-${made}`,
    space,
    subject,
    of: 'person',
    at: '2026-11-20T02:15:00.000Z',
    by,
    changes: [change],
  };
  ops.set(op.id, op);
  outgoing.push(op);
  return op;
}

/** The answer to a question; fails the test where it is none. */
export async function asks<N extends TeamQuestion>(
  { host }: Device,
  name: N,
  question: TeamMessages[N][0],
): Promise<TeamMessages[N][1]> {
  const answer = await (host.answers as TeamAnswers)[name](question);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.kind} ${answer.error.detail ?? ''}`);
  return answer.value;
}

export const why = async <N extends TeamQuestion>(
  { host }: Device,
  name: N,
  question: TeamMessages[N][0],
): Promise<string> => {
  const answer = await (host.answers as TeamAnswers)[name](question);
  return answer.ok ? 'done' : answer.error.kind;
};

export async function viewOf(device: Device): Promise<TeamView> {
  const [team] = (await asks(device, 'state', null)).teams;
  if (!team) throw new Error('no team');
  return team;
}

export const look = async (...devices: readonly Device[]): Promise<void> => {
  for (const { host } of devices) await host.look();
};

/** Rina's team, and Budi in it by an invitation. */
export async function anOffice(relay: MemoryRelay, role: 'admin' | 'editor' | 'viewer' | 'checker' = 'editor') {
  const [rina, budi] = [await aDevice(relay), await aDevice(relay)];
  const { team } = await asks(rina, 'create', { name: 'Humas Kota', me: 'Rina', list: 'Wartawan', place: PLACE });
  await look(rina);
  const list = (await viewOf(rina)).lists[0]!;
  const space = list.space!;
  const { text } = await asks(rina, 'invite', { team, role, lists: [list.id] });
  await asks(budi, 'join', { text, me: 'Budi' });
  await look(budi, rina);
  const [request] = (await viewOf(rina)).requests;
  await asks(rina, 'admit', { team, request: request!.id });
  await look(budi, rina, budi);
  return { rina, budi, team, list: list.id, space };
}
