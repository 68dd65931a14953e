import Dexie, { type Table } from 'dexie';
import type { Op } from '../domain/op.ts';
import type { Sealed } from '../vault/vault.ts';

/*
 * What lies on disk: ids, revisions and blind tokens in the clear, all else sealed. Schema changes are additive
 * versions; the shape of a payload is read from inside it, never upgraded here, where no key may be at hand.
 */
export interface OpRow {
  readonly id: string;
  readonly space: string;
  readonly subject: string;
  readonly of: Op['of'];
  readonly batch?: string;
  readonly sealed: Sealed;
}

/** The projection of one person, found by blind tokens. Without payload: gone, kept so that other contexts notice. */
export interface StateRow {
  readonly space: string;
  readonly subject: string;
  readonly rev: number;
  readonly tokens: readonly string[];
  readonly sealed?: Sealed;
}

export interface TopicRow {
  readonly space: string;
  readonly subject: string;
  readonly of: 'term' | 'release';
  readonly sealed: Sealed;
}

export interface ActivityRow {
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  readonly sealed: Sealed;
  /** Number of the line that said that this one was written anew, because somebody in it was erased. */
  readonly redacted?: number;
  /** The lines that this one says were written anew, with the SHA-256 of what they hold since. */
  readonly redacts?: readonly Redaction[];
}

export interface Redaction {
  readonly seq: number;
  readonly digest: string;
}

/** An address of somebody who was erased, as a blind token. A projection of their op. */
export interface ErasedRow {
  readonly space: string;
  readonly token: string;
  readonly subject: string;
  readonly since: string;
}

/** A block of the index of names; a copy, dropped whole when anybody is erased. */
export interface NamesRow {
  readonly id: number;
  readonly sealed: Sealed;
}

/**
 * A part of one batch that lies in pages. Its people are in no other run; whoever was changed since has rows of their own
 * beside it. `buckets` 0: it is still being written, and nobody reads it.
 */
export interface RunRow {
  readonly id: string;
  readonly space: string;
  readonly batch: string;
  /** Revision at which it was last made. */
  readonly rev: number;
  readonly people: number;
  readonly ops: number;
  /** How many pages of people, and into how many pages its index is parted. */
  readonly pages: number;
  readonly buckets: number;
  /** Lines in the list, and where in it somebody was taken out since, in order. */
  readonly lines: number;
  readonly gone: readonly number[];
}

/** Ids begin at 0 in each kind. What is in them: `shelf-format.ts`. */
export interface PageRow {
  readonly run: string;
  readonly kind: 'people' | 'index' | 'lines' | 'ranks' | 'grams';
  readonly id: number;
  readonly sealed: Sealed;
}

export interface MetaRow {
  readonly key:
    | 'revision'
    | 'epoch'
    | 'activity'
    | 'check'
    | 'import'
    | 'refold'
    | 'signing'
    | 'names'
    | 'fold'
    | 'rules';
  readonly value: unknown;
}

/** A space that is a team's list. What is known of it is sealed; its id is that of team and list. */
export interface SpaceRow {
  readonly id: string;
  readonly sealed: Sealed;
}

/** An op of this user in a team's space that nobody has taken up to send yet. */
export interface OutgoingRow {
  readonly id: string;
  readonly space: string;
}

/** A team that has a database of its own here. */
export interface StoreRow {
  readonly id: string;
}

export interface Tables extends Dexie {
  readonly ops: Table<OpRow, string>;
  readonly states: Table<StateRow, [string, string]>;
  readonly topics: Table<TopicRow, [string, string]>;
  readonly activity: Table<ActivityRow, number>;
  readonly erased: Table<ErasedRow, [string, string]>;
  readonly names: Table<NamesRow, number>;
  readonly runs: Table<RunRow, string>;
  readonly pages: Table<PageRow, [string, string, number]>;
  readonly spaces: Table<SpaceRow, string>;
  readonly outgoing: Table<OutgoingRow, string>;
  readonly stores: Table<StoreRow, string>;
  readonly meta: Table<MetaRow, MetaRow['key']>;
}

export interface Storage {
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

export function tablesOf(name: string, storage: Storage): Tables {
  const { indexedDB: given = globalThis.indexedDB, IDBKeyRange: range } = storage;
  const factory = given && neverNewer(given);
  const db = new Dexie(name, { ...(factory ? { indexedDB: factory } : {}), ...(range ? { IDBKeyRange: range } : {}) });
  db.version(1).stores({
    ops: 'id, [space+subject], batch',
    states: '[space+subject], rev, *tokens',
    topics: '[space+subject], space',
    activity: 'seq',
    meta: 'key',
  });
  db.version(2).stores({ erased: '[space+token], [space+subject]' });
  db.version(3).stores({ names: 'id' });
  db.version(4).stores({ runs: 'id, space, batch', pages: '[run+kind+id]' });
  db.version(5).stores({ spaces: 'id', outgoing: 'id, space', stores: 'id' });
  // The stores above are what the interface says; Dexie adds them to the instance at run time.
  return db as Tables;
}

/**
 * After a VersionError Dexie opens whatever version is there and adds the stores that it misses: an older Izin would
 * change what a newer one wrote, and take what it does not find for nobody. So it may open nothing but its own version.
 */
export function neverNewer(factory: IDBFactory): IDBFactory {
  return {
    open(name, version) {
      if (version === undefined) throw new DOMException('newer than this code', 'VersionError');
      return factory.open(name, version);
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}

export async function revisionOf(db: Tables): Promise<number> {
  return numberIn(await db.meta.get('revision'));
}

/**
 * The same for whoever is in no transaction: all that ask in one turn are answered by one read, which begins after the last
 * of them has asked.
 */
export function revisionNow(db: Tables): Promise<number> {
  const there = asking.get(db);
  if (there) return there;
  const answer = Promise.resolve().then(() => {
    asking.delete(db);
    return revisionOf(db);
  });
  asking.set(db, answer);
  return answer;
}
const asking = new WeakMap<Tables, Promise<number>>();

export async function epochOf(db: Tables): Promise<number> {
  return numberIn(await db.meta.get('epoch'));
}

const numberIn = (row: MetaRow | undefined): number => (typeof row?.value === 'number' ? row.value : 0);
