import { toBase64Url } from '../domain/base64url.ts';
import type { Op } from '../domain/op.ts';
import type { PersonId, SpaceId } from '../domain/person.ts';
import { type Books, openOp } from './context.ts';

/*
 * The id of an op is its name in the ledger, and whoever reads an op of a colleague knows it. So what comes from a team is
 * named by its space, subject and author too: another op under the same id neither pushes out what it was taken from nor
 * is lost to it, whichever comes first. An author who says two things about one subject under one id is heard once.
 */
type Named = Pick<Op, 'id' | 'space' | 'subject' | 'by'>;

export async function takenName({ id, space, subject, by }: Named): Promise<string> {
  const text = new TextEncoder().encode([id, space, subject, by].join('\u0000'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  // An id may be 200 letters long, and so may what comes of it.
  return `${id.slice(0, 150)}~${toBase64Url(digest.slice(0, 12).buffer)}`;
}

/** Under the names that they get here, each once; without those that this user wrote on this very device. */
export async function namedArrivals(books: Books, ops: readonly Op[]): Promise<readonly Op[]> {
  const own = await Promise.all(
    (await books.db.ops.bulkGet(ops.map(({ id }) => id))).map((row) => row && openOp(books, row)),
  );
  const fresh = ops.filter((op, index) => !same(op, own[index]));
  const named = await Promise.all(fresh.map(async (op) => ({ ...op, id: await takenName(op) })));
  return [...new Map(named.map((op) => [op.id, op])).values()];
}

const same = (op: Named, other: Named | undefined): boolean =>
  other !== undefined && op.space === other.space && op.subject === other.subject && op.by === other.by;

/** An op by the name that it had on its way; `by` where it is known, for another may bear the same. */
export interface TakenName {
  readonly id: string;
  readonly subject: PersonId;
  readonly by?: string;
}

/** Whichever of that name are here: taken, or written on this device. */
export async function opsNamed(books: Books, space: SpaceId, { id, subject, by }: TakenName): Promise<readonly Op[]> {
  const { db } = books;
  const [plain, taken] = await Promise.all([
    db.ops.get(id),
    by === undefined
      ? db.ops
          .where('id')
          .startsWith(`${id.slice(0, 150)}~`)
          .toArray()
      : db.ops.bulkGet([await takenName({ id, space, subject, by })]),
  ]);
  const rows = [plain, ...taken].filter((row) => row?.space === space && row.subject === subject);
  const ops = await Promise.all(rows.flatMap((row) => (row ? [openOp(books, row)] : [])));
  return ops.filter((op) => by === undefined || op.by === by);
}
