import type { Instant } from '@/lib/domain/person.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { TeamRole, TeamView } from '@/lib/domain/team-view.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';

/** A role that can be given: a team's owner is whoever has its kit. */
export type GivenRole = Exclude<TeamRole, 'owner'>;

/** Undefined: done. */
export type Refused = Promise<Phrase | undefined>;

export interface Invitation {
  readonly text: string;
  readonly until: Instant;
}

/** What a member does on the page of their team. */
export interface TeamActs {
  readonly look: () => Refused;
  readonly invite: (role: GivenRole, lists: readonly string[]) => Promise<Result<Invitation, Phrase>>;
  readonly copy: (text: string) => Promise<boolean>;
  readonly saveInvite: (text: string) => void;
  readonly admit: (request: string) => Refused;
  readonly refuse: (request: string) => Refused;
  readonly change: (member: string, role: GivenRole, lists: readonly string[]) => Refused;
  readonly remove: (member: string, device?: string) => Refused;
  readonly newList: (name: string, members: readonly string[]) => Refused;
  readonly settle: (stop: string, keep: boolean) => Refused;
  readonly alarmRead: (alarm: string) => Refused;
  /** `keep`: copies of the people of its lists stay as one’s own. */
  readonly leave: (keep: boolean) => Refused;
}

export const isAdmin = ({ me, removed }: Pick<TeamView, 'me' | 'removed'>): boolean =>
  !removed && (me.role === 'owner' || me.role === 'admin');
