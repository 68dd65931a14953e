import type { Op } from '../domain/op.ts';
import type { SpaceId } from '../domain/person.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isTeamSpace } from '../domain/space-of.ts';
import { type ActivityEntry, nextLine } from './activity.ts';
import { parseOps } from './admit.ts';
import { refoldAll } from './append.ts';
import { commit, gather } from './commit.ts';
import { type Books, keysOf, keyText } from './context.ts';
import { isErasure } from './erase.ts';
import { failureOf, type LedgerFailure } from './failure.ts';
import { mergeInto, refoldNeeded } from './merge.ts';
import { parseOp } from './op-schema.ts';
import { readSpace, spaceOf } from './space.ts';
import { namedArrivals, opsNamed, type TakenName } from './team-names.ts';

/*
 * What a team's engine gives to the ledger and takes back. Every op has been judged by the membership chain before; here
 * only its shape and its space are looked at, all of them before anything is written. Both may be done again and again.
 */

/** Ids of people in one line of the log; of more only the number is told. */
const NAMED = 20;

/** True: something of it was new. Under the ledger's lock. */
export async function takeOps(books: Books, space: SpaceId, ops: readonly Op[]): Promise<Result<boolean, string>> {
  if (!isTeamSpace(space)) return err(`space ${space}`);
  const whole: Op[] = [];
  for (const value of ops) {
    const read = readTaken(value, space);
    if (!read.ok) return err(`op ${value.id}: ${read.error}`);
    whole.push(read.value);
  }
  try {
    const merged = await mergeInto(books, await namedArrivals(books, whole), (brought) =>
      lineOf(books, 'received', space, brought),
    );
    return ok(merged.added.length + merged.erased > 0);
  } catch (thrown) {
    return err(inWords(failureOf(thrown, 'write-failed')));
  }
}

function readTaken(value: Op, space: SpaceId): Result<Op, string> {
  const parsed = parseOp(value);
  if ('wrong' in parsed) return err(parsed.wrong);
  const { op } = parsed;
  if (op.space !== space) return err('space');
  // An undoing is made by the ledger alone; from a colleague it comes as it was made.
  if (op.of === 'space' && op.subject === space && op.changes.every(({ kind }) => kind === 'undo')) return ok(op);
  const whole = parseOps([op]);
  return whole.ok ? ok(op) : err(whole.error.detail ?? whole.error.code);
}

/**
 * As if they had never come, whatever was said since. True: something went. Taken again, they count again. An erasure
 * stands: what it took is not here any more. Under the ledger's lock.
 */
export async function takeBackOps(
  books: Books,
  space: SpaceId,
  names: readonly TakenName[],
): Promise<Result<boolean, string>> {
  try {
    const found = await Promise.all(names.map((name) => opsNamed(books, space, name)));
    const going = found.flat().filter((op) => !isErasure(op));
    if (going.length === 0) return ok(false);
    const drop = new Set(going.map(({ id }) => id));
    const before = await readSpace(books, space);
    const refold = await gather(books, keysOf(going), drop);
    const own = refold.get(keyText([space, space]))?.ops;
    const after = own ? { ...before, ...spaceOf(space, own) } : before;
    const anew = refoldNeeded(space, before, after);
    const line = await nextLine(books, lineOf(books, 'taken-back', space, going));
    await commit(books, new Map([[space, after]]), {
      drop: [...drop],
      refold,
      ...(anew ? { notes: { refold: anew } } : {}),
      log: { rows: [line.row], head: line.head },
    });
    if (anew) await refoldAll(books, anew);
    return ok(true);
  } catch (thrown) {
    return err(inWords(failureOf(thrown, 'write-failed')));
  }
}

/** People are named where they are few; terms, releases and what a space settles are in no line. */
export function lineOf(
  books: Books,
  kind: 'received' | 'taken-back' | 'shared' | 'kept',
  space: SpaceId,
  ops: readonly Op[],
): ActivityEntry {
  const subjects = ops.flatMap(({ of, subject }) => (of === 'person' ? [subject] : []));
  const people = [...new Set(subjects)];
  const count = people.length > 1 ? { count: people.length } : {};
  return { at: books.now(), kind, rules: [], people: people.length > NAMED ? [] : people, ...count, space };
}

const inWords = ({ code, detail }: LedgerFailure): string => (detail === undefined ? code : `${code}: ${detail}`);
