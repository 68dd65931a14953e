import { never } from '../domain/result.ts';
import type { Act, Entry, Role } from './chain-entry.ts';
import { ADMINS, isHere, type Member, memberOf, type TeamState } from './team-state.ts';

/** Why an entry does not count. `gone`: whom it takes from was removed before. */
export type NotAllowed = 'author' | 'role' | 'target' | 'gone' | 'invite' | 'epoch' | 'scope';

const rank: Readonly<Record<Role, number>> = { checker: 0, viewer: 1, editor: 2, admin: 3, owner: 4 };
export const lower = (a: Role, b: Role): Role => (rank[a] <= rank[b] ? a : b);

/**
 * Whether the author may do this where the chain stands. The root key may do all. An owner may do all but make or unmake
 * an owner. An admin may do what touches no owner, and may make nobody an admin; removing one is theirs too, so that a
 * stolen device is stopped by whoever is there. Every member may bring a device of their own.
 */
export function refusedBy(state: TeamState, { by, act, at, brings }: Entry): NotAllowed | undefined {
  const author = by === 'root' ? undefined : memberOf(state, by);
  const device = state.devices.get(by);
  if (by !== 'root' && (!author || !device || !isHere(author) || !isHere(device))) return 'author';
  const admin = author === undefined || ADMINS.has(author.role);
  /** May the author give or take this role? */
  const over = (role: Role): boolean =>
    author === undefined ||
    (author.role === 'owner' && role !== 'owner') ||
    (author.role === 'admin' && rank[role] < rank.admin);
  switch (act.kind) {
    case 'create':
      return 'author';
    case 'invite':
      return mayInvite(state, act, author, over);
    case 'admit':
      // A key that was here once is not taken again: a removed device comes back with new ones.
      if (brings === undefined || state.devices.has(brings)) return 'target';
      return mayAdmit(state, act, author, at);
    case 'role': {
      const target = state.members.get(act.member);
      if (!target) return 'target';
      if (act.scopes.some((scope) => !state.scopes.has(scope))) return 'scope';
      if (!over(target.role) || !over(act.role)) return 'role';
      return isHere(target) ? undefined : 'gone';
    }
    case 'remove':
      return mayRemove(state, act, author);
    case 'scope':
      if (!admin) return 'role';
      return state.scopes.has(act.scope) || act.members.some((id) => !state.members.has(id)) ? 'scope' : undefined;
    case 'rotate': {
      if (!admin) return 'role';
      const scope = state.scopes.get(act.scope);
      if (!scope) return 'scope';
      return act.epoch === Math.max(0, ...scope.epochs.keys()) + 1 ? undefined : 'epoch';
    }
    case 'intent':
      if (!admin) return 'role';
      return state.scopes.has(act.scope) ? undefined : 'scope';
    case 'policy':
      return admin ? undefined : 'role';
    case 'settle':
      if (!admin) return 'role';
      return state.devices.has(act.device) ? undefined : 'target';
    default:
      return never(act);
  }
}

type Of<Kind extends Act['kind']> = Extract<Act, { readonly kind: Kind }>;

function mayInvite(
  state: TeamState,
  act: Of<'invite'>,
  author: Member | undefined,
  over: (role: Role) => boolean,
): NotAllowed | undefined {
  if (state.invites.has(act.invite)) return 'invite';
  if (act.member !== undefined) {
    const target = state.members.get(act.member);
    if (!target || !isHere(target)) return 'target';
    return author === undefined || author.id === target.id || over(target.role) ? undefined : 'role';
  }
  if (author && !ADMINS.has(author.role)) return 'role';
  if (act.scopes.some((scope) => !state.scopes.has(scope))) return 'scope';
  return over(act.role) ? undefined : 'role';
}

function mayAdmit(state: TeamState, act: Of<'admit'>, author: Member | undefined, at: number): NotAllowed | undefined {
  const invite = state.invites.get(act.invite);
  if (!invite || invite.used || at > invite.until) return 'invite';
  // Who invited may be gone by now: what they offered is gone with them.
  const host = memberOf(state, invite.by);
  if (invite.by !== 'root' && (!host || !isHere(host))) return 'invite';
  if (invite.member === undefined && state.members.has(act.member)) return 'target';
  if (invite.member !== undefined && invite.member !== act.member) return 'target';
  const own = author !== undefined && author.id === invite.member;
  return author === undefined || ADMINS.has(author.role) || own ? undefined : 'role';
}

function mayRemove(state: TeamState, act: Of<'remove'>, author: Member | undefined): NotAllowed | undefined {
  const target = state.members.get(act.member);
  const device = act.device === undefined ? undefined : state.devices.get(act.device);
  if (!target || (act.device !== undefined && device?.member !== act.member)) return 'target';
  const may = author === undefined || author.id === target.id || (ADMINS.has(author.role) && target.role !== 'owner');
  if (!may) return 'role';
  return isHere(target) && (device === undefined || isHere(device)) ? undefined : 'gone';
}
