import type { Op } from '../domain/op.ts';
import { commit, gather, spacesOf } from './commit.ts';
import {
  type Books,
  chunks,
  groupBySubject,
  keysOf,
  keyText,
  openOp,
  openSealed,
  stateName,
  topicName,
} from './context.ts';
import { LedgerError } from './failure.ts';
import { project } from './project.ts';
import { runsOf, scanRun } from './shelf.ts';
import { reindexAll } from './shelf-change.ts';
import { scanIndex } from './shelf-index.ts';
import { numbersOf } from './shelf-write.ts';
import { readSpace, spaceOf } from './space.ts';

/** Makes every projection anew from the ops. Nothing is emptied first: a check that runs meanwhile finds the old answer. */
export async function rebuildAll(books: Books): Promise<void> {
  const keys = await allKeys(books);
  for (const part of chunks(keys, books.chunk))
    await commit(books, await spacesOf(books, part), { refold: await gather(books, part) });
  const known = new Set(keys.map(keyText));
  const stray = keysOf(await books.db.states.toArray()).filter((key) => !known.has(keyText(key)));
  await commit(books, new Map(), { refold: await gather(books, stray), forget: true });
  await reindexAll(books, async (space) => (await readSpace(books, space)).policy.region);
}

/** Subjects whose projection is not what their ops come to. Empty: all is well. */
export async function differences(books: Books): Promise<readonly string[]> {
  const [ops, states, topics] = await Promise.all([
    books.db.ops.toArray().then((rows) => Promise.all(rows.map((row) => openOp(books, row)))),
    books.db.states.toArray(),
    books.db.topics.toArray(),
  ]);
  const { ops: packed, led } = await packedAndLed(books);
  const bySubject = groupBySubject([...packed, ...ops]);
  const kept = new Map<string, string>();
  for (const row of states) {
    if (!row.sealed) continue;
    const key = [row.space, row.subject] as const;
    kept.set(keyText(key), JSON.stringify([row.tokens, await openSealed(books, row.sealed, stateName(key))]));
  }
  for (const row of topics) {
    const key = [row.space, row.subject] as const;
    kept.set(keyText(key), JSON.stringify([[], await openSealed(books, row.sealed, topicName(key))]));
  }
  const expected = new Map<string, string>();
  for (const key of keysOf([...packed, ...ops])) {
    const space = spaceOf(key[0], bySubject.get(keyText([key[0], key[0]])) ?? []);
    const made = await project(books, key, bySubject.get(keyText(key)) ?? [], space);
    // Nothing is kept of those who lie in pages alone but what leads to them.
    const page = kept.has(keyText(key)) ? undefined : led.get(keyText(key));
    if (
      page &&
      made.kind === 'state' &&
      numbersOf(books, made.value.state, space.policy.region).every((one) => page.has(one))
    )
      continue;
    if (made.kind !== 'gone')
      expected.set(keyText(key), JSON.stringify([made.kind === 'state' ? made.tokens : [], made.value]));
  }
  return [...new Set([...kept.keys(), ...expected.keys()])].filter((key) => kept.get(key) !== expected.get(key));
}

async function allKeys({ db }: Books) {
  const pairs = await db.ops.orderBy('[space+subject]').uniqueKeys();
  return pairs.flatMap((pair) => {
    const [space, subject] = Array.isArray(pair) ? pair : [];
    return typeof space === 'string' && typeof subject === 'string' ? [[space, subject] as const] : [];
  });
}

/** All that lies in pages, and by which numbers each of its people is found. */
async function packedAndLed(books: Books) {
  const ops: Op[] = [];
  const led = new Map<string, ReadonlySet<number>>();
  for (const run of await runsOf(books)) {
    const numbers = new Map<number, Set<number>>();
    for await (const entries of scanIndex(books, run))
      for (const [at, number] of entries.numbers.entries()) {
        const place = entries.places[at] ?? 0;
        numbers.set(place, (numbers.get(place) ?? new Set()).add(number));
      }
    for await (const page of scanRun(books, run)) {
      if (page instanceof LedgerError) throw page;
      for (const one of page) {
        ops.push(...one.ops);
        led.set(keyText(one.key), numbers.get(one.place) ?? new Set());
      }
    }
  }
  return { ops, led };
}
