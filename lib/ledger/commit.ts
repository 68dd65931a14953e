import type { Op } from '../domain/op.ts';
import { type Books, type Key, keysOf, keyText, sealOp } from './context.ts';
import { opsOf } from './ops.ts';
import { project, sealProjections } from './project.ts';
import { packedOf } from './shelf.ts';
import { readSpace, type Space, spaceOf } from './space.ts';
import { type ActivityRow, epochOf, type MetaRow, type PageRow, type RunRow, revisionOf } from './tables.ts';

/** What is left to do should this context die between two transactions; done again at the next opening. Null: it is done. */
export interface Notes {
  /** A batch whose import has begun. */
  readonly import?: string | null;
  /** Projections that are being made anew: of a batch, or of a whole space. */
  readonly refold?: { readonly space: string; readonly batch?: string } | null;
}

export interface Commit {
  readonly add?: readonly Op[];
  readonly drop?: readonly string[];
  /** Subjects whose projections are made anew, with all their ops after this commit. */
  readonly refold: ReadonlyMap<string, { readonly key: Key; readonly ops: readonly Op[] }>;
  readonly notes?: Notes;
  /** Rows of subjects without ops vanish wholly, and every context reads its index anew. */
  readonly forget?: boolean;
  /** A batch whose pages go next: what is packed in them holds nobody. */
  readonly leaving?: string;
  /** Pages written anew without somebody. */
  readonly pages?: readonly PageRow[];
  /** Of what is added, what this user wrote in a team's space: noted until somebody has taken it up to send it. */
  readonly send?: readonly Pick<Op, 'id' | 'space'>[];
  /** Runs that other contexts shall read anew. */
  readonly runs?: readonly RunRow[];
  /** What rules have shown of themselves, without somebody. */
  readonly book?: MetaRow;
  /** Lines of the log, new or written anew, and the newest of them. */
  readonly log?: { readonly rows: readonly ActivityRow[]; readonly head: MetaRow };
}

/** One transaction: ops, projections and revision move together or not at all. */
export async function commit(books: Books, spaces: ReadonlyMap<string, Space>, change: Commit): Promise<void> {
  const projections = await Promise.all(
    [...change.refold.values()].map(({ key, ops }) =>
      project(books, key, ops, spaces.get(key[0]) ?? spaceOf(key[0], [])),
    ),
  );
  const rows = await sealProjections(books, projections);
  const added = await Promise.all((change.add ?? []).map((op) => sealOp(books, op)));
  const kept = (await packedOf(books, rows.gone)).filter(({ run }) => run.batch !== change.leaving);
  const { db } = books;
  const tables = [db.ops, db.states, db.topics, db.activity, db.erased, db.names, db.runs, db.pages, db.meta];
  await db.transaction('rw', [...tables, db.outgoing], async () => {
    const rev = (await revisionOf(db)) + 1;
    const meta: MetaRow[] = [{ key: 'revision', value: rev }];
    if (change.drop) await db.ops.bulkDelete([...change.drop]);
    await db.ops.bulkAdd(added);
    // What is written anew under its name waits on; what goes is sent to nobody.
    const anew = new Set(added.map(({ id }) => id));
    if (change.drop) await db.outgoing.bulkDelete(change.drop.filter((id) => !anew.has(id)));
    if (change.send) await db.outgoing.bulkPut(change.send.map(({ id, space }) => ({ id, space })));
    await db.states.bulkPut(rows.states.map((row) => ({ ...row, rev })));
    await db.topics.bulkPut([...rows.topics]);
    if (rows.erased.length > 0) await db.erased.bulkPut([...rows.erased]);
    if (change.pages) await db.pages.bulkPut([...change.pages]);
    if (change.runs) await db.runs.bulkPut(change.runs.map((run) => ({ ...run, rev })));
    if (change.log) {
      await db.activity.bulkPut([...change.log.rows]);
      meta.push(change.log.head);
    }
    if (change.book) meta.push(change.book);
    await withdrawRows(books, {
      gone: rows.gone,
      kept: kept.map(({ key }) => key),
      rev,
      forget: change.forget === true,
    });
    if (change.forget) {
      await db.names.clear();
      await db.meta.delete('names');
      meta.push({ key: 'epoch', value: (await epochOf(db)) + 1 });
    }
    for (const key of ['import', 'refold'] as const) {
      const value = change.notes?.[key];
      if (value === null) await db.meta.delete(key);
      else if (value !== undefined) meta.push({ key, value });
    }
    await db.meta.bulkPut(meta);
  });
}

/** `kept`: those whom a page would still tell of. An empty row beside it says that they are gone. */
async function withdrawRows(
  { db }: Books,
  {
    gone,
    kept,
    rev,
    forget,
  }: { readonly gone: readonly Key[]; readonly kept: readonly Key[]; readonly rev: number; readonly forget: boolean },
): Promise<void> {
  if (gone.length === 0) return;
  const keys = gone.map(([space, subject]): [string, string] => [space, subject]);
  await db.topics.bulkDelete(keys);
  await db.erased.where('[space+subject]').anyOf(keys).delete();
  const known = forget ? [] : (await db.states.bulkGet(keys)).filter((row) => row !== undefined);
  if (forget) await db.states.bulkDelete(keys);
  const empty = keysOf([...known, ...kept.map(([space, subject]) => ({ space, subject }))]);
  await db.states.bulkPut(empty.map(([space, subject]) => ({ space, subject, rev, tokens: [] })));
}

/** All ops of these subjects as they lie, ready to be folded; `without` leaves some out. */
export async function gather(
  books: Books,
  keys: readonly Key[],
  without: ReadonlySet<string> = new Set(),
): Promise<Commit['refold']> {
  const ops = await opsOf(books, keys);
  return new Map(
    keys.map((key) => {
      const own = (ops.get(keyText(key)) ?? []).filter(({ id }) => !without.has(id));
      return [keyText(key), { key, ops: own }];
    }),
  );
}

export async function spacesOf(books: Books, keys: readonly Key[]): Promise<ReadonlyMap<string, Space>> {
  const names = [...new Set(keys.map(([space]) => space))];
  return new Map(
    await Promise.all(names.map(async (name): Promise<[string, Space]> => [name, await readSpace(books, name)])),
  );
}
