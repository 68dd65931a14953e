import type { Op } from '../domain/op.ts';
import type { PersonId, SpaceId } from '../domain/person.ts';
import type { Result } from '../domain/result.ts';
import type { Around } from './desk.ts';
import type { Place } from './host-rows.ts';
import type { TeamStore } from './store.ts';
import type { Transport } from './transport.ts';

/** A list of a team, as the ledger is to know it. `member`: the author of every op that is written there here. */
export interface TeamSpace {
  readonly id: SpaceId;
  /** Empty until it is readable. */
  readonly name: string;
  readonly team: {
    readonly id: string;
    readonly scope: string;
    readonly name: string;
    readonly member: string;
    /** False for who may only read, was removed, or has left. */
    readonly writes: boolean;
    /** May set what binds all, and erase. */
    readonly admin: boolean;
  };
}

/** The ledger of this device, as the host needs it. */
export interface TeamLedger extends Pick<Around, 'take' | 'takeBack'> {
  keepSpace(space: TeamSpace): Promise<Result<unknown, unknown>>;
  /** Ops that were written here in spaces of teams and are not yet with the engine, oldest first. */
  outgoing(): Promise<readonly { readonly space: SpaceId; readonly ops: readonly Op[] }[]>;
  /** The engine keeps them now. */
  sent(ids: readonly string[]): Promise<Result<unknown, unknown>>;
  /** All lists of this team go; `keep`: copies of their people stay as the user's own. */
  drop(team: string, keep: boolean): Promise<Result<unknown, { readonly code: string }>>;
  /** A logged copy of these people of the personal space; `outgoing` has it then. `left`: who was not found. */
  shareInto(
    space: SpaceId,
    people: readonly PersonId[],
  ): Promise<Result<{ readonly ops: readonly Op[]; readonly left: readonly PersonId[] }, { readonly code: string }>>;
}

/** How a device meets the others: as a member with a role, or with the pass of an invitation. */
export interface Meeting {
  readonly place: Place;
  readonly role: 'admin' | 'editor' | 'viewer' | 'invite';
  readonly credential?: { readonly jwt: string; readonly id: string; readonly seed: string };
  readonly invite?: string;
}

/** What stands around the host. */
export interface HostAround {
  /** Ids of the teams of this device, kept apart from their stores. */
  readonly teams: {
    get(): Promise<readonly string[]>;
    set(teams: readonly string[]): Promise<void>;
  };
  readonly stores: {
    open(team: string): Promise<TeamStore>;
    erase(team: string): Promise<void>;
  };
  readonly ledger: TeamLedger;
  readonly connect: (meeting: Meeting) => Transport;
  /** Of Izin's own pages in this browser; undefined where every install has another. */
  readonly origin?: string;
  /** Ms. */
  readonly now: () => number;
  /** Something that `state` shows has changed. */
  readonly changed: () => void;
}
