import type { Op } from '../domain/op.ts';
import { undoneBatches } from '../domain/op-order.ts';
import type { SpaceId } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { SavedList } from '../domain/saved-list.ts';
import { foldLists, foldPolicy } from '../domain/topic-fold.ts';
import { type Books, keyText } from './context.ts';
import { opsOf } from './ops.ts';
import { revisionOf } from './tables.ts';

/** What folding and looking up need to know of a space as a whole. */
export interface Space {
  readonly undone: ReadonlySet<string>;
  readonly policy: Policy;
  readonly lists: readonly SavedList[];
}

export const spaceOf = (space: SpaceId, ops: readonly Op[]): Space => {
  const undone = undoneBatches(ops);
  return { undone, policy: foldPolicy(space, ops, undone), lists: foldLists(space, ops, undone) };
};

export async function readSpace(books: Books, space: SpaceId): Promise<Space> {
  const ops = await opsOf(books, [[space, space]]);
  return spaceOf(space, ops.get(keyText([space, space])) ?? []);
}

/** Answers from memory while the ledger's revision stands, whoever wrote: another page or worker moves it too. */
export function rememberedByRevision<T>(
  books: Books,
  read: (space: SpaceId) => Promise<T>,
): (space: SpaceId) => Promise<T> {
  let revision = -1;
  let known = new Map<SpaceId, Promise<T>>();
  return async (space) => {
    const current = await revisionOf(books.db);
    if (current !== revision) {
      revision = current;
      known = new Map();
    }
    const answer = known.get(space) ?? read(space);
    known.set(space, answer);
    answer.catch(() => known.delete(space));
    return answer;
  };
}
