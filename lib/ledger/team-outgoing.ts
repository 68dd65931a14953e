import type { Op } from '../domain/op.ts';
import type { SpaceId } from '../domain/person.ts';
import { type Books, openOp } from './context.ts';
import { readSpace } from './space.ts';
import type { OutgoingRow } from './tables.ts';

/*
 * What this user wrote in a team's space is noted in the transaction that writes it, and the note goes when whoever
 * sends has kept it: a page or worker that dies in between loses nothing, and at worst an op is kept twice.
 */
export interface Outgoing {
  readonly space: SpaceId;
  readonly ops: readonly Op[];
}

const PAGE = 1_024;

/** Oldest ids first, no more than `limit` in all; of a list that is still being written nothing. */
export async function readOutgoing(books: Books, limit = PAGE): Promise<readonly Outgoing[]> {
  const { db } = books;
  const importing = (await db.meta.get('import'))?.value;
  const found = new Map<SpaceId, Op[]>();
  let count = 0;
  for (let after = ''; count < limit; ) {
    const notes = await db.outgoing.where('id').above(after).limit(PAGE).toArray();
    const last = notes.at(-1);
    if (!last) break;
    after = last.id;
    for (const op of await opsOf(books, notes)) {
      const member = (await readSpace(books, op.space)).team?.member;
      if (count === limit || op.by !== member || (op.batch !== undefined && op.batch === importing)) continue;
      const own = found.get(op.space);
      if (own) own.push(op);
      else found.set(op.space, [op]);
      count += 1;
    }
  }
  return [...found].map(([space, ops]) => ({ space, ops }));
}

async function opsOf(books: Books, notes: readonly OutgoingRow[]): Promise<readonly Op[]> {
  const rows = await books.db.ops.bulkGet(notes.map(({ id }) => id));
  return Promise.all(rows.filter((row) => row !== undefined).map((row) => openOp(books, row)));
}
