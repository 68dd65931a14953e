import type { Instant, SpaceId } from './person.ts';
import type { Result } from './result.ts';

/* What is shown of the teams of this device. */

export type TeamRole = 'owner' | 'admin' | 'editor' | 'viewer' | 'checker';

/** Where a team meets. `server`: nats-servers, `wss://…`. `folder`: WebDAV, `https://…/`. */
export type TeamPlace =
  | { readonly kind: 'server'; readonly urls: readonly string[] }
  | { readonly kind: 'folder'; readonly url: string; readonly user?: string; readonly password?: string };

/**
 * Why something was not done. `not-allowed`: the role does not reach. `behind`: a colleague was there first, and what is
 * shown is newer now. `unreachable`, `refused`, `full`: of the relay. `malformed`: a text that is none of what was asked for.
 * `expired`: the invitation is over or used. `unknown`: no such team, member, list or request any more. `exists`: this team
 * is here already. `wrong-words`: of the kit. `no-key`: a list whose key this device has not. `ledger`: it could not be read or
 * written. `kept`: the kit was not tried yet, or the last owner would go. `no-host`: Izin's own place for teams did not answer.
 */
export interface TeamFailure {
  readonly kind:
    | 'not-allowed'
    | 'behind'
    | 'unreachable'
    | 'refused'
    | 'full'
    | 'malformed'
    | 'expired'
    | 'unknown'
    | 'exists'
    | 'wrong-words'
    | 'no-key'
    | 'ledger'
    | 'kept'
    | 'no-host';
  readonly detail?: string;
}
export type TeamDone<T> = Result<T, TeamFailure>;

export interface TeamsView {
  readonly teams: readonly TeamView[];
  readonly joining: readonly JoiningView[];
}

export interface TeamView {
  readonly id: string;
  /** Undefined until the key of the team's own list is here. */
  readonly name?: string;
  readonly me: { readonly member: string; readonly device: string; readonly role: TeamRole };
  /** Removed from the team, by whom it still knows of it. */
  readonly removed: boolean;
  readonly place: { readonly kind: TeamPlace['kind']; readonly address: string };
  readonly relay: RelayView;
  /** Of those who are gone too; `gone` says since when. */
  readonly members: readonly MemberView[];
  readonly lists: readonly ListView[];
  readonly invites: readonly InviteView[];
  readonly requests: readonly RequestView[];
  readonly alarms: readonly AlarmView[];
  readonly stops: readonly UnconfirmedView[];
  /** `untried`: the words are still on this device. `tried`: only on paper. `elsewhere`: another member has it. */
  readonly kit: 'untried' | 'tried' | 'elsewhere';
  /** Ops of this member that no relay has taken yet. */
  readonly waiting: number;
}

/** The age of what is known: nothing newer than `at` has been asked for. */
export interface RelayView {
  readonly state: 'connecting' | 'connected' | 'away';
  /** When the relay last gave all that it had. */
  readonly at?: Instant;
  /** Of this state. */
  readonly since: Instant;
  readonly failure?: Pick<TeamFailure, 'kind' | 'detail'>;
}

export interface MemberView {
  readonly id: string;
  /** Undefined: the card of their name is not readable here. */
  readonly name?: string;
  readonly role: TeamRole;
  readonly lists: readonly string[];
  readonly since: Instant;
  readonly gone?: Instant;
  readonly devices: readonly {
    readonly id: string;
    /** When its newest signed heartbeat was made, by its own clock. */
    readonly seen?: Instant;
    readonly gone: boolean;
    readonly mine: boolean;
  }[];
}

export interface ListView {
  readonly id: string;
  /** Undefined: its name is not readable here. */
  readonly name?: string;
  /** Where its people are in the ledger; undefined: this member has not this list. */
  readonly space?: SpaceId;
  readonly mayWrite: boolean;
  /** How often its key was changed. */
  readonly epoch: number;
}

export interface InviteView {
  readonly id: string;
  readonly role: TeamRole;
  readonly lists: readonly string[];
  readonly until: Instant;
}

export interface RequestView {
  readonly id: string;
  readonly name: string;
  readonly role: TeamRole;
  readonly lists: readonly string[];
  /** Six words; whoever asks sees the same. */
  readonly words: readonly string[];
}

export interface JoiningView {
  readonly team: string;
  readonly words: readonly string[];
  /** `sending`: the relay has not taken the request yet. `waiting`: for an admin's word. `refused`: an admin said no. `admitted`: the lists are on their way. */
  readonly stage: 'sending' | 'waiting' | 'refused' | 'admitted';
  readonly since: Instant;
  readonly failure?: Pick<TeamFailure, 'kind' | 'detail'>;
}

export interface AlarmView {
  readonly id: string;
  /** `AlarmKind` of lib/team/alarm.ts. */
  readonly kind: string;
  readonly at: Instant;
  /** Whose device it was, where a signature or a name says so. */
  readonly member?: string;
  readonly list?: string;
  readonly detail?: string;
}

/** What a removed member still sent, waiting for an admin's word. */
export interface UnconfirmedView {
  readonly id: string;
  readonly member?: string;
  readonly list: string;
  readonly at: Instant;
}

/** Whether the newest of a list could be asked for just now, and if not, since when nothing newer is known. */
export interface NewestView {
  readonly space: SpaceId;
  readonly reached: boolean;
  /** Undefined: nothing was ever asked for with success, or nobody here can tell. */
  readonly at?: Instant;
}

/** `here`: on this device. `sealed`: on its way. `relay`: at the relay. `seen`: by so many other devices of so many. */
export interface WhereView {
  readonly op: string;
  readonly stage: 'here' | 'sealed' | 'relay' | 'seen';
  readonly seen: number;
  readonly of: number;
  /** Devices that have not signed that they have it, longest unseen first. */
  readonly without?: readonly UnconfirmedDevice[];
}

export interface UnconfirmedDevice {
  readonly device: string;
  readonly member: string;
  /** Undefined: the card of their name is not readable here. */
  readonly name?: string;
  /** When its newest signed heartbeat was made, by its own clock; undefined: it was never heard of. */
  readonly seen?: Instant;
}
