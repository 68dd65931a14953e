import type { Last, Role } from './chain-entry.ts';

/* What the membership chain says at one place in it. */

/** Place in the chain: entries are ordered by (n, hash). */
export interface Place {
  readonly n: number;
  readonly hash: string;
}

export interface Member {
  readonly id: string;
  readonly role: Role;
  readonly scopes: ReadonlySet<string>;
  /** Who came first is senior. */
  readonly since: Place;
  /** The entry that last set role and scopes. */
  readonly setBy: Place;
  readonly removed?: Place;
}

export interface Device {
  readonly id: string;
  readonly member: string;
  readonly sign: string;
  /** The first key for boxes; later ones come by signed heartbeats. */
  readonly box: string;
  readonly since: Place;
  readonly removed?: Place;
  /** Where its log ends for everybody: it may write no more. Undefined with `ended`: nothing of it was known. */
  readonly ended?: Place;
  readonly last?: Last;
}

export interface Invite {
  readonly invite: string;
  readonly role: Role;
  readonly scopes: readonly string[];
  readonly until: number;
  readonly member?: string;
  /** Device of who invited. */
  readonly by: string;
  readonly used?: Place;
}

/** One key of an epoch. There are two where two admins rotated without knowing of each other: the first place counts. */
export interface EpochKey {
  readonly place: Place;
  readonly at: number;
  readonly by: string;
  readonly key: string;
  readonly token: string;
  /** Devices that were to get a box. */
  readonly devices: ReadonlySet<string>;
}

export interface Scope {
  readonly id: string;
  readonly epochs: ReadonlyMap<number, readonly EpochKey[]>;
}

export interface TeamState {
  readonly team: string;
  readonly root: string;
  readonly members: ReadonlyMap<string, Member>;
  readonly devices: ReadonlyMap<string, Device>;
  readonly invites: ReadonlyMap<string, Invite>;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly policy?: { readonly place: Place; readonly hash: string };
  /** `device/dseq/hash` of envelopes from beyond an end, and whether they count. A refusal stands before a yes. */
  readonly settled: ReadonlyMap<string, boolean>;
}

export const settledKey = ({ device, dseq, hash }: Last): string => `${device}/${dseq}/${hash}`;

export const memberOf = (state: TeamState, device: string): Member | undefined => {
  const known = state.devices.get(device);
  return known && state.members.get(known.member);
};

const WRITES: ReadonlySet<Role> = new Set(['owner', 'admin', 'editor']);
export const ADMINS: ReadonlySet<Role> = new Set(['owner', 'admin']);

export const isHere = ({ removed }: { readonly removed?: Place }): boolean => removed === undefined;

/** Whether ops of this device for this scope count, as of this place in the chain. */
export function mayWrite(state: TeamState, device: string, scope: string): boolean {
  const [known, member] = [state.devices.get(device), memberOf(state, device)];
  return (
    known !== undefined &&
    member !== undefined &&
    isHere(known) &&
    isHere(member) &&
    WRITES.has(member.role) &&
    member.scopes.has(scope)
  );
}

export const isAdmin = (state: TeamState, device: string): boolean => {
  const [known, member] = [state.devices.get(device), memberOf(state, device)];
  return known !== undefined && isHere(known) && member !== undefined && isHere(member) && ADMINS.has(member.role);
};

/** Devices that the boxes of a scope are for: exactly those of its members. `key`: false for checkers, who get tokens alone. */
export function devicesOf(state: TeamState, scope: string): ReadonlyMap<string, { readonly key: boolean }> {
  const devices = [...state.devices.values()].flatMap((device) => {
    const member = state.members.get(device.member);
    if (!member || !isHere(device) || !isHere(member) || !member.scopes.has(scope)) return [];
    return [[device.id, { key: member.role !== 'checker' }] as const];
  });
  return new Map(devices);
}

export const newestEpoch = ({ epochs }: Scope): number => Math.max(0, ...epochs.keys());
