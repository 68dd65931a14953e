import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Books, openOp } from './context.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { recordsIn } from './shelf.ts';
import type { PageRow } from './tables.ts';

/*
 * A database that the ledger cannot open may still give its rows, as they lie: sealed. They are useless without the key
 * of this device, which no copy holds. Read with IndexedDB itself, at whatever version it has, and never written.
 */
export interface RawRow {
  readonly store: string;
  readonly row: unknown;
}

export interface RawSource {
  readonly name?: string;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

const PAGE = 500;

/** Every row of every store, page by page. Stores that cannot be read are told by name, and the rest still comes. */
export async function readRaw(
  { name = 'izin', indexedDB: factory = indexedDB, IDBKeyRange: range = IDBKeyRange }: RawSource,
  take: (rows: readonly RawRow[]) => void,
): Promise<Result<{ readonly rows: number; readonly unread: readonly string[] }, LedgerFailure>> {
  const db = await openAsItLies(factory, name);
  if (!db.ok) return db;
  const unread: string[] = [];
  let rows = 0;
  try {
    for (const store of db.value.objectStoreNames) {
      try {
        for await (const page of pagesOf(db.value, store, range)) {
          rows += page.length;
          take(page.map((row) => ({ store, row })));
        }
      } catch {
        unread.push(store);
      }
    }
  } finally {
    db.value.close();
  }
  return ok({ rows, unread });
}

async function openAsItLies(factory: IDBFactory, name: string): Promise<Result<IDBDatabase, LedgerFailure>> {
  try {
    const request = factory.open(name);
    let missing = false;
    // Looking must not make one: a first version is taken back again.
    request.onupgradeneeded = () => {
      missing = true;
      request.transaction?.abort();
    };
    return ok(await answer(request).catch((thrown) => Promise.reject(missing ? failure('damaged') : thrown)));
  } catch (thrown) {
    return err(isFailure(thrown) ? thrown : failureOf(thrown, 'open-failed'));
  }
}

const isFailure = (thrown: unknown): thrown is LedgerFailure =>
  typeof thrown === 'object' && thrown !== null && 'advice' in thrown;

async function* pagesOf(db: IDBDatabase, store: string, range: typeof IDBKeyRange): AsyncGenerator<readonly unknown[]> {
  for (let after: IDBValidKey | undefined; ; ) {
    const table = db.transaction(store, 'readonly').objectStore(store);
    const from = after === undefined ? null : range.lowerBound(after, true);
    const [rows, keys] = await Promise.all([answer(table.getAll(from, PAGE)), answer(table.getAllKeys(from, PAGE))]);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = keys.at(-1);
  }
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export async function openRawOp(books: Books, row: unknown): Promise<Op | undefined> {
  if (!isOpRow(row)) return undefined;
  return openOp(books, row).catch(() => undefined);
}

/** The ops of a page of people; undefined: it is none, or does not open. */
export async function openRawPage(books: Books, row: unknown): Promise<readonly Op[] | undefined> {
  if (!isPageRow(row)) return undefined;
  try {
    return (await recordsIn(books, row)).flatMap(({ ops }) => ops);
  } catch {
    return undefined;
  }
}

const isPageRow = (row: unknown): row is PageRow =>
  typeof row === 'object' &&
  row !== null &&
  'run' in row &&
  typeof row.run === 'string' &&
  'kind' in row &&
  row.kind === 'people' &&
  'id' in row &&
  typeof row.id === 'number' &&
  'sealed' in row &&
  row.sealed instanceof Uint8Array;

type Row = Parameters<typeof openOp>[1];
const isOpRow = (row: unknown): row is Row =>
  typeof row === 'object' &&
  row !== null &&
  ['id', 'space', 'subject', 'of'].every((name) => typeof Reflect.get(row, name) === 'string') &&
  'sealed' in row &&
  row.sealed instanceof Uint8Array;
