import type { Change, Op } from '../domain/op.ts';
import { erasedBlock } from '../domain/person-fold.ts';
import { type ActivityEntry, nextLine } from './activity.ts';
import { refoldAll } from './append.ts';
import { commit, gather, type Notes } from './commit.ts';
import { type Books, groupBySubject, type Key, keysOf, keyText, openOp } from './context.ts';
import { erasePerson, isErasure, onlyErasure } from './erase.ts';
import { suppressArrivals } from './erase-arrivals.ts';
import { changeWithout } from './erase-topics.ts';
import { LedgerError } from './failure.ts';
import { readSpace, type Space, spaceOf } from './space.ts';

export interface Merged {
  /** Ids of the ops that are new here: what an undo takes out again. */
  readonly added: readonly string[];
  readonly known: number;
  /** Ops of people who were erased here: they stay erased. */
  readonly refused: number;
  /** People who were erased elsewhere, and now here too. */
  readonly erased: number;
}

/** The line of the log for what came, in the same transaction; undefined: none. */
export type Line = (brought: readonly Op[]) => ActivityEntry;

/*
 * Ops that were made and admitted before come in by their id: twice is once. Transitions are not judged again, because
 * the fold is strict by itself: a block that stands here is not lifted by an older permission. Erasures absorb.
 */
export async function mergeInto(books: Books, all: readonly Op[], line?: Line): Promise<Merged> {
  const ops = [...new Map(all.map((op) => [op.id, op])).values()];
  let sum: Merged = { added: [], known: 0, refused: 0, erased: 0 };
  for (const space of new Set(ops.map((op) => op.space))) {
    const own = ops.filter((op) => op.space === space);
    const one = await mergeSpace(books, space, own, line);
    sum = {
      added: [...sum.added, ...one.added],
      known: sum.known + one.known,
      refused: sum.refused + one.refused,
      erased: sum.erased + one.erased,
    };
  }
  return sum;
}

async function mergeSpace(books: Books, space: string, ops: readonly Op[], line?: Line): Promise<Merged> {
  const rows = await books.db.ops.bulkGet(ops.map(({ id }) => id));
  const notInRows = ops.filter((_, index) => rows[index] === undefined);
  if (notInRows.length === 0) return { added: [], known: ops.length, refused: 0, erased: 0 };
  const erased = await eraseFirst(books, notInRows);
  const refold = new Map(await gather(books, keysOf(notInRows)));
  // In pages lie ops that have no row, and an erasure has just got its own.
  const here = new Set([...refold.values()].flatMap((one) => one.ops.map(({ id }) => id)));
  const fresh = notInRows.filter(({ id }) => !here.has(id));
  const before = await readSpace(books, space);
  const arriving = await arrivingIn(books, fresh, before);
  const added: Op[] = [];
  let refused = 0;
  for (const [text, group] of groupBySubject(fresh)) {
    const one = refold.get(text);
    const closed = one?.ops.some(isErasure) || group.some(isErasure);
    const wanted = group.filter((op) => !closed || lifts(op) || isErasure(op));
    refused += group.length - wanted.length;
    const kept = (await Promise.all(wanted.map(arriving))).filter((op) => op.changes.length > 0);
    added.push(...kept);
    if (one) refold.set(text, { key: one.key, ops: [...one.ops, ...kept] });
  }
  const own = refold.get(keyText([space, space]))?.ops;
  const after = own ? { ...before, ...spaceOf(space, own) } : before;
  const anew = refoldNeeded(space, before, after);
  const brought = added.length > 0 && line ? await nextLine(books, line(added)) : undefined;
  await commit(books, new Map([[space, after]]), {
    add: added,
    refold,
    ...(anew ? { notes: { refold: anew } } : {}),
    ...(brought ? { log: { rows: [brought.row], head: brought.head } } : {}),
  });
  if (anew) await refoldAll(books, anew);
  return { added: added.map(({ id }) => id), known: ops.length - fresh.length - erased, refused, erased };
}

/** Whoever is known here goes first, and alone: what is gathered after is without them. */
async function eraseFirst(books: Books, ops: readonly Op[]): Promise<number> {
  const erasures = ops.filter(isErasure);
  if (erasures.length === 0) return 0;
  const spokenOf = await namedInTopics(books, erasures);
  let erased = 0;
  for (const erasure of erasures) {
    const key: Key = [erasure.space, erasure.subject];
    const here = (await gather(books, [key])).get(keyText(key))?.ops ?? [];
    if (here.some(isErasure) || (here.every(lifts) && !spokenOf.has(erasure.subject))) continue;
    const { space, subject: person, by } = erasure;
    const done = await erasePerson(books, { space, person, by }, erasure);
    if (!done.ok) throw new LedgerError(done.error);
    erased += 1;
  }
  return erased;
}

/** Of whom terms and releases speak, also of those of whom nothing else is known. */
async function namedInTopics(books: Books, erasures: readonly Op[]): Promise<ReadonlySet<string>> {
  const space = erasures[0]?.space ?? '';
  const rows = await books.db.ops
    .where('[space+subject]')
    .between([space, ''], [space, '\uffff'])
    .filter(({ of }) => of === 'term' || of === 'release')
    .toArray();
  const ops = await Promise.all(rows.map((row) => openOp(books, row)));
  return new Set(ops.flatMap(({ changes }) => changes.flatMap(peopleIn)));
}

const peopleIn = (change: Change): readonly string[] => {
  if (change.kind === 'agreement') return [change.agreement.personId];
  if (change.kind === 'term') return change.term.cleared;
  return change.kind === 'release' ? (change.release.cleared ?? []) : [];
};

/** Whom these speak of, and who was erased. */
async function goneIn(books: Books, ops: readonly Op[]): Promise<readonly string[]> {
  const named = ops.flatMap(({ space, changes }) => changes.flatMap(peopleIn).map((subject): Key => [space, subject]));
  const known = await gather(books, keysOf(named.map(([space, subject]) => ({ space, subject }))));
  return [...known.values()].filter(({ ops: own }) => own.some(isErasure)).map(({ key }) => key[1]);
}

/** As it is kept here: nothing of who was erased, and with the block of whoever had that address. */
async function arrivingIn(books: Books, ops: readonly Op[], space: Space): Promise<(op: Op) => Promise<Op>> {
  const gone = [...(await goneIn(books, ops)), ...ops.filter(isErasure).map(({ subject }) => subject)];
  const suppressed = await suppressArrivals(books, ops.length);
  return async (op) => {
    if (isErasure(op)) return onlyErasure(op);
    const changes = gone.reduce((left, person) => left.flatMap((one) => changeWithout(one, person)), op.changes);
    const kept = changes.length === op.changes.length && changes.every((one, at) => one === op.changes[at]);
    const arriving = kept ? op : { ...op, changes };
    return suppressed ? suppressed(arriving, space) : arriving;
  };
}

const lifts = ({ changes, subject }: Op): boolean =>
  changes.every((one) => one.kind === 'suppression-lifted' && one.suppressionId === erasedBlock(subject));

/** What a space settles (its region, batches that were undone) counts for all who are in it. */
export function refoldNeeded(space: string, before: Space, after: Space): Notes['refold'] {
  const undone = [...before.undone, ...after.undone].filter(
    (batch) => !(before.undone.has(batch) && after.undone.has(batch)),
  );
  const [batch] = undone;
  if (before.policy.region !== after.policy.region || undone.length > 1) return { space };
  return batch === undefined ? undefined : { space, batch };
}
