import type { PersonId, PersonState, SpaceId } from '../domain/person.ts';
import { type Books, chunks, openState } from './context.ts';
import { plainWords, wordsOf } from './erase-log.ts';
import { LedgerError } from './failure.ts';
import { opsOf } from './ops.ts';
import { foldPacked, runsOf, scanRun } from './shelf.ts';
import { readSpace } from './space.ts';

/** Shorter words stand in other words. */
const LONG_ENOUGH = 5;

/**
 * Others whose notes, proofs or disclosures speak of this person by name, address or value. An erasure does not touch
 * another person's record; somebody has to look at it. Reads every person once.
 */
export async function mentionsOf(books: Books, space: SpaceId, person: PersonId): Promise<readonly PersonState[]> {
  const ops = [...(await opsOf(books, [[space, person]])).values()].flat();
  const words = wordsOf(ops).filter((word) => word.length >= LONG_ENOUGH);
  if (words.length === 0) return [];
  const keys = await books.db.states.where('[space+subject]').between([space, ''], [space, '\uffff']).primaryKeys();
  const found: PersonState[] = [];
  const speaks = (state: PersonState): boolean => {
    if (state.person.id === person) return false;
    const text = plainWords(freeTexts(state));
    return words.some((word) => text.includes(word));
  };
  for (const part of chunks(keys, books.chunk)) {
    const rows = (await books.db.states.bulkGet([...part])).filter((row) => row !== undefined);
    for (const folded of await Promise.all(rows.map((row) => openState(books, row).catch(() => undefined)))) {
      if (folded && !folded.removed && speaks(folded.state)) found.push(folded.state);
    }
  }
  const rows = new Set(keys.map(([, subject]) => subject));
  const { undone } = await readSpace(books, space);
  for (const run of await runsOf(books, space))
    for await (const page of scanRun(books, run)) {
      if (page instanceof LedgerError) continue;
      for (const one of page) {
        const state = rows.has(one.key[1]) ? undefined : foldPacked(one, undone)?.state;
        if (state && speaks(state)) found.push(state);
      }
    }
  return found;
}

/** Where people write in their own words; a shared address or employer is no mention. */
const freeTexts = ({ person, records, suppressions, data, notes, disclosures, requests }: PersonState): string =>
  JSON.stringify([
    person.source?.detail,
    records.flatMap(({ events }) => events.map(({ evidence, reason }) => [evidence, reason])),
    suppressions.map(({ source, evidence }) => [source, evidence]),
    data.map(({ value, source }) => [value, source?.detail]),
    notes.map(({ text }) => text),
    disclosures?.map(({ to }) => to),
    requests.map(({ words, evidence, events }) => [words, evidence, events]),
  ]);
