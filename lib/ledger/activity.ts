import type { Channel, OverrideReason, Tier } from '../domain/enums.ts';
import type { Instant } from '../domain/person.ts';
import { type Books, openSealed } from './context.ts';
import type { ActivityRow, MetaRow } from './tables.ts';

/** One line of the log of this device. Never a word of a message. */
export interface ActivityEntry {
  readonly at: Instant;
  readonly kind:
    | 'held'
    | 'override'
    | 'fixed'
    | 'back'
    | 'not-useful'
    | 'sent'
    | 'alarm'
    | 'recorded'
    | 'import'
    | 'undo'
    | 'export'
    | 'settings'
    | 'reveal';
  readonly rules: readonly string[];
  readonly tier?: Tier;
  /** Ids. */
  readonly people: readonly string[];
  readonly surface?: string;
  readonly channel?: Channel;
  readonly reason?: OverrideReason;
  readonly note?: string;
  /** For a batch: how many, and which, so that it can be undone later. */
  readonly count?: number;
  readonly batch?: string;
}

export interface LoggedEntry extends ActivityEntry {
  readonly seq: number;
}

/** Where the chain is broken first: a line changed, a line missing between two, or the newest lines cut off. */
export interface BrokenLink {
  readonly seq: number;
  readonly why: 'changed' | 'missing' | 'cut';
}

/*
 * A hash chain over sealed lines: each hash covers number, predecessor and ciphertext, so the chain is checked without
 * opening a line. The newest number and hash lie in `meta` too, so that a cut end shows. It proves tampering with the
 * stored log to its reader; it is no proof against somebody who rewrites the whole chain with this device's code.
 */
const START = '0'.repeat(64);
const lineName = (seq: number): string => `activity:${seq}`;

/** Under the ledger's lock. */
export async function logActivity(books: Books, entry: ActivityEntry): Promise<void> {
  const { db, vault } = books;
  const last = headIn(await db.meta.get('activity'));
  const seq = last.seq + 1;
  const sealed = await vault.seal(entry, lineName(seq));
  const hash = await hashOf(seq, last.hash, sealed);
  await db.transaction('rw', [db.activity, db.meta], async () => {
    await db.activity.add({ seq, prev: last.hash, hash, sealed });
    await db.meta.put({ key: 'activity', value: { seq, hash } });
  });
}

/** Newest first. */
export async function readActivity(
  books: Books,
  page: { readonly limit: number; readonly before?: number },
): Promise<readonly LoggedEntry[]> {
  const { before = Number.MAX_SAFE_INTEGER, limit } = page;
  const rows = await books.db.activity.where('seq').below(before).reverse().limit(limit).toArray();
  return Promise.all(
    rows.map(async ({ seq, sealed }) => ({ ...(await openSealed<ActivityEntry>(books, sealed, lineName(seq))), seq })),
  );
}

export async function verifyChain({ db }: Books): Promise<BrokenLink | undefined> {
  const end = headIn(await db.meta.get('activity'));
  let last = { seq: 0, hash: START };
  for (let rows = await after(db, 0); rows.length > 0; rows = await after(db, last.seq)) {
    for (const row of rows) {
      if (row.seq !== last.seq + 1) return { seq: last.seq + 1, why: 'missing' };
      if (row.prev !== last.hash || row.hash !== (await hashOf(row.seq, row.prev, row.sealed)))
        return { seq: row.seq, why: 'changed' };
      last = row;
    }
  }
  return last.seq === end.seq && last.hash === end.hash ? undefined : { seq: last.seq + 1, why: 'cut' };
}

const after = (db: Books['db'], seq: number): Promise<readonly ActivityRow[]> =>
  db.activity.where('seq').above(seq).limit(1_000).toArray();

async function hashOf(seq: number, prev: string, sealed: Uint8Array<ArrayBuffer>): Promise<string> {
  const head = new TextEncoder().encode(`${seq}\u0000${prev}\u0000`);
  const bytes = new Uint8Array(head.length + sealed.length);
  bytes.set(head);
  bytes.set(sealed, head.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headIn(row: MetaRow | undefined): { readonly seq: number; readonly hash: string } {
  const value = row?.value;
  if (typeof value === 'object' && value !== null && 'seq' in value && 'hash' in value)
    if (typeof value.seq === 'number' && typeof value.hash === 'string') return { seq: value.seq, hash: value.hash };
  return { seq: 0, hash: START };
}
