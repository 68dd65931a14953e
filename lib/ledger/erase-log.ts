import type { Op } from '../domain/op.ts';
import type { PersonId } from '../domain/person.ts';
import { type ActivityEntry, openLine, rewriteLine } from './activity.ts';
import type { Books } from './context.ts';
import type { ActivityRow, Redaction } from './tables.ts';

/** The lines of the log that name a person, by id or in free words, written anew without them. */
export async function logWithout(
  books: Books,
  person: PersonId,
  words: readonly string[],
): Promise<{
  readonly before: readonly ActivityRow[];
  readonly rows: readonly ActivityRow[];
  readonly redactions: readonly Redaction[];
}> {
  const all = await books.db.activity.toArray();
  const by = (all.at(-1)?.seq ?? 0) + 1;
  const found: { readonly row: ActivityRow; readonly made: Awaited<ReturnType<typeof rewriteLine>> }[] = [];
  for (const row of all) {
    // What does not open cannot be read by anybody; that the chain is broken there is told elsewhere.
    const entry = await openLine(books, row).catch(() => undefined);
    const left = entry && without(entry, person, words);
    if (left && left !== entry) found.push({ row, made: await rewriteLine(books, row, left, by) });
  }
  return {
    before: found.map(({ row }) => row),
    rows: found.map(({ made }) => made.row),
    redactions: found.map(({ made }) => made.redaction),
  };
}

function without(entry: ActivityEntry, person: PersonId, words: readonly string[]): ActivityEntry {
  const named = entry.people.includes(person);
  const note = plainWords(entry.note ?? '');
  if (!named && !words.some((word) => note.includes(word))) return entry;
  const { note: _, ...rest } = entry;
  return { ...rest, people: entry.people.filter((one) => one !== person) };
}

/** Names and addresses by which a free note may speak of a person; two letters alone are found everywhere. */
export function wordsOf(ops: readonly Op[]): readonly string[] {
  const words = ops.flatMap(({ changes }) =>
    changes.flatMap((change) => {
      if (change.kind === 'person') return [change.set.name ?? '', ...(change.set.nicknames ?? [])];
      if (change.kind === 'point') return [change.point.address];
      return change.kind === 'datum' ? [change.datum.value] : [];
    }),
  );
  return [...new Set(words.map(plainWords))].filter((word) => word.length > 2);
}

/** As words are compared: no case, no accents, one space. */
export const plainWords = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
