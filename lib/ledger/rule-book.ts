import type { PersonId } from '../domain/person.ts';
import { type BookEvent, judgesAlike, NO_BOOK, noteInBook, type RuleBook, withoutPerson } from '../domain/rule-book.ts';
import type { Sealed } from '../vault/vault.ts';
import { logActivity } from './activity.ts';
import { type Books, openSealed } from './context.ts';
import { type MetaRow, revisionOf } from './tables.ts';

/*
 * One sealed row holds it: sixty rules of two years are a few tens of kilobytes. It is of this device, and in no copy.
 */
const NAME = 'rules';

/**
 * A row that does not open is as none: every rule is then as loud as its policy says, which is the stricter side, and a
 * check does not fail for want of its figures.
 */
export async function readRuleBook(books: Books): Promise<RuleBook> {
  const row = await books.db.meta.get('rules');
  if (!isSealed(row?.value)) return NO_BOOK;
  const kept = await openSealed<Partial<RuleBook>>(books, row.value, NAME).catch(() => ({}));
  return { ...NO_BOOK, ...kept };
}

const isSealed = (value: unknown): value is Sealed => ArrayBuffer.isView(value);

/** Under the ledger's lock. True: a verdict may now be another one, and the revision has moved. */
export async function noteInRuleBook(books: Books, events: readonly BookEvent[]): Promise<boolean> {
  const { db } = books;
  const before = await readRuleBook(books);
  const after = events.reduce(noteInBook, before);
  const moved = !judgesAlike(before, after);
  const book = await rowOf(books, after);
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put(book);
    if (moved) await db.meta.put({ key: 'revision', value: (await revisionOf(db)) + 1 });
  });
  for (const rule of newlyFallen(before, after))
    await logActivity(books, { at: books.now(), kind: 'quieter', rules: [rule], people: [] });
  return moved;
}

/** Its row without anything of this person; undefined: there is none. */
export async function bookWithout(books: Books, person: PersonId): Promise<MetaRow | undefined> {
  if ((await books.db.meta.get('rules')) === undefined) return undefined;
  return rowOf(books, withoutPerson(await readRuleBook(books), person));
}

const rowOf = async ({ vault }: Books, book: RuleBook): Promise<MetaRow> => ({
  key: 'rules',
  value: await vault.seal(book, NAME),
});

function newlyFallen(before: RuleBook, after: RuleBook): readonly string[] {
  const falls = ({ rules }: RuleBook, rule: string): readonly unknown[] =>
    Object.values(rules[rule]?.windows ?? {}).map(({ fallen }) => fallen?.at);
  return Object.keys(after.rules).filter((rule) =>
    falls(after, rule).some((at) => at !== undefined && !falls(before, rule).includes(at)),
  );
}
