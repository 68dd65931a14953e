import { PERSONAL_SPACE, type SpaceId } from '../domain/person.ts';
import { isTeamSpace } from '../domain/space-of.ts';
import { type Books, openSealed } from './context.ts';
import { type MetaRow, revisionOf, type SpaceRow } from './tables.ts';

/** Where a shared space comes from, and what this user is there. */
export interface SpaceTeam {
  readonly id: string;
  readonly scope: string;
  /** Of the team; empty while it is not known. */
  readonly name: string;
  /** As whom this device writes: ops that are written here are by this member. */
  readonly member: string;
  /** False: it may be read, and nothing is written in it. */
  readonly writes: boolean;
  /** May set its policy and erase people in it, which binds everybody. */
  readonly admin: boolean;
}

export interface SpaceInfo {
  readonly id: SpaceId;
  /** None for the personal one; empty for a list whose name is not known yet. */
  readonly name?: string;
  /** Undefined: the user's own. */
  readonly team?: SpaceTeam;
}
export type TeamSpaceInfo = SpaceInfo & { readonly team: SpaceTeam };

const rowName = (id: SpaceId): string => `space:${id}`;
const openInfo = (books: Books, { id, sealed }: SpaceRow): Promise<TeamSpaceInfo> =>
  openSealed<TeamSpaceInfo>(books, sealed, rowName(id));

export async function teamOf(books: Books, space: SpaceId): Promise<SpaceTeam | undefined> {
  const row = isTeamSpace(space) ? await books.db.spaces.get(space) : undefined;
  return row && (await openInfo(books, row)).team;
}

/** The personal one first, then by the names of team and list. */
export async function readSpaces(books: Books): Promise<readonly SpaceInfo[]> {
  const rows = await books.db.spaces.toArray();
  const shared = await Promise.all(rows.map((row) => openInfo(books, row)));
  const nameOf = ({ id, name, team }: TeamSpaceInfo): string => `${team.name}\u0000${name ?? ''}\u0000${id}`;
  return [{ id: PERSONAL_SPACE }, ...shared.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))];
}

/** Under the ledger's lock. The same again changes nothing, and moves no revision. */
export async function keepSpace(books: Books, info: TeamSpaceInfo): Promise<boolean> {
  const { db, vault } = books;
  const { id, name, team } = info;
  if (!isTeamSpace(id)) throw new TypeError(`No team's space: ${id}`);
  const { id: teamId, scope, name: teamName, member, writes, admin } = team;
  const kept: TeamSpaceInfo = {
    id,
    name: name ?? '',
    team: { id: teamId, scope, name: teamName, member, writes, admin },
  };
  const before = await db.spaces.get(id);
  if (before && JSON.stringify(await openInfo(books, before)) === JSON.stringify(kept)) return false;
  const sealed = await vault.seal(kept, rowName(id));
  await db.transaction('rw', [db.spaces, db.meta], async () => {
    await db.spaces.put({ id, sealed });
    const moved: MetaRow = { key: 'revision', value: (await revisionOf(db)) + 1 };
    await db.meta.put(moved);
  });
  return true;
}
