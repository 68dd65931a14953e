import { addressKey } from '../domain/address.ts';
import { datumKey } from '../domain/datum.ts';
import { newId, newOp } from '../domain/new-op.ts';
import type { Change, Op } from '../domain/op.ts';
import type { PersonId, SpaceId } from '../domain/person.ts';
import { erasedBlock } from '../domain/person-fold.ts';
import { refusal } from '../domain/refusal.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { nextLine } from './activity.ts';
import { commit, gather, spacesOf } from './commit.ts';
import { type Books, groupBySubject, type Key, keysOf, keyText, openOp } from './context.ts';
import { certify, digestOf, type ErasureCertificate } from './erase-certificate.ts';
import { logWithout, wordsOf } from './erase-log.ts';
import { topicsWithout } from './erase-topics.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import { bookWithout } from './rule-book.ts';
import { pagesWithout } from './shelf-change.ts';
import type { OpRow } from './tables.ts';
import { asMember, inTeams } from './team-author.ts';

/*
 * Erased is erased (architecture, invariant 8), on this device: in one transaction every op of the person goes, their
 * projection becomes blind tokens and a date, and what releases, terms and the log said of them is written anew without
 * them. The epoch moves, so that every other page and worker lets go of what it remembers.
 *
 * What stays: the person's id (it means nothing by itself; a late change to it is refused by it) and a keyed token for each
 * address that they ever had, for which a message to it is still held. Out of reach: files exported or backed up before,
 * and the free space of the browser's own files, where old ciphertext may lie until the browser clears it away.
 */
export interface EraseWish {
  readonly space: SpaceId;
  readonly person: PersonId;
  readonly by: string;
  readonly requestId?: string;
}

/** Under the ledger's lock. `arrived`: the op by which they were erased elsewhere; it is kept under its own name. */
export async function erasePerson(
  books: Books,
  wish: EraseWish,
  arrived?: Op,
): Promise<Result<ErasureCertificate, LedgerFailure>> {
  const { space, person, by, requestId } = wish;
  const key: Key = [space, person];
  try {
    const rows = await books.db.ops.where('[space+subject]').equals([space, person]).toArray();
    const spaces = await spacesOf(books, [key]);
    const region = spaces.get(space)?.policy.region ?? '';
    const taken = await pagesWithout(books, key, region);
    const packed = taken.packed.flatMap((one) => one.ops);
    const ops = [...packed, ...(await readable(books, rows))];
    if (!arrived && packed.length === 0 && !rows.some(({ of }) => of === 'person'))
      return err(failure('invalid', { detail: 'person' }));
    if (ops.some(isErasure)) return err(failure('refused', { refusal: refusal('erased') }));
    const tokens = await tokensOf(books, space, ops, region);
    const at = books.now();
    const request = requestId === undefined ? {} : { requestId };
    const made = newOp(
      { space, subject: person, of: 'person', by },
      [{ kind: 'erased', erasure: { at, tokens, ...request } }],
      at,
    );
    const own = arrived ? ok(onlyErasure(arrived, tokens)) : asMember(made, spaces.get(space)?.team);
    if (!own.ok) return own;
    const op = own.value;
    // Whoever lifts the block may have been heard before: as after.
    const stay = ops.filter((one) => one.changes.every((change) => lifts(change, person)));
    const staying = new Set(stay.map(({ id }) => id));
    const topics = await topicsWithout(books, key);
    const log = await logWithout(books, person, wordsOf(ops));
    const removed = [...rows.filter(({ id }) => !staying.has(id)), ...topics.rows];
    const counts = {
      ops: rows.length + packed.length,
      states: 1,
      topics: keysOf(topics.rows).length,
      logLines: log.rows.length,
      tokens: tokens.length,
    };
    const digest = await digestOf([...removed, ...taken.before, ...log.before].map(({ sealed }) => sealed));
    const certificate = await certify(books, { kind: 'izin.erasure/1', id: newId(), at, ...request, counts, digest });
    const book = await bookWithout(books, person);
    const line = await nextLine(books, { at, kind: 'erased', rules: [], people: [], certificate }, log.redactions);
    const drop = removed.map(({ id }) => id);
    await commit(books, spaces, {
      drop,
      add: [op, ...topics.ops],
      send: arrived ? [] : inTeams([op]),
      refold: new Map([
        [keyText(key), { key, ops: [...stay, op] }],
        ...(await topicsAfter(books, topics, new Set(drop))),
      ]),
      forget: true,
      pages: taken.pages,
      runs: taken.runs,
      ...(book && { book }),
      log: { rows: [...log.rows, line.row], head: line.head },
    });
    return ok(certificate);
  } catch (thrown) {
    return err(failureOf(thrown, 'write-failed'));
  }
}

export const isErasure = ({ changes }: Op): boolean => changes.some(({ kind }) => kind === 'erased');

/**
 * What is kept of an op that erases: that alone, and in no batch, for nothing brings back what it took. Tokens are this
 * device's own; those of another find nobody here.
 */
export const onlyErasure = ({ batch: _, ...op }: Op, tokens: readonly string[] = []): Op => ({
  ...op,
  changes: op.changes.flatMap((change) =>
    change.kind === 'erased'
      ? [{ ...change, erasure: { ...change.erasure, tokens: [...new Set([...change.erasure.tokens, ...tokens])] } }]
      : [],
  ),
});

const lifts = (change: Change, person: PersonId): boolean =>
  change.kind === 'suppression-lifted' && change.suppressionId === erasedBlock(person);

/** A row that does not open is erased as well; only its addresses are then not known. */
async function readable(books: Books, rows: readonly OpRow[]): Promise<readonly Op[]> {
  const opened = await Promise.allSettled(rows.map((row) => openOp(books, row)));
  return opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** Every address that was ever theirs, those taken off again too. */
async function tokensOf(
  { vault }: Books,
  space: SpaceId,
  ops: readonly Op[],
  region?: string,
): Promise<readonly string[]> {
  const texts = ops.flatMap(({ changes }) =>
    changes.map((change) => {
      if (change.kind === 'point') return addressKey(change.point.channel, change.point.address, region);
      const contact = change.kind === 'datum' && (change.datum.kind === 'email' || change.datum.kind === 'phone');
      return contact ? datumKey(change.datum.kind, change.datum.value, region) : undefined;
    }),
  );
  const known = [...new Set(texts)].filter((text) => text !== undefined);
  return (await Promise.all(known.map((text) => vault.token(space, text)))).toSorted();
}

async function topicsAfter(
  books: Books,
  { rows, ops }: Awaited<ReturnType<typeof topicsWithout>>,
  dropped: ReadonlySet<string>,
): Promise<Awaited<ReturnType<typeof gather>>> {
  const left = await gather(books, keysOf(rows), dropped);
  const anew = groupBySubject(ops);
  return new Map([...left].map(([text, one]) => [text, { ...one, ops: [...one.ops, ...(anew.get(text) ?? [])] }]));
}
