import { vi } from 'vitest';
import type { TeamActs } from '@/components/ledger/team-acts.ts';
import { ok } from '@/lib/domain/result.ts';
import type { MemberView, TeamView } from '@/lib/domain/team-view.ts';
import { NOW } from './people.ts';

export const SIX = ['jembatan', 'kopi', 'merpati', 'awan', 'tinta', 'kopi'];

export const aMember = (id: string, more: Partial<MemberView> = {}): MemberView => ({
  id,
  role: 'editor',
  lists: [],
  since: NOW,
  devices: [{ id: `${id}-1`, gone: false, mine: false }],
  ...more,
});
export const RINA = aMember('m1', {
  name: 'Rina Kartika',
  role: 'owner',
  lists: ['l1', 'l2'],
  devices: [{ id: 'd1', gone: false, mine: true }],
});
export const BUDI = aMember('m2', {
  name: 'Budi Santoso',
  lists: ['l1'],
  devices: [
    { id: 'd2', gone: false, mine: false, seen: NOW },
    { id: 'd3', gone: false, mine: false },
    { id: 'd4', gone: true, mine: false },
  ],
});

/** Connected, with two members and two lists; nothing is left to do. */
export const aTeam = (more: Partial<TeamView> = {}): TeamView => ({
  id: 'a1b2c3d4',
  name: 'Humas Kota',
  me: { member: 'm1', device: 'd1', role: 'owner' },
  removed: false,
  place: { kind: 'server', address: 'wss://izin.kota.example:8443' },
  relay: { state: 'connected', at: NOW, since: NOW },
  members: [RINA, BUDI],
  lists: [
    { id: 'l1', name: 'Kontak media', space: 'team:a1b2c3d4:l1', mayWrite: true, epoch: 1 },
    { id: 'l2', name: 'Embargo', space: 'team:a1b2c3d4:l2', mayWrite: true, epoch: 1 },
  ],
  invites: [],
  requests: [],
  alarms: [],
  stops: [],
  kit: 'tried',
  waiting: 0,
  ...more,
});

/** Everything is done at once, and nothing refused. */
export const someActs = () => {
  const done = () => vi.fn(async () => undefined);
  return {
    look: done(),
    invite: vi.fn<TeamActs['invite']>(async () => ok({ text: 'izin-invite-1.abc', until: NOW })),
    copy: vi.fn(async () => true),
    saveInvite: vi.fn(),
    admit: vi.fn<TeamActs['admit']>(async () => undefined),
    refuse: vi.fn<TeamActs['refuse']>(async () => undefined),
    change: vi.fn<TeamActs['change']>(async () => undefined),
    remove: vi.fn<TeamActs['remove']>(async () => undefined),
    newList: vi.fn<TeamActs['newList']>(async () => undefined),
    settle: vi.fn<TeamActs['settle']>(async () => undefined),
    alarmRead: vi.fn<TeamActs['alarmRead']>(async () => undefined),
    leave: done(),
  } satisfies TeamActs;
};
