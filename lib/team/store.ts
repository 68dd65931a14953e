import type { Bytes } from './bytes.ts';

/**
 * Where the engine keeps what it has. Keys are text, values bytes that the store seals before it writes them.
 * - `meta`: own keys, counters, cursors. `inbox`: pulled and not yet settled, by path
 * - `chain`: entries by path, in an order in which each follows those before. `seen`: when each was first known. `log`: envelopes by device and place. `verdict`: what became of each,
 *   `waiting`: places whose key is not here yet
 * - `heads`: by device. `keys`: secrets by scope and epoch. `boxes`, `beats`: the newest, by path and device;
 *   `published`: keys for boxes, by device
 * - `outbox`: ops that are not sealed yet, in order. `mine`: op id → place in the own log. `offer`: own pieces by path
 * - `sent`: transport and path. `held`: what waits for an admin's word. `requests`: answers to invitations, by path.
 *   `alarms`: by id
 */
export type TeamTable =
  | 'meta'
  | 'inbox'
  | 'chain'
  | 'seen'
  | 'log'
  | 'verdict'
  | 'waiting'
  | 'heads'
  | 'keys'
  | 'boxes'
  | 'beats'
  | 'published'
  | 'outbox'
  | 'mine'
  | 'offer'
  | 'sent'
  | 'held'
  | 'requests'
  | 'alarms';

export interface StoreChange {
  readonly table: TeamTable;
  readonly key: string;
  /** Undefined: it goes. */
  readonly value?: Bytes;
}

export interface TeamStore {
  get(table: TeamTable, key: string): Promise<Bytes | undefined>;
  /** In the order of code units. */
  keys(table: TeamTable, prefix?: string): Promise<readonly string[]>;
  /** All of them or none. Throws where the disk is full or the database is gone: nothing was confirmed then. */
  write(changes: readonly StoreChange[]): Promise<void>;
}
