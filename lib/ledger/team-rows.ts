import Dexie, { type Table } from 'dexie';
import type { Books } from './context.ts';
import { failure, failureOf, LedgerError } from './failure.ts';
import { neverNewer, type Storage } from './tables.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface RowChange {
  readonly table: string;
  readonly key: string;
  /** Undefined: it goes. */
  readonly value?: Bytes;
}

/** Where a team's engine keeps what it has: `TeamStore` of lib/team, with any name for a table. */
export interface TeamRows {
  get(table: string, key: string): Promise<Bytes | undefined>;
  /** In the order of code units. */
  keys(table: string, prefix?: string): Promise<readonly string[]>;
  /** All of them or none. Throws a `LedgerError`: nothing was confirmed then. */
  write(changes: readonly RowChange[]): Promise<void>;
  close(): void;
}

interface Row {
  readonly table: string;
  readonly key: string;
  readonly sealed: Bytes;
}

export const teamDatabase = (name: string, team: string): string => `${name}-team-${team}`;

/**
 * A database of its own for each team, so that one goes without a trace of another. Keys are ids, numbers and names of
 * relays; values are sealed under the vault and bound to their row. A write is on the disk when it is confirmed: what a
 * device said it had sent must not be lost to a power cut.
 */
export async function openTeamRows({ vault, name }: Books, team: string, storage: Storage): Promise<TeamRows> {
  const { indexedDB: given = globalThis.indexedDB, IDBKeyRange: range } = storage;
  const db = new Dexie(teamDatabase(name, team), {
    ...(given ? { indexedDB: neverNewer(given) } : {}),
    ...(range ? { IDBKeyRange: range } : {}),
    chromeTransactionDurability: 'strict',
  });
  db.version(1).stores({ rows: '[table+key]' });
  const rows: Table<Row, [string, string]> = db.table('rows');
  const place = (table: string, key: string): string => `team:${team}:${table}:${key}`;
  const read = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      throw new LedgerError(failureOf(thrown, 'open-failed'));
    }
  };
  await read(() => db.open());
  return {
    get: (table, key) =>
      read(async () => {
        const row = await rows.get([table, key]);
        if (!row) return undefined;
        const opened = await vault.openBytes(row.sealed, place(table, key));
        if (!opened.ok) throw new LedgerError(failure('damaged', { detail: `team ${table} ${key}` }));
        return opened.value;
      }),
    keys: (table, prefix = '') =>
      read(async () => {
        const found = await rows
          .where('[table+key]')
          .between([table, prefix], [table, `${prefix}\uffff`])
          .primaryKeys();
        return found.map(([, key]) => key);
      }),
    async write(changes) {
      // Of two changes of one row the last one counts; nothing is sealed inside the transaction, which would end it.
      const last = new Map(changes.map((change) => [`${change.table} ${change.key}`, change]));
      const put = await Promise.all(
        [...last.values()].map(async ({ table, key, value }) =>
          value ? [{ table, key, sealed: await vault.sealBytes(value, place(table, key)) }] : [],
        ),
      );
      const gone = [...last.values()].flatMap(({ table, key, value }): [string, string][] =>
        value ? [] : [[table, key]],
      );
      try {
        await db.transaction('rw', rows, async () => {
          await rows.bulkDelete(gone);
          await rows.bulkPut(put.flat());
        });
      } catch (thrown) {
        throw new LedgerError(failureOf(thrown, 'write-failed'));
      }
    },
    close: () => db.close(),
  };
}
