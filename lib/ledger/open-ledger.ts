import { utc } from '../domain/instant.ts';
import type { Instant } from '../domain/person.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { idbKeyStore } from '../vault/idb-key-store.ts';
import type { KeyStore } from '../vault/key-store.ts';
import { openVault, type Sealed, type Vault } from '../vault/vault.ts';
import { refoldAll } from './append.ts';
import { recoverImport } from './bulk.ts';
import { type Books, CHUNK, PACK } from './context.ts';
import { failure, failureOf, LedgerError, type LedgerFailure } from './failure.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { withLock } from './lock.ts';
import { FOLD } from './project.ts';
import { rebuildAll } from './rebuild.ts';
import { type Storage, type Tables, tablesOf } from './tables.ts';

export interface BegunMark {
  readonly is: () => Promise<boolean>;
  readonly set: () => Promise<void>;
}

export interface LedgerOptions extends Storage {
  readonly name?: string;
  /** Where the device key lies; left out: a small database of its own. */
  readonly keyStore?: KeyStore;
  /** Whether a ledger was begun on this device before, by a mark that is kept apart from it. */
  readonly begun?: BegunMark;
  /** Once after each change that this ledger made. */
  readonly onChange?: () => void;
  readonly now?: () => Instant;
  /** Rows written in one transaction. */
  readonly chunk?: number;
  /** From so many ops on a batch is laid out in pages. */
  readonly pack?: number;
  /** Milliseconds for others to close an older version of the database. */
  readonly patience?: number;
}

/**
 * Opens the ledger of this device. Never a silent fresh start: a database that does not open, a lost key, a newer version
 * and a database that the browser emptied are failures that name what helps, and nothing is deleted.
 */
export async function openLedger(options: LedgerOptions = {}): Promise<Result<Ledger, LedgerFailure>> {
  const { name = 'izin', now = () => utc(Date.now()), onChange = () => undefined } = options;
  const { chunk = CHUNK, pack = PACK } = options;
  const db = tablesOf(name, options);
  try {
    await openTwice(db, options.patience ?? 5_000);
    const store = options.keyStore ?? idbKeyStore(`${name}-keys`, options.indexedDB);
    const vault = await withLock(name, () => unlock(db, store, options.begun));
    if (!vault.ok) {
      db.close();
      return vault;
    }
    const books: Books = { db, vault: vault.value, name, now, chunk, pack };
    await recover(books);
    return ok(ledgerOf(books, onChange, options));
  } catch (thrown) {
    db.close();
    return err(failureOf(thrown, 'open-failed'));
  }
}

/** "Internal error opening backing store" mostly goes away at the second try. Blocked: others get time to end their writes. */
async function openTwice(db: Tables, patience: number): Promise<void> {
  const blocked = new Promise<never>((_, reject) => {
    db.on('blocked', () => void setTimeout(() => reject(new LedgerError(failure('blocked'))), patience));
  });
  blocked.catch(() => undefined);
  const opening = (): Promise<unknown> => Promise.race([db.open(), blocked]);
  try {
    await opening();
  } catch (thrown) {
    if (thrown instanceof LedgerError) throw thrown;
    db.close({ disableAutoOpen: false });
    await opening();
  }
}

const CHECK = 'meta:check';

/** The key must be the one under which this ledger was begun. */
async function unlock(db: Tables, store: KeyStore, begun?: BegunMark): Promise<Result<Vault, LedgerFailure>> {
  const check = await db.meta.get('check');
  const rows = (await db.ops.count()) + (await db.runs.count()) + (await db.activity.count());
  const used = check !== undefined || rows > 0;
  const marked = await begun?.is();
  if (!used && marked) return err(failure('emptied'));
  const vault = await openVault(store, used);
  if (!vault.ok) return err(failure('key-lost'));
  if (check === undefined && !used) {
    const value = await vault.value.seal('izin', CHECK);
    await db.meta.bulkPut([
      { key: 'check', value },
      { key: 'fold', value: FOLD },
    ]);
    await begun?.set();
    return vault;
  }
  const opened = isSealed(check?.value) ? await vault.value.open(check.value, CHECK) : err('damaged');
  if (!opened.ok) return err(failure('key-lost'));
  if (marked === false) await begun?.set();
  return vault;
}

const isSealed = (value: unknown): value is Sealed => ArrayBuffer.isView(value);

async function recover(books: Books): Promise<void> {
  const [begun, refolding, fold] = await books.db.meta.bulkGet(['import', 'refold', 'fold']);
  if (fold?.value !== FOLD) await withLock(books.name, () => foldAnew(books));
  if (typeof begun?.value === 'string') await recoverImport(books, begun.value);
  const what = refolding?.value;
  if (typeof what !== 'object' || what === null || !('space' in what) || typeof what.space !== 'string') return;
  const batch = 'batch' in what && typeof what.batch === 'string' ? { batch: what.batch } : {};
  const { space } = what;
  await withLock(books.name, () => refoldAll(books, { space, ...batch }));
}

/** Once for a ledger whose projections are an earlier Izin's: what looks for them now would not find them. */
async function foldAnew(books: Books): Promise<void> {
  const { db } = books;
  if ((await db.meta.get('fold'))?.value === FOLD) return;
  try {
    await rebuildAll(books);
    await db.meta.put({ key: 'fold', value: FOLD });
  } catch (thrown) {
    // A row that does not open is told where it is read; the rest of the ledger opens, and this is tried again.
    if (!(thrown instanceof LedgerError)) throw thrown;
  }
}
