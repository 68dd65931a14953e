import type { Channel, OverrideReason, Tier } from '../domain/enums.ts';
import type { Instant, SpaceId } from '../domain/person.ts';
import { type Books, openSealed } from './context.ts';
import { sha256 } from './digest.ts';
import type { ErasureCertificate } from './erase-certificate.ts';
import type { ActivityRow, MetaRow, Redaction } from './tables.ts';

/** One line of the log of this device. Never a word of a message. */
export interface ActivityEntry {
  readonly at: Instant;
  readonly kind:
    | 'held'
    | 'override'
    | 'fixed'
    | 'back'
    | 'not-useful'
    | 'wrong'
    | 'dismissed'
    /** A rule that was wrong too often says less by itself; and what a user put back. */
    | 'quieter'
    | 'put-back'
    /** Would have held a message, which was over the budget or in a trial. */
    | 'spared'
    | 'sent'
    | 'alarm'
    | 'recorded'
    | 'import'
    | 'undo'
    | 'export'
    | 'settings'
    | 'reveal'
    | 'erased'
    | 'backup'
    | 'restored'
    | 'retention'
    /** From colleagues; and what of theirs counts no more. */
    | 'received'
    | 'taken-back'
    | 'shared'
    /** A list of a team that was left; and people of it who were kept as one's own. */
    | 'left'
    | 'kept';
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
  /** Of what a team brought, or was given. */
  readonly space?: SpaceId;
  /** Of `erased`: the proof, without personal data. */
  readonly certificate?: ErasureCertificate;
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
 *
 * When a person is erased, the lines about them are written anew without them. Such a line keeps its old hash, so that
 * what follows it still fits; what it holds since is pinned by a later line, which names its number and the SHA-256 of
 * the new ciphertext, in the clear and under its own hash. A line that claims to be rewritten without that is broken.
 */
const START = '0'.repeat(64);
const lineName = (seq: number): string => `activity:${seq}`;

/** Under the ledger's lock. */
export async function logActivity(books: Books, entry: ActivityEntry): Promise<void> {
  const { db } = books;
  const { row, head } = await nextLine(books, entry);
  await db.transaction('rw', [db.activity, db.meta], async () => {
    await db.activity.add(row);
    await db.meta.put(head);
  });
}

/** The line that would follow now, sealed and linked, and the note of the newest line; both belong in one transaction. */
export async function nextLine(
  { db, vault }: Books,
  entry: ActivityEntry,
  redacts: readonly Redaction[] = [],
): Promise<{ readonly row: ActivityRow; readonly head: MetaRow }> {
  const last = headIn(await db.meta.get('activity'));
  const seq = last.seq + 1;
  const sealed = await vault.seal(entry, lineName(seq));
  const unlinked = { seq, prev: last.hash, sealed, ...(redacts.length > 0 ? { redacts } : {}) };
  const hash = await hashOf(unlinked);
  return { row: { ...unlinked, hash }, head: { key: 'activity', value: { seq, hash } } };
}

/** The line with other words, by leave of the line `by`; and what that line must say of it. */
export async function rewriteLine(
  { vault }: Books,
  row: ActivityRow,
  entry: ActivityEntry,
  by: number,
): Promise<{ readonly row: ActivityRow; readonly redaction: Redaction }> {
  const sealed = await vault.seal(entry, lineName(row.seq));
  return { row: { ...row, sealed, redacted: by }, redaction: { seq: row.seq, digest: await sha256(sealed) } };
}

export const openLine = (books: Books, { seq, sealed }: ActivityRow): Promise<ActivityEntry> =>
  openSealed<ActivityEntry>(books, sealed, lineName(seq));

/** Newest first. */
export async function readActivity(
  books: Books,
  page: { readonly limit: number; readonly before?: number },
): Promise<readonly LoggedEntry[]> {
  const { before = Number.MAX_SAFE_INTEGER, limit } = page;
  const rows = await books.db.activity.where('seq').below(before).reverse().limit(limit).toArray();
  return Promise.all(rows.map(async (row) => ({ ...(await openLine(books, row)), seq: row.seq })));
}

export async function verifyChain({ db }: Books): Promise<BrokenLink | undefined> {
  const end = headIn(await db.meta.get('activity'));
  let last = { seq: 0, hash: START };
  const rewritten = new Map<number, string>();
  const allowed = new Map<number, string>();
  for (let rows = await after(db, 0); rows.length > 0; rows = await after(db, last.seq)) {
    for (const row of rows) {
      if (row.seq !== last.seq + 1) return { seq: last.seq + 1, why: 'missing' };
      if (row.prev !== last.hash) return { seq: row.seq, why: 'changed' };
      if (row.redacted !== undefined) rewritten.set(row.seq, await sha256(row.sealed));
      else if (row.hash !== (await hashOf(row))) return { seq: row.seq, why: 'changed' };
      for (const { seq, digest } of row.redacts ?? []) if (seq < row.seq) allowed.set(seq, digest);
      last = row;
    }
  }
  if (last.seq !== end.seq || last.hash !== end.hash) return { seq: last.seq + 1, why: 'cut' };
  const unpinned = [...rewritten].find(([seq, digest]) => allowed.get(seq) !== digest);
  return unpinned && { seq: unpinned[0], why: 'changed' };
}

const after = (db: Books['db'], seq: number): Promise<readonly ActivityRow[]> =>
  db.activity.where('seq').above(seq).limit(1_000).toArray();

function hashOf({ seq, prev, sealed, redacts }: Omit<ActivityRow, 'hash'>): Promise<string> {
  const named = redacts ? `${redacts.map((one) => `${one.seq}:${one.digest}`).join(',')}\u0000` : '';
  const head = new TextEncoder().encode(`${seq}\u0000${prev}\u0000${named}`);
  const bytes = new Uint8Array(head.length + sealed.length);
  bytes.set(head);
  bytes.set(sealed, head.length);
  return sha256(bytes);
}

function headIn(row: MetaRow | undefined): { readonly seq: number; readonly hash: string } {
  const value = row?.value;
  if (typeof value === 'object' && value !== null && 'seq' in value && 'hash' in value)
    if (typeof value.seq === 'number' && typeof value.hash === 'string') return { seq: value.seq, hash: value.hash };
  return { seq: 0, hash: START };
}
