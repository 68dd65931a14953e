import { newOp } from '../domain/new-op.ts';
import type { Op } from '../domain/op.ts';
import { inOrder, withoutUndone } from '../domain/op-order.ts';
import type { PersonId, PersonState, SpaceId } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { BookEvent, RuleBook } from '../domain/rule-book.ts';
import type { SavedList } from '../domain/saved-list.ts';
import {
  type ActivityEntry,
  type BrokenLink,
  type LoggedEntry,
  logActivity,
  readActivity,
  verifyChain,
} from './activity.ts';
import { appendOps, undoBatch } from './append.ts';
import { appendBulk, type BulkOptions, type OpParts } from './bulk.ts';
import { byTextOf } from './by-text.ts';
import { type Books, keyText } from './context.ts';
import { type EraseWish, erasePerson } from './erase.ts';
import type { ErasureCertificate } from './erase-certificate.ts';
import { mentionsOf } from './erase-mentions.ts';
import { watchErasures } from './erase-watch.ts';
import { failureOf, type LedgerFailure } from './failure.ts';
import { type Live, live } from './live.ts';
import { withLock } from './lock.ts';
import { namesOf, type PeoplePage, type PeopleQuery } from './names.ts';
import { opsOf } from './ops.ts';
import { readAsking, readerOf, readPersons, readTopics, type Topics } from './read.ts';
import type { LedgerReader } from './reader.ts';
import { differences, rebuildAll } from './rebuild.ts';
import { type Archive, archiveOf } from './recover-archive.ts';
import { noteInRuleBook, readRuleBook } from './rule-book.ts';
import { readSpace, rememberedByRevision } from './space.ts';
import { revisionOf, type Storage } from './tables.ts';
import { spacesReader, type TeamBooks, teamBooks } from './team.ts';
import type { SpaceInfo } from './team-spaces.ts';

type Written<T> = Promise<Result<T, LedgerFailure>>;

/**
 * The ledger of this device. Writes answer with a failure; reads throw a `LedgerError` where a row cannot be read, so
 * that a check that could not be made is never taken for a clear one.
 */
/** A name that more bear than this names nobody. */
const MOST_CALLED = 20;

export interface Ledger extends LedgerReader {
  /** Moves with every change, whichever context made it. */
  revision(): Promise<number>;
  /** One transaction. Answers with the ops as written: consent events have their heads and times filled in. */
  append(ops: readonly Op[]): Written<readonly Op[]>;
  /** One batch of any size, all or nothing; no more of it is held at once than a part. Answers with the number of ops. */
  appendBulk(parts: OpParts, options?: BulkOptions): Written<number>;
  /** Answers with the number of subjects that it touched. */
  undo(space: SpaceId, batch: string, by: string): Written<number>;
  /** Every trace of a person on this device, but keyed tokens of their addresses. Cannot be undone. */
  erase(wish: EraseWish): Written<ErasureCertificate>;
  person(space: SpaceId, id: PersonId): Promise<PersonState | undefined>;
  persons(space: SpaceId, ids: readonly PersonId[]): Promise<readonly PersonState[]>;
  /** Others whose free words speak of this person: an erasure leaves them to somebody's eyes. Reads everybody once. */
  mentions(space: SpaceId, person: PersonId): Promise<readonly PersonState[]>;
  /** Everybody who has a request, open or closed. */
  asking(space: SpaceId): Promise<readonly PersonState[]>;
  listPeople(space: SpaceId, query: PeopleQuery): Promise<PeoplePage>;
  /** What was ever written about this person and still counts, oldest first. */
  history(space: SpaceId, id: PersonId): Promise<readonly Op[]>;
  /** Saved lists: rules, never people. */
  lists(space: SpaceId): Promise<readonly SavedList[]>;
  topicsOf(space: SpaceId): Promise<Topics>;
  policy(space: SpaceId): Promise<Policy>;
  setPolicy(space: SpaceId, set: Partial<Policy>, by: string): Written<null>;
  log(entry: ActivityEntry): Written<null>;
  /** What rules have shown of themselves on this device. Empty where it cannot be read: each is then as loud as its policy. */
  ruleBook(): Promise<RuleBook>;
  /** Counts what happened in warnings. The revision moves only where a verdict may now be another one. */
  noteRules(events: readonly BookEvent[]): Written<null>;
  /** Newest first; `before`: the `seq` of the last line of the page before. */
  activity(page: { readonly limit: number; readonly before?: number }): Promise<readonly LoggedEntry[]>;
  verifyChain(): Promise<BrokenLink | undefined>;
  rebuild(): Written<null>;
  /** Subjects whose projection differs from their ops; empty when all is well. */
  differences(): Promise<readonly string[]>;
  /** `read` now and after each change: for `useObservable` of dexie-react-hooks. */
  live<T>(read: () => Promise<T>): Live<T>;
  /** The personal one first, then those of teams. The practice space is none of them. */
  spaces(): Promise<readonly SpaceInfo[]>;
  readonly teams: TeamBooks;
  /** For copies of the whole, and their way back. */
  readonly archive: Archive;
  close(): void;
}

export function ledgerOf(books: Books, onChange: () => void, storage: Storage): Ledger {
  const { db, name, now } = books;
  const space = rememberedByRevision(books, (id) => readSpace(books, id));
  const byText = byTextOf(books, space);
  let names = namesOf(books);
  const unwatch = watchErasures(books, () => {
    byText.forget();
    names = namesOf(books);
  });
  const locked = <T>(work: () => Promise<T>): Promise<T> => withLock(name, work);
  const attempt = async (work: () => Promise<void>): Written<null> => {
    try {
      await locked(work);
      return ok(null);
    } catch (thrown) {
      return err(failureOf(thrown, 'write-failed'));
    }
  };
  const told = async <T>(written: Written<T>): Written<T> => {
    const result = await written;
    if (result.ok) onChange();
    return result;
  };
  const append: Ledger['append'] = (ops) => told(locked(() => appendOps(books, ops)));

  const persons: Ledger['persons'] = (id, ids) => readPersons(books, space, id, ids);

  return {
    ...readerOf(books, byText),
    revision: () => revisionOf(db),
    append,
    appendBulk: (parts, options) => told(appendBulk(books, parts, options)),
    undo: (id, batch, by) => told(locked(() => undoBatch(books, id, batch, by))),
    erase: (wish) => told(locked(() => erasePerson(books, wish))),
    person: async (id, subject) => (await persons(id, [subject]))[0],
    persons,
    mentions: (id, subject) => mentionsOf(books, id, subject),
    asking: (id) => readAsking(byText, id),
    listPeople: (id, query) => names(id, query),
    async called(spaces, query) {
      const pages = await Promise.all(spaces.map((id) => names(id, { query, limit: MOST_CALLED })));
      return pages.some(({ total }) => total > MOST_CALLED) ? [] : pages.flatMap((page) => page.people);
    },
    async history(id, subject) {
      const [ops, { undone }] = await Promise.all([opsOf(books, [[id, subject]]), space(id)]);
      return withoutUndone(inOrder(ops.get(keyText([id, subject])) ?? []), undone);
    },
    lists: async (id) => (await space(id)).lists,
    topicsOf: (id) => readTopics(books, id),
    policy: async (id) => (await space(id)).policy,
    async setPolicy(id, set, by) {
      const written = await append([
        newOp({ space: id, subject: id, of: 'space', by }, [{ kind: 'policy', set }], now()),
      ]);
      return written.ok ? ok(null) : written;
    },
    log: (entry) => attempt(() => logActivity(books, entry)),
    ruleBook: () => readRuleBook(books),
    async noteRules(events) {
      let moved = false;
      const written = await attempt(async () => {
        moved = await noteInRuleBook(books, events);
      });
      if (moved) onChange();
      return written;
    },
    activity: (page) => readActivity(books, page),
    verifyChain: () => verifyChain(books),
    rebuild: () => told(attempt(() => rebuildAll(books))),
    differences: () => differences(books),
    live: (read) => live(books, read),
    spaces: spacesReader(books),
    teams: teamBooks(books, onChange, storage),
    archive: archiveOf(books, onChange),
    close: () => {
      unwatch();
      db.close();
    },
  };
}
