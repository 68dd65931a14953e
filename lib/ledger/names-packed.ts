import type { PersonState, SpaceId } from '../domain/person.ts';
import type { Books } from './context.ts';
import { LedgerError } from './failure.ts';
import { mendedRoll, type Roll, rollOf } from './names-roll.ts';
import { foldPacked, packedAt, pageName, placesOf, runsOf } from './shelf.ts';
import { numberOf, PER_PAGE } from './shelf-format.ts';
import { readSpace, rememberedByRevision } from './space.ts';
import { epochOf, type RunRow } from './tables.ts';

/** A run in the list: its lines, and which of them do not count. */
export interface Listed {
  readonly roll: Roll;
  /** Positions of those who are gone, have rows of their own, or cannot be read; in order. */
  readonly out: readonly number[];
  /** People, by ids of their own or of the pages on which they are, who cannot be read. */
  readonly damaged: readonly string[];
  readonly length: number;
}

/** Those who lie in pages: read as far as they are asked for. */
export interface PackedNames {
  /** `rev`: rows up to this revision answer for themselves. */
  readonly of: (space: SpaceId, rev: number) => Promise<readonly Listed[]>;
  /** Parallel to the places. */
  readonly open: (listed: Listed, places: readonly number[]) => Promise<readonly (PersonState | 'damaged')[]>;
  /** These do not open: they are told, and listed no more. */
  readonly tell: (listed: Listed, places: readonly number[]) => Promise<void>;
  /** Reads the lines of this failure's run from its people, from now on. False: it is about something else. */
  readonly mend: (thrown: unknown) => boolean;
}

interface Known {
  readonly roll: Roll;
  /** Revision up to which rows were looked for. */
  rev: number;
  readonly overlaid: Set<number>;
  readonly unread: Map<number, string>;
  listed?: Listed;
}

export function packedNames(books: Books): PackedNames {
  const known = new Map<string, Known>();
  const broken = new Set<string>();
  let epoch = -1;
  const spaceOf = rememberedByRevision(books, (id) => readSpace(books, id));

  async function knownOf(run: RunRow): Promise<Known> {
    const before = known.get(run.id);
    if (before?.roll.run.rev === run.rev) return before;
    const roll = broken.has(run.id)
      ? await mendedRoll(books, run, (await spaceOf(run.space)).policy.region)
      : rollOf(books, run);
    const made: Known = { roll, rev: -1, overlaid: new Set(), unread: new Map() };
    known.set(run.id, made);
    return made;
  }

  async function listedOf(run: RunRow, rev: number): Promise<Listed> {
    const one = await knownOf(run);
    if (one.rev < rev) {
      const keys = await books.db.states.where('rev').between(one.rev, rev, false, true).primaryKeys();
      const subjects = keys.filter(([space]) => space === run.space).map(([, subject]) => numberOf(subject));
      const places = subjects.length > 0 ? await placesOf(books, run, subjects) : new Map<number, readonly number[]>();
      const before = one.overlaid.size;
      for (const at of await one.roll.positionsOf([...places.values()].flat())) one.overlaid.add(at);
      one.rev = rev;
      if (one.overlaid.size !== before) delete one.listed;
    }
    one.listed ??= listed(one);
    return one.listed;
  }

  return {
    async of(space, rev) {
      const [runs, now] = [await runsOf(books, space), await epochOf(books.db)];
      if (now !== epoch) known.clear();
      epoch = now;
      const { undone } = await spaceOf(space);
      return Promise.all(runs.filter(({ batch }) => !undone.has(batch)).map((run) => listedOf(run, rev)));
    },
    async open({ roll: { run } }, places) {
      const { undone } = await spaceOf(run.space);
      const opened = async (some: readonly number[]): Promise<ReadonlyMap<number, PersonState>> =>
        new Map(
          (await packedAt(books, run, some)).flatMap((one): (readonly [number, PersonState])[] => {
            const state = foldPacked(one, undone)?.state;
            return state ? [[one.place, state]] : [];
          }),
        );
      const together = await opened(places).catch(ifDamaged);
      if (together) return places.map((place) => together.get(place) ?? 'damaged');
      // One page of them does not open: each by itself, so that the others still come.
      return Promise.all(
        places.map(async (place) => (await opened([place]).catch(ifDamaged))?.get(place) ?? 'damaged'),
      );
    },
    async tell({ roll }, places) {
      const one = known.get(roll.run.id);
      if (!one) return;
      for (const place of places) {
        const [at] = await roll.positionsOf([place]);
        const page = pageName({ run: roll.run.id, kind: 'people', id: Math.floor(place / PER_PAGE) });
        if (at !== undefined) one.unread.set(at, `${page}:${place % PER_PAGE}`);
      }
      delete one.listed;
    },
    mend(thrown) {
      if (!(thrown instanceof LedgerError)) return false;
      const [, run = '', kind] = (thrown.failure.detail ?? '').split(':');
      if (!known.has(run) || broken.has(run) || (kind !== 'lines' && kind !== 'ranks')) return false;
      broken.add(run);
      known.delete(run);
      return true;
    },
  };
}

function listed({ roll, overlaid, unread }: Known): Listed {
  const out = [...new Set([...roll.gone, ...overlaid, ...unread.keys()])].sort((a, b) => a - b);
  return { roll, out, damaged: [...roll.damaged, ...unread.values()], length: roll.count - out.length };
}

function ifDamaged(thrown: unknown): undefined {
  if (!(thrown instanceof LedgerError)) throw thrown;
}
