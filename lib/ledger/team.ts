import Dexie, { liveQuery } from 'dexie';
import type { Op } from '../domain/op.ts';
import { PERSONAL_SPACE, type PersonId, type SpaceId } from '../domain/person.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Books } from './context.ts';
import { failureOf, type LedgerFailure } from './failure.ts';
import { withLock } from './lock.ts';
import { rememberedByRevision } from './space.ts';
import type { Storage } from './tables.ts';
import { dropTeam } from './team-drop.ts';
import type { TakenName } from './team-names.ts';
import { type Outgoing, readOutgoing } from './team-outgoing.ts';
import { openTeamRows, type TeamRows, teamDatabase } from './team-rows.ts';
import { type Shared, shareInto } from './team-share.ts';
import { keepSpace, readSpaces, type SpaceInfo, type TeamSpaceInfo } from './team-spaces.ts';
import { takeBackOps, takeOps } from './team-take.ts';

/** The ledger's side of teams: what comes from them, what goes to them, and where their engine keeps what it has. */
export interface TeamBooks {
  /** A list that this device has, as it is by now; whatever the team says of it is told again and again. */
  keepSpace(space: TeamSpaceInfo): Promise<Result<null, LedgerFailure>>;
  /** `take` and `takeBack` of `Around` (lib/team/desk.ts). The error names the op and what is wrong with it, or why nothing was written. */
  take(space: SpaceId, ops: readonly Op[]): Promise<Result<null, string>>;
  takeBack(space: SpaceId, names: readonly TakenName[]): Promise<Result<null, string>>;
  /** What this user wrote in team spaces and nobody has said to have kept. Up to `limit` ops, 1,024 unless told. */
  outgoing(limit?: number): Promise<readonly Outgoing[]>;
  /** Ids of ops that the engine has kept, or will never take: they are not offered again. */
  sent(ids: readonly string[]): Promise<Result<null, LedgerFailure>>;
  waiting(): Promise<number>;
  /** Now, and whenever something begins or ends to wait, written by whichever page or worker. Answers with what ends it. */
  watchOutgoing(told: () => void): () => void;
  /** A logged copy; `from` is the personal space unless told. */
  shareInto(space: SpaceId, people: readonly PersonId[], from?: SpaceId): Promise<Result<Shared, LedgerFailure>>;
  /** Ids of teams that have a store here. Opens none. */
  stores(): Promise<readonly string[]>;
  /** Makes it where there is none. Throws a `LedgerError` where it does not open. */
  store(team: string): Promise<TeamRows>;
  /** Its lists go from this ledger; `keep`: copies of their people go into the user's own list first. Answers with how many went. */
  drop(team: string, keep: boolean): Promise<Result<number, LedgerFailure>>;
  /** Deletes the team's store, which must be closed. Spaces and people stay. */
  forget(team: string): Promise<Result<null, LedgerFailure>>;
}

/** Personal first; remembered while the revision stands: judging asks for them with every draft. */
export function spacesReader(books: Books): () => Promise<readonly SpaceInfo[]> {
  const read = rememberedByRevision(books, () => readSpaces(books));
  return () => read('');
}

export function teamBooks(books: Books, onChange: () => void, storage: Storage): TeamBooks {
  const { db, name } = books;
  const locked = <T>(work: () => Promise<T>): Promise<T> => withLock(name, work);
  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, LedgerFailure>> => {
    try {
      return ok(await work());
    } catch (thrown) {
      return err(failureOf(thrown, 'write-failed'));
    }
  };
  const told = async (moved: Promise<Result<boolean, string>>): Promise<Result<null, string>> => {
    const result = await moved;
    if (result.ok && result.value) onChange();
    return result.ok ? ok(null) : result;
  };
  return {
    async keepSpace(space) {
      const kept = await attempt(() => locked(() => keepSpace(books, space)));
      if (kept.ok && kept.value) onChange();
      return kept.ok ? ok(null) : kept;
    },
    take: (space, ops) => told(locked(() => takeOps(books, space, ops))),
    takeBack: (space, names) => told(locked(() => takeBackOps(books, space, names))),
    outgoing: (limit) => readOutgoing(books, limit),
    sent: (ids) =>
      attempt(async () => {
        await db.outgoing.bulkDelete([...ids]);
        return null;
      }),
    waiting: () => db.outgoing.count(),
    watchOutgoing(tell) {
      const watching = liveQuery(() => db.outgoing.toCollection().primaryKeys()).subscribe({
        next: tell,
        // A database that does not open is told where it is read.
        error: () => undefined,
      });
      return () => watching.unsubscribe();
    },
    async shareInto(into, people, from = PERSONAL_SPACE) {
      const shared = await locked(() => shareInto(books, { into, people, from }));
      if (shared.ok && shared.value.ops.length > 0) onChange();
      return shared;
    },
    async drop(team, keep) {
      const dropped = await locked(() => dropTeam(books, team, keep));
      onChange();
      return dropped;
    },
    stores: async () => (await db.stores.toCollection().primaryKeys()).map(String),
    async store(team) {
      const rows = await openTeamRows(books, team, storage);
      await db.stores.put({ id: team });
      return rows;
    },
    forget: (team) =>
      attempt(async () => {
        const { indexedDB: factory, IDBKeyRange: range } = storage;
        const options = { ...(factory ? { indexedDB: factory } : {}), ...(range ? { IDBKeyRange: range } : {}) };
        await new Dexie(teamDatabase(name, team), options).delete();
        await db.stores.delete(team);
        return null;
      }),
  };
}
