import type { Books } from './context.ts';
import { damagedPage, pageName } from './shelf.ts';
import { inflate } from './shelf-format.ts';
import type { PackedLine } from './shelf-write.ts';
import type { PageRow } from './tables.ts';

export async function openLines(books: Books, row: PageRow): Promise<readonly PackedLine[]> {
  const opened = await books.vault.openBytes(row.sealed, pageName(row));
  if (!opened.ok) throw damagedPage(row);
  // What was sealed under this page's name is what its writer put there.
  return JSON.parse(new TextDecoder().decode(await inflate(opened.value))) as readonly PackedLine[];
}
