import { addressKey } from '../domain/address.ts';
import { datumKey } from '../domain/datum.ts';
import { isErased } from '../domain/erased.ts';
import type { PersonState, SpaceId } from '../domain/person.ts';
import type { FoldedPerson } from '../domain/person-fold.ts';
import type { Release, Term } from '../domain/topic.ts';
import type { ByText, Found } from './by-text.ts';
import { type Books, type Key, keyText, openSealed, openState, topicName } from './context.ts';
import { ASKED } from './project.ts';
import type { LedgerReader } from './reader.ts';
import { foldPacked, packedOf } from './shelf.ts';
import { rememberedByRevision, type Space } from './space.ts';
import type { TopicRow } from './tables.ts';

/** What assessing asks. Only the rows that a token leads to are decrypted, each once. */
export function readerOf(books: Books, { find }: ByText): Omit<LedgerReader, 'called'> {
  const topics = rememberedByRevision(books, (id) => readTopics(books, id));
  const holders: LedgerReader['holdersOf'] = async (spaces, data) => {
    const found = await find(spaces, (region) => data.map(({ kind, value }) => datumKey(kind, value, region)));
    // An erased person is nobody's name: only a message to their address is held.
    const states = byIndex(found);
    return data.map((_, index) => (states.get(index) ?? []).filter((state) => !isErased(state)));
  };
  return {
    async peopleAt(spaces, points) {
      const found = await find(spaces, (region) =>
        points.map(({ channel, address }) => addressKey(channel, address, region)),
      );
      const states = byIndex(found);
      return points.map((_, index) => states.get(index) ?? []);
    },
    ownersOf: async (spaces, data) => (await holders(spaces, data)).map(([first]) => first),
    holdersOf: (spaces, data) => holders(spaces, data),
    terms: async (spaces) => (await Promise.all(spaces.map(topics))).flatMap(({ terms }) => terms),
    releases: async (spaces) => (await Promise.all(spaces.map(topics))).flatMap(({ releases }) => releases),
  };
}

function byIndex(found: readonly Found[]): ReadonlyMap<number, readonly PersonState[]> {
  const states = new Map<number, PersonState[]>();
  for (const { state, at } of found)
    for (const index of at) {
      const before = states.get(index);
      if (before) before.push(state);
      else states.set(index, [state]);
    }
  return states;
}

/** Everybody who has a request, open or closed; one row each is decrypted. */
export async function readAsking({ find }: ByText, id: SpaceId): Promise<readonly PersonState[]> {
  const found = await find([id], () => [ASKED]);
  return found.filter(({ removed }) => !removed).map(({ state }) => state);
}

/** The people of these ids who are on the list, in that order. */
export async function readPersons(
  books: Books,
  space: (id: SpaceId) => Promise<Space>,
  id: SpaceId,
  subjects: readonly string[],
): Promise<readonly PersonState[]> {
  const opened = await peopleAtKeys(
    books,
    space,
    subjects.map((subject): Key => [id, subject]),
  );
  return opened.flatMap((folded) => (folded && !folded.removed ? [folded.state] : []));
}

/** Parallel to the keys. */
async function peopleAtKeys(
  books: Books,
  space: (id: SpaceId) => Promise<Space>,
  keys: readonly Key[],
): Promise<readonly (FoldedPerson | undefined)[]> {
  const packed = new Map((await packedOf(books, keys)).map((one) => [keyText(one.key), one]));
  const rows = await books.db.states.bulkGet(keys.map(([id, subject]): [string, string] => [id, subject]));
  return Promise.all(
    keys.map(async (key, index) => {
      const [row, one] = [rows[index], packed.get(keyText(key))];
      if (row) return openState(books, row);
      return one && foldPacked(one, (await space(one.run.space)).undone);
    }),
  );
}

export interface Topics {
  readonly terms: readonly Term[];
  readonly releases: readonly Release[];
}

export async function readTopics(books: Books, space: SpaceId): Promise<Topics> {
  const rows = await books.db.topics.where('space').equals(space).toArray();
  const open = <T>(row: TopicRow): Promise<T> => openSealed<T>(books, row.sealed, topicName([row.space, row.subject]));
  const [terms, releases] = await Promise.all([
    Promise.all(rows.filter(({ of }) => of === 'term').map((row) => open<Term>(row))),
    Promise.all(rows.filter(({ of }) => of === 'release').map((row) => open<Release>(row))),
  ]);
  return { terms, releases };
}
