import type { Op } from '../domain/op.ts';
import { undoneBatches } from '../domain/op-order.ts';
import type { SpaceId } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { SavedList } from '../domain/saved-list.ts';
import { foldLists, foldPolicy } from '../domain/topic-fold.ts';
import { type Books, keyText } from './context.ts';
import { opsOf } from './ops.ts';
import { revisionNow } from './tables.ts';
import { type SpaceTeam, teamOf } from './team-spaces.ts';

/** What folding and looking up need to know of a space as a whole. */
export interface Space {
  readonly undone: ReadonlySet<string>;
  readonly policy: Policy;
  readonly lists: readonly SavedList[];
  /** Whose it is, and as whom this user writes there; undefined: the user's own. */
  readonly team?: SpaceTeam;
}

export const spaceOf = (space: SpaceId, ops: readonly Op[]): Space => {
  const undone = undoneBatches(ops);
  return { undone, policy: foldPolicy(space, ops, undone), lists: foldLists(space, ops, undone) };
};

export async function readSpace(books: Books, space: SpaceId): Promise<Space> {
  const [ops, team] = await Promise.all([opsOf(books, [[space, space]]), teamOf(books, space)]);
  return { ...spaceOf(space, ops.get(keyText([space, space])) ?? []), ...(team ? { team } : {}) };
}

/** An answer for each space, from memory while the ledger's revision stands, whoever wrote: another page or worker moves it too. */
export interface Remembered<T> {
  (space: SpaceId): Promise<T>;
  /** At a revision that was read already; at one that is over, the answer may be newer than it. */
  at(revision: number, space: SpaceId): Promise<T>;
  /** The revision that was last heard of; -1: none yet. */
  latest(): number;
}

export function rememberedByRevision<T>(books: Books, read: (space: SpaceId) => Promise<T>): Remembered<T> {
  let revision = -1;
  let known = new Map<SpaceId, Promise<T>>();
  const at = (current: number, space: SpaceId): Promise<T> => {
    if (current !== revision) {
      revision = current;
      known = new Map();
    }
    const among = known;
    const answer = among.get(space) ?? read(space);
    among.set(space, answer);
    answer.catch(() => among.delete(space));
    return answer;
  };
  const ask = async (space: SpaceId): Promise<T> => at(await revisionNow(books.db), space);
  return Object.assign(ask, { at, latest: () => revision });
}
