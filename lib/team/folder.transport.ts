import { err, ok, type Result } from '../domain/result.ts';
import { fileOf, pathOf } from './file-names.ts';
import type { FileStore } from './file-store.ts';
import { named, type PieceName, parsePath, sendable } from './piece-path.ts';
import { readSome } from './read-some.ts';
import { highestBeats, readSeen, wentBack } from './seen.ts';
import { sideBySide } from './side-by-side.ts';
import { type Moved, PIECE_KINDS, type Piece, type PieceKind, type PiecePath, type Transport } from './transport.ts';
import { watchByLooking } from './watch-by-looking.ts';
import { unwrapped, wrapped } from './whole-file.ts';

/*
 * A team's folder: immutable files, found by listing. It cannot compare, so of two entries of the chain with one number it
 * keeps both, and their readers settle which counts. Nobody is told of a new file: they look.
 */

export interface FolderOptions {
  readonly store: FileStore;
  /** By the rights that were given; the server has the last word. */
  readonly writes: boolean;
  /** Milliseconds between two looks while somebody watches. */
  readonly every: number;
  /** The owner says that the folder keeps no earlier versions: only then a removal is for certain. */
  readonly keepsNoVersions: boolean;
}

const WIDTH = 6;
/** Names the folder, so that an emptied one is told from the one that it was. */
const RELAY = 'relay.bin';

export function folderTransport({ store, writes, every, keepsNoVersions }: FolderOptions): Transport {
  const closed = new AbortController();
  let marked = false;

  const mark = async (signal: AbortSignal): Moved<unknown> => {
    if (marked) return ok(undefined);
    const id = await wrapped(new TextEncoder().encode(crypto.randomUUID()));
    const created = await store.create(RELAY, id, signal);
    marked = created.ok;
    return created;
  };

  const relayId = async (signal: AbortSignal): Moved<string | undefined> => {
    const file = await store.read(RELAY, signal);
    if (!file.ok) return file;
    const bytes = file.value && (await unwrapped(file.value));
    marked = bytes !== undefined;
    return ok(bytes && new TextDecoder().decode(bytes));
  };

  /** Paths of all pieces of these kinds that are there now. */
  const there = async (kinds: readonly PieceKind[], signal: AbortSignal): Moved<readonly PiecePath[]> => {
    const lists = await sideBySide(kinds, WIDTH, signal, (kind) => listKind(kind, signal));
    return lists.ok ? ok(lists.value.flat()) : lists;
  };

  const listKind = async (kind: PieceKind, signal: AbortSignal): Moved<readonly PiecePath[]> => {
    const top = await store.list(`${kind}/`, signal);
    if (!top.ok) return top;
    if (kind !== 'snap') return ok(pathsIn(`${kind}/`, top.value));
    const folders = top.value.filter((name) => /^[0-9a-f]+-[0-9]+$/.test(name)).map((name) => `snap/${name}/`);
    const lists = await sideBySide(folders, WIDTH, signal, async (folder) => {
      const names = await store.list(folder, signal);
      return names.ok ? ok(pathsIn(folder, names.value)) : names;
    });
    return lists.ok ? ok(lists.value.flat()) : lists;
  };

  const readPiece = async (path: PiecePath, signal: AbortSignal): Moved<Piece | undefined> => {
    const name = parsePath(path);
    const file = name ? await store.read(fileOf(name), signal) : ok(undefined);
    if (!file.ok) return file;
    const bytes = file.value && (await unwrapped(file.value));
    return ok(bytes && sendable([{ path, bytes }]).ok ? { path, bytes } : undefined);
  };

  const olderBeats = async (
    { device, n }: PieceName & { kind: 'hb' },
    signal: AbortSignal,
  ): Moved<readonly PiecePath[] | 'late'> => {
    const beats = await there(['hb'], signal);
    if (!beats.ok) return beats;
    const others = beats.value.filter((path) => path.startsWith(`hb/${device}/`) && path !== `hb/${device}/${n}`);
    return ok((highestBeats(others).get(device) ?? -1) > n ? 'late' : others);
  };

  const putOne = async ({ bytes }: Piece, name: PieceName, signal: AbortSignal): Moved<'stored' | 'known'> => {
    const older = name.kind === 'hb' ? await olderBeats(name, signal) : ok([]);
    if (!older.ok) return older;
    if (older.value === 'late') return ok('known');
    const created = await store.create(fileOf(name), await wrapped(bytes), signal);
    if (!created.ok) return created;
    // What cannot be cleared away now is at the next time; readers take the highest.
    for (const path of older.value) await removeFile(path, signal);
    return created;
  };

  const removeFile = async (path: PiecePath, signal: AbortSignal): Moved<void> => {
    const name = parsePath(path);
    return name ? store.remove(fileOf(name), signal) : ok(undefined);
  };

  return {
    id: 'folder',
    writes,
    live: false,

    async put(pieces, signal) {
      const names = sendable(pieces);
      if (!names.ok) return names;
      if (!writes) return err({ kind: 'refused', detail: 'this folder is only read' });
      if (signal.aborted) return err({ kind: 'cancelled' });
      const isMarked = await mark(signal);
      if (!isMarked.ok) return isMarked;
      // Heads come after what they speak of, and the chain in its order.
      const all = pieces.map((piece, at) => ({ piece, at, name: names.value[at] as PieceName }));
      const [ordered, loose] = [all.filter(inOrder), all.filter((one) => !inOrder(one))];
      const first = await sideBySide(loose, WIDTH, signal, ({ piece, name }) => putOne(piece, name, signal));
      if (!first.ok) return first;
      const then = await sideBySide(ordered, 1, signal, ({ piece, name }) => putOne(piece, name, signal));
      if (!then.ok) return then;
      const put = new Map([...loose, ...ordered].map(({ at }, i) => [at, [...first.value, ...then.value][i]]));
      return ok(all.map(({ at }) => put.get(at) ?? 'stored'));
    },

    async *pull(since, signal, kinds = PIECE_KINDS) {
      const seen = readSeen(since);
      if (!seen.ok) return yield seen;
      const relay = await relayId(signal);
      if (!relay.ok) return yield relay;
      if (seen.value.relay !== undefined && seen.value.relay !== relay.value)
        return yield err({ kind: 'reset', detail: 'the folder is another than it was' });
      const paths = await there(kinds, signal);
      if (!paths.ok) return yield paths;
      const back = wentBack(seen.value, paths.value, kinds);
      if (back !== undefined) return yield err({ kind: 'reset', detail: back });
      yield* readSome({ ...seen.value, relay: relay.value }, paths.value, kinds, signal, readPiece);
    },

    async get(path, signal) {
      const name = named([path]);
      return name.ok ? readPiece(path, signal) : name;
    },

    async remove(paths, signal) {
      const names = named(paths);
      if (!names.ok) return names;
      if (!writes) return err({ kind: 'refused', detail: 'this folder is only read' });
      const removed = await sideBySide(paths, WIDTH, signal, (path) => removeFile(path, signal));
      if (!removed.ok) return removed;
      return ok(keepsNoVersions ? paths : []);
    },

    watch(told, signal) {
      const until = AbortSignal.any([signal, closed.signal]);
      const look = async (): Promise<Result<string, 'away'>> => {
        const paths = await there(PIECE_KINDS, until);
        return paths.ok ? ok([...paths.value].sort().join()) : err('away');
      };
      watchByLooking(look, every, told, until);
    },

    close: async () => closed.abort(),
  };
}

const inOrder = ({ name }: { readonly name: PieceName }): boolean => name.kind === 'hb' || name.kind === 'chain';

const pathsIn = (folder: string, files: readonly string[]): readonly PiecePath[] =>
  files.map((file) => pathOf(folder + file)).filter((path) => path !== undefined);
