import { addressKey } from '../domain/address.ts';
import { datumKey } from '../domain/datum.ts';
import { isErased } from '../domain/erased.ts';
import type { PersonState, SpaceId } from '../domain/person.ts';
import type { FoldedPerson } from '../domain/person-fold.ts';
import type { Release, Term } from '../domain/topic.ts';
import { type Books, keyText, openSealed, stateName, topicName } from './context.ts';
import { ASKED } from './project.ts';
import type { LedgerReader } from './reader.ts';
import { rememberedByRevision, type Space } from './space.ts';
import type { StateRow, TopicRow } from './tables.ts';

export async function openState(books: Books, { space, subject, sealed }: StateRow): Promise<FoldedPerson | undefined> {
  return sealed && openSealed<FoldedPerson>(books, sealed, stateName([space, subject]));
}

/** What assessing asks. Only the rows that a token leads to are decrypted, each once. */
export function readerOf(books: Books, space: (id: SpaceId) => Promise<Space>): LedgerReader {
  const topics = rememberedByRevision(books, (id) => readTopics(books, id));
  return {
    async peopleAt(spaces, points) {
      const found = await lookUp(books, spaces, space, (region) =>
        points.map(({ channel, address }) => addressKey(channel, address, region)),
      );
      return points.map((_, index) => found.get(index) ?? []);
    },
    async ownersOf(spaces, data) {
      const found = await lookUp(books, spaces, space, (region) =>
        data.map(({ kind, value }) => datumKey(kind, value, region)),
      );
      // An erased person is nobody's name: only a message to their address is held.
      return data.map((_, index) => found.get(index)?.find((state) => !isErased(state)));
    },
    terms: async (spaces) => (await Promise.all(spaces.map(topics))).flatMap(({ terms }) => terms),
    releases: async (spaces) => (await Promise.all(spaces.map(topics))).flatMap(({ releases }) => releases),
  };
}

/** Index of the question → the people whom its token leads to, in any of the spaces. */
async function lookUp(
  books: Books,
  spaces: readonly SpaceId[],
  space: (id: SpaceId) => Promise<Space>,
  textsIn: (region: string) => readonly (string | undefined)[],
): Promise<ReadonlyMap<number, readonly PersonState[]>> {
  const asked = new Map<string, number[]>();
  for (const id of spaces) {
    const texts = textsIn((await space(id)).policy.region);
    const tokens = await Promise.all(
      texts.map((text) => (text === undefined ? undefined : books.vault.token(id, text))),
    );
    for (const [index, token] of tokens.entries())
      if (token !== undefined) asked.set(token, [...(asked.get(token) ?? []), index]);
  }
  const rows = await rowsOf(books, [...asked.keys()]);
  const opened = await Promise.all(rows.map(async (row) => ({ row, folded: await openState(books, row) })));
  const found = new Map<number, PersonState[]>();
  for (const { row, folded } of opened) {
    if (!folded) continue;
    const indexes = new Set(row.tokens.flatMap((token) => asked.get(token) ?? []));
    for (const index of indexes) found.set(index, [...(found.get(index) ?? []), folded.state]);
  }
  return found;
}

/** One request a token, all in one transaction: a cursor that hops between keys costs several times as much. */
async function rowsOf({ db }: Books, tokens: readonly string[]): Promise<readonly StateRow[]> {
  const found = await db.transaction('r', db.states, () =>
    Promise.all(tokens.map((token) => db.states.where('tokens').equals(token).toArray())),
  );
  return [...new Map(found.flat().map((row) => [keyText([row.space, row.subject]), row])).values()];
}

/** Everybody who has a request, open or closed; one row each is decrypted. */
export async function readAsking(books: Books, space: SpaceId): Promise<readonly PersonState[]> {
  const rows = await rowsOf(books, [await books.vault.token(space, ASKED)]);
  const opened = await Promise.all(rows.map((row) => openState(books, row)));
  return opened.flatMap((folded) => (folded && !folded.removed ? [folded.state] : []));
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
