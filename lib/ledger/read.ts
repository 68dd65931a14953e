import { addressKey } from '../domain/address.ts';
import { datumKey } from '../domain/datum.ts';
import { isErased } from '../domain/erased.ts';
import type { PersonState, SpaceId } from '../domain/person.ts';
import type { FoldedPerson } from '../domain/person-fold.ts';
import type { Release, Term } from '../domain/topic.ts';
import { type Books, type Key, keyText, openSealed, stateName, topicName } from './context.ts';
import { ASKED, tokenTexts } from './project.ts';
import type { LedgerReader } from './reader.ts';
import { foldPacked, packedBy, packedOf } from './shelf.ts';
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
  const questions: Question[] = [];
  for (const id of spaces) {
    const texts = textsIn((await space(id)).policy.region);
    const tokens = await Promise.all(
      texts.map((text) => (text === undefined ? undefined : books.vault.token(id, text))),
    );
    for (const [index, token] of tokens.entries()) {
      const text = texts[index];
      if (token === undefined || text === undefined) continue;
      const before = asked.get(token);
      if (!before) questions.push({ space: id, text, token });
      asked.set(token, [...(before ?? []), index]);
    }
  }
  const found = new Map<number, PersonState[]>();
  for (const { state, tokens } of await peopleBy(books, space, questions)) {
    const indexes = new Set(tokens.flatMap((token) => asked.get(token) ?? []));
    for (const index of indexes) found.set(index, [...(found.get(index) ?? []), state]);
  }
  return found;
}

/** An address or an identifier, as it is compared, and its token. */
interface Question {
  readonly space: SpaceId;
  readonly text: string;
  readonly token: string;
}

interface ByToken {
  readonly state: PersonState;
  /** Of those that were asked for, those that lead to this person; of a row, all. */
  readonly tokens: readonly string[];
  readonly removed: boolean;
}

/** Whom these lead to: in pages first, then in rows, which answer for those who are in both. */
async function peopleBy(
  books: Books,
  space: (id: SpaceId) => Promise<Space>,
  questions: readonly Question[],
): Promise<readonly ByToken[]> {
  const tokens = questions.map(({ token }) => token);
  const asked = new Map(questions.map(({ space: id, text, token }) => [keyText([id, text]), token]));
  const packed = await packedBy(
    books,
    questions.map(({ space: id, text }) => books.vault.number(id, text)),
  );
  const keys = packed.map(({ key: [id, subject] }): [string, string] => [id, subject]);
  const { rows, beside } = await rowsOf(books, tokens, keys);
  // Each space is asked for once: to look whether it has moved is a request of its own.
  const among = [...new Set(packed.map(({ run }) => run.space))];
  const spaces = new Map(await Promise.all(among.map(async (id): Promise<[SpaceId, Space]> => [id, await space(id)])));
  const inRows = rows.map(async (row) => ({ folded: await openState(books, row), tokens: row.tokens }));
  const inPages = packed
    .filter((_, index) => beside[index] === undefined)
    .flatMap((one) => {
      const here = spaces.get(one.run.space);
      const folded = here && foldPacked(one, here.undone);
      return folded ? [{ folded, tokens: tokensIn(folded.state, asked, here.policy.region) }] : [];
    });
  const found = (await Promise.all([...inRows, ...inPages])).flatMap(({ folded, tokens: own }) =>
    folded ? [{ state: folded.state, removed: folded.removed, tokens: own }] : [],
  );
  // Whoever comes first does not hang on where they lie.
  return found.toSorted((a, b) => (a.state.person.id < b.state.person.id ? -1 : 1));
}

/** Of what was asked, that by which somebody in a page is found now; the pages may lead to more, of what they had before. */
const tokensIn = (state: PersonState, asked: ReadonlyMap<string, string>, region: string): readonly string[] =>
  tokenTexts(state, region).flatMap((text) => asked.get(keyText([state.person.space, text])) ?? []);

/**
 * One request a token, all in one transaction: a cursor that hops between keys costs several times as much. And the rows,
 * with payload or without, of those who were found elsewhere.
 */
async function rowsOf({ db }: Books, tokens: readonly string[], keys: readonly [string, string][]) {
  const [found, beside] = await db.transaction('r', db.states, () =>
    Promise.all([
      Promise.all(tokens.map((token) => db.states.where('tokens').equals(token).toArray())),
      db.states.bulkGet([...keys]),
    ]),
  );
  return { rows: [...new Map(found.flat().map((row) => [keyText([row.space, row.subject]), row])).values()], beside };
}

/** Everybody who has a request, open or closed; one row each is decrypted. */
export async function readAsking(
  books: Books,
  space: (id: SpaceId) => Promise<Space>,
  id: SpaceId,
): Promise<readonly PersonState[]> {
  const question = { space: id, text: ASKED, token: await books.vault.token(id, ASKED) };
  const found = await peopleBy(books, space, [question]);
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
