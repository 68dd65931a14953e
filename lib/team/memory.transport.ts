import { err, ok, type Result } from '../domain/result.ts';
import { named, type PieceName, sendable } from './piece-path.ts';
import {
  type Cursor,
  PIECE_KINDS,
  type Piece,
  type PieceKind,
  type Put,
  type Transport,
  type TransportFailure,
} from './transport.ts';

/*
 * A relay in memory: the shortest thing that keeps the contract, for tests of what stands on it. It compares the chain as
 * a server does, and its faults can be had at will.
 */

export interface MemoryRelay {
  /** As if nobody had ever written to it. */
  wipe(): void;
  /** A copy from earlier was put back: as it was after its first `count` pieces. */
  rollBack(count: number): void;
  /** What every call answers from now on; undefined: it works again. */
  fail(how: TransportFailure['kind'] | undefined): void;
  readonly pieces: readonly Piece[];
  transport(options?: { readonly writes?: boolean }): Transport;
}

interface Kept extends Piece {
  readonly seq: number;
  readonly name: PieceName;
}

const PART = 64;

export function memoryRelay(): MemoryRelay {
  let born = crypto.randomUUID();
  let last = 0;
  let log: readonly Kept[] = [];
  let failing: TransportFailure['kind'] | undefined;
  const watchers = new Set<(news: 'more' | 'up' | 'down') => void>();
  const tell = (news: 'more' | 'up' | 'down'): void => {
    for (const told of [...watchers]) queueMicrotask(() => watchers.has(told) && told(news));
  };

  const store = (piece: Piece, name: PieceName): Put | TransportFailure => {
    if (log.some(({ path }) => path === piece.path)) return 'known';
    if (name.kind === 'chain') {
      const next = 1 + Math.max(-1, ...log.map((kept) => (kept.name.kind === 'chain' ? kept.name.n : -1)));
      if (name.n < next) return 'behind';
      if (name.n > next) return { kind: 'reset', detail: `entry ${next} of the chain comes first` };
    }
    if (name.kind === 'hb') {
      const { device, n } = name;
      const same = ({ name: of }: Kept): boolean => of.kind === 'hb' && of.device === device;
      if (log.some((kept) => same(kept) && kept.name.kind === 'hb' && kept.name.n > n)) return 'known';
      log = log.filter((kept) => !same(kept));
    }
    last += 1;
    log = [...log, { path: piece.path, bytes: piece.bytes.slice(), seq: last, name }];
    return 'stored';
  };

  const stopped = (signal: AbortSignal): TransportFailure | undefined =>
    signal.aborted ? { kind: 'cancelled' } : failing ? { kind: failing } : undefined;

  const transport = (writes: boolean): Transport => {
    const ended = new AbortController();
    return {
      id: 'memory',
      writes,
      live: true,
      async put(pieces, signal) {
        const names = sendable(pieces);
        if (!names.ok) return names;
        if (!writes) return err({ kind: 'refused', detail: 'it may only read' });
        const done: Put[] = [];
        for (const [i, name] of names.value.entries()) {
          await Promise.resolve();
          const why = stopped(signal);
          if (why) return err(why);
          const put = store(pieces[i] as Piece, name);
          if (typeof put === 'object') return err(put);
          done.push(put);
          if (put === 'stored') tell('more');
        }
        return ok(done);
      },
      async *pull(since, signal, kinds = PIECE_KINDS) {
        const stand = positions(since, born, last);
        if (!stand.ok) return yield stand;
        const read = new Map(stand.value);
        const until = last;
        const wanted = log.filter(({ seq, name: { kind } }) => kinds.includes(kind) && seq > (read.get(kind) ?? 0));
        for (let at = 0; at === 0 || at < wanted.length; at += PART) {
          await Promise.resolve();
          const why = stopped(signal);
          if (why) return yield err(why);
          const part = wanted.slice(at, at + PART);
          const upTo = at + PART >= wanted.length ? until : (part.at(-1)?.seq ?? until);
          for (const kind of kinds) read.set(kind, Math.max(upTo, read.get(kind) ?? 0));
          yield ok({ pieces: part.map(handedOut), cursor: written(born, read) });
        }
      },
      async get(path, signal) {
        const name = named([path]);
        if (!name.ok) return name;
        const why = stopped(signal);
        if (why) return err(why);
        const kept = log.find((one) => one.path === path);
        return ok(kept && handedOut(kept));
      },
      async remove(paths, signal) {
        const names = named(paths);
        if (!names.ok) return names;
        if (!writes) return err({ kind: 'refused', detail: 'it may only read' });
        const why = stopped(signal);
        if (why) return err(why);
        log = log.filter(({ path }) => !paths.includes(path));
        return ok(paths);
      },
      watch(told, signal) {
        const until = AbortSignal.any([signal, ended.signal]);
        if (until.aborted) return;
        watchers.add(told);
        until.addEventListener('abort', () => watchers.delete(told), { once: true });
      },
      close: async () => ended.abort(),
    };
  };

  return {
    wipe() {
      [born, last, log] = [crypto.randomUUID(), 0, []];
      tell('more');
    },
    rollBack(count) {
      log = log.slice(0, count);
      last = log.at(-1)?.seq ?? 0;
      tell('more');
    },
    fail(how) {
      if ((how === undefined) !== (failing === undefined)) tell(how === undefined ? 'up' : 'down');
      failing = how;
    },
    get pieces() {
      return log.map(handedOut);
    },
    transport: ({ writes = true } = {}) => transport(writes),
  };
}

const handedOut = ({ path, bytes }: Piece): Piece => ({ path, bytes: bytes.slice() });

const written = (born: string, read: ReadonlyMap<PieceKind, number>): Cursor => JSON.stringify([born, ...read]);

/** How far was read of each kind. */
function positions(
  since: Cursor | undefined,
  born: string,
  last: number,
): Result<ReadonlyMap<PieceKind, number>, TransportFailure> {
  if (since === undefined) return ok(new Map());
  const [at, read] = readCursor(since);
  if (at !== born) return err({ kind: 'reset', detail: 'it is another than it was' });
  if (read.some(([, seq]) => seq > last)) return err({ kind: 'reset', detail: 'it stands further back than it did' });
  return ok(new Map(read));
}

/** A text that this relay did not write is of another one. */
function readCursor(since: Cursor): readonly [string | undefined, readonly (readonly [PieceKind, number])[]] {
  try {
    const [at, ...read] = JSON.parse(since) as [string, ...[PieceKind, number][]];
    return [at, read];
  } catch {
    return [undefined, []];
  }
}
