import { type Books, chunks, openSealed } from './context.ts';
import { LedgerError } from './failure.ts';
import type { Searchable } from './names-search.ts';
import { epochOf, type MetaRow, type NamesRow } from './tables.ts';

/*
 * The index of names, sealed in blocks: opening a thousand lines at once costs little more than opening one row, so the
 * first search in a large ledger need not open every person. It is a copy that can be made again at any time; what
 * changed since is read from the people themselves. Erasing anybody, or taking an import back, drops it whole in the same
 * transaction (`commit.ts`).
 */
export interface Line extends Searchable {
  readonly space: string;
  readonly subject: string;
  readonly name: string;
  /** `plainOrder` of the name. */
  readonly order?: string | undefined;
  readonly damaged: boolean;
}

export const damagedLine = (space: string, subject: string): Line => ({
  space,
  subject,
  name: '',
  words: '',
  digits: '',
  damaged: true,
});

export interface KeptNames {
  /** Revision and epoch of the ledger that the lines were true for. */
  readonly rev: number;
  readonly epoch: number;
  readonly lines: readonly Line[];
}

const BLOCK = 1_000;
const blockName = (id: number): string => `names:${id}`;

/** None where it was never made, or does not open: then the people are read one by one. */
export async function loadNames(books: Books): Promise<KeptNames | undefined> {
  const { db } = books;
  const [note, rows] = await db.transaction('r', [db.meta, db.names], () =>
    Promise.all([db.meta.get('names'), db.names.orderBy('id').toArray()]),
  );
  const { rev, epoch, blocks } = noteIn(note);
  if (rev === 0 || blocks !== rows.length || epoch !== (await epochOf(db))) return undefined;
  try {
    const opened = await Promise.all(
      rows.map(({ id, sealed }) => openSealed<readonly Line[]>(books, sealed, blockName(id))),
    );
    return { rev, epoch, lines: opened.flat() };
  } catch (thrown) {
    if (thrown instanceof LedgerError) return undefined;
    throw thrown;
  }
}

/** Only while nobody was erased since the lines were read: otherwise the next reading makes it. */
export async function keepNames(books: Books, { rev, epoch, lines }: KeptNames): Promise<void> {
  const { db, vault } = books;
  const rows = await Promise.all(
    chunks(lines, BLOCK).map(
      async (part, id): Promise<NamesRow> => ({ id, sealed: await vault.seal(part, blockName(id)) }),
    ),
  );
  await db.transaction('rw', [db.meta, db.names], async () => {
    if (epoch !== (await epochOf(db))) return;
    await db.names.clear();
    await db.names.bulkAdd(rows);
    await db.meta.put({ key: 'names', value: { rev, epoch, blocks: rows.length } });
  });
}

function noteIn(row: MetaRow | undefined): { readonly rev: number; readonly epoch: number; readonly blocks: number } {
  const value = row?.value;
  const none = { rev: 0, epoch: -1, blocks: 0 };
  if (typeof value !== 'object' || value === null || !('rev' in value && 'epoch' in value && 'blocks' in value))
    return none;
  const { rev, epoch, blocks } = value;
  return typeof rev === 'number' && typeof epoch === 'number' && typeof blocks === 'number'
    ? { rev, epoch, blocks }
    : none;
}
