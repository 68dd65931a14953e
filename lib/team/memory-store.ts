import { type Bytes, byCode } from './bytes.ts';
import type { TeamStore } from './store.ts';

/** A store that lasts as long as it is held: for tests, and for trying a team. */
export function memoryStore(rows: Map<string, Bytes> = new Map()): TeamStore {
  return {
    get: async (table, key) => rows.get(`${table} ${key}`),
    keys: async (table, prefix = '') => {
      const start = `${table} ${prefix}`;
      return [...rows.keys()]
        .filter((key) => key.startsWith(start))
        .map((key) => key.slice(table.length + 1))
        .toSorted(byCode);
    },
    write: async (changes) => {
      for (const { table, key, value } of changes)
        if (value) rows.set(`${table} ${key}`, value);
        else rows.delete(`${table} ${key}`);
    },
  };
}
