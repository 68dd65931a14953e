import type { Op } from '../domain/op.ts';
import { type Books, groupBySubject, type Key, openOp } from './context.ts';
import { packedOf } from './shelf.ts';

/** All ops of these subjects, from pages and rows, by `keyText`. */
export async function opsOf(books: Books, keys: readonly Key[]): Promise<ReadonlyMap<string, readonly Op[]>> {
  const { db } = books;
  // Of a space itself nothing is ever packed.
  const packed = await packedOf(
    books,
    keys.filter(([space, subject]) => space !== subject),
  );
  const rows = await db.transaction('r', db.ops, () =>
    Promise.all(keys.map(([space, subject]) => db.ops.where('[space+subject]').equals([space, subject]).toArray())),
  );
  const ops = await Promise.all(rows.flat().map((row) => openOp(books, row)));
  return groupBySubject([...packed.flatMap((one) => one.ops), ...ops]);
}
