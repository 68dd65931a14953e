import type { StreamInfo } from '@nats-io/jetstream';
import { err, ok } from '../domain/result.ts';
import { failureOfNats, isAbsent } from './nats-failure.ts';
import { streamIndex } from './nats-index.ts';
import { pullInvite } from './nats-invite.ts';
import { type Link, type LinkOptions, natsLink, orCancelled } from './nats-link.ts';
import { NEWS, STREAM_OF, STREAMS, type StreamName, streamConfig, subjectOf } from './nats-names.ts';
import { type Place, readPlaces, writtenPlaces } from './nats-place.ts';
import { putPiece, seqNow } from './nats-put.ts';
import { lastDirect, lastOf, messageAt, readFrom, type Stored } from './nats-read.ts';
import { watchNews } from './nats-watch.ts';
import { named, type PieceName, sendable } from './piece-path.ts';
import { sideBySide } from './side-by-side.ts';
import {
  type Moved,
  PIECE_KINDS,
  type Piece,
  type PieceKind,
  type PiecePath,
  type Pulled,
  type Put,
  type Transport,
} from './transport.ts';

/*
 * A nats-server with JetStream, over WebSocket. The server is a relay that may be emptied, rolled back or lie: an answer
 * of it is no promise, and what it lacks is offered again. An admin's device makes the streams where they are missing.
 */
export interface NatsOptions extends LinkOptions {
  readonly role: 'admin' | 'editor' | 'viewer' | 'invite';
  /** Of one who asks to join: the invite. It sees the last piece there, and nothing else of the team. */
  readonly invite?: string;
  /** How many servers keep each message: 1, or 3 in a cluster. */
  readonly replicas: 1 | 3;
}

const WIDTH = 256;

export function natsTransport(options: NatsOptions): Transport {
  const linked = natsLink(options);
  const closed = new AbortController();
  const index = streamIndex();
  const readable = PIECE_KINDS.filter((kind) => kind !== 'inv' || options.role === 'admin');
  /** What was learnt in one life of the connection. */
  let life = -1;
  let prepared = false;
  let compared = new Set<PieceKind>();

  const open = async (signal: AbortSignal): Moved<Link> => {
    const link = await linked.open(signal);
    if (link.ok && link.value.lives() !== life) {
      life = link.value.lives();
      index.clear();
      compared = new Set();
      prepared = false;
    }
    return link;
  };

  /** Once more over a new connection, when the one at hand was closed meanwhile: it says why, if it was put out. */
  const through = async <T>(signal: AbortSignal, work: (link: Link) => Moved<T>): Moved<T> => {
    const link = await open(signal);
    if (!link.ok) return link;
    const done = await work(link.value);
    if (done.ok || done.error.kind !== 'unreachable' || !link.value.nc.isClosed()) return done;
    const other = await open(signal);
    return other.ok ? work(other.value) : other;
  };

  const infoOf = async (link: Link, stream: StreamName, signal: AbortSignal): Moved<StreamInfo | undefined> => {
    try {
      return ok(await orCancelled(link.jsm.streams.info(stream), signal));
    } catch (error) {
      return isAbsent(error) ? ok(undefined) : err(failureOfNats(error, signal));
    }
  };

  const prepare = async (link: Link, signal: AbortSignal): Moved<void> => {
    if (prepared || options.role !== 'admin') return ok(undefined);
    for (const stream of STREAMS) {
      const info = await infoOf(link, stream, signal);
      if (!info.ok) return info;
      try {
        if (info.value === undefined)
          await orCancelled(link.jsm.streams.add(streamConfig(stream, options.replicas)), signal);
      } catch (error) {
        return err(failureOfNats(error, signal));
      }
    }
    prepared = true;
    return ok(undefined);
  };

  const putAll = async (
    link: Link,
    pieces: readonly Piece[],
    names: readonly PieceName[],
    signal: AbortSignal,
  ): Moved<readonly Put[]> => {
    // Heads come after what they speak of, and the chain in its order.
    const all = pieces.map((piece, at) => ({ piece, at, name: names[at] as PieceName }));
    const loose = all.filter(({ name }) => name.kind !== 'chain' && name.kind !== 'hb');
    const ordered = all.filter(({ name }) => name.kind === 'chain' || name.kind === 'hb');
    const put = ({ piece, name }: { piece: Piece; name: PieceName }): Moved<Put> =>
      putPiece(link, index, piece, name, signal);
    const first = await sideBySide(loose, WIDTH, signal, put);
    if (!first.ok) return first;
    const then = await sideBySide(ordered, 1, signal, put);
    if (!then.ok) return then;
    const answers = new Map([...loose, ...ordered].map(({ at }, i) => [at, [...first.value, ...then.value][i]]));
    return ok(all.map(({ at }) => answers.get(at) ?? 'stored'));
  };

  async function* pullKind(
    link: Link,
    kind: PieceKind,
    since: Place | undefined,
    info: StreamInfo,
    signal: AbortSignal,
  ): AsyncGenerator<{ pieces: readonly Stored[]; place: Place }, void> {
    const { created, state } = info;
    let mark = since?.mark;
    let at = since?.seq ?? 0;
    if (state.last_seq > at) {
      for await (const pieces of readFrom(link, { stream: STREAM_OF[kind], kind, from: at + 1 }, signal)) {
        const last = pieces.at(-1);
        if (last) [mark, at] = [[last.seq, last.path], last.seq];
        yield { pieces, place: { created, seq: at, mark } };
      }
    }
    yield { pieces: [], place: { created, seq: Math.max(at, state.last_seq), mark } };
  }

  const wentBack = async (
    link: Link,
    kind: PieceKind,
    place: Place | undefined,
    info: StreamInfo | undefined,
  ): Promise<string | undefined> => {
    if (place === undefined) return undefined;
    if (info === undefined) return 'the server has nothing of this team';
    if (info.created !== place.created) return 'the server was set up anew';
    if (info.state.last_seq < place.seq) return 'the server stands further back than it did';
    if (place.mark === undefined || compared.has(kind) || kind === 'snap') return undefined;
    const [seq, path] = place.mark;
    const now = await messageAt(link, STREAM_OF[kind], seq);
    compared.add(kind);
    return now !== undefined && now.path !== path ? 'the server was rolled back and has other pieces now' : undefined;
  };

  async function* pull(
    since: string | undefined,
    signal: AbortSignal,
    kinds: readonly PieceKind[] = PIECE_KINDS,
  ): ReturnType<Transport['pull']> {
    const places = readPlaces(since);
    if (places === undefined) return yield err({ kind: 'reset', detail: 'the cursor is of another relay' });
    const link = await open(signal);
    if (!link.ok) return yield link;
    if (options.invite !== undefined) return yield pullInvite(link.value, options.invite, places, signal);
    const wanted = readable.filter((kind) => kinds.includes(kind));
    const streams = [...new Set(wanted.map((kind) => STREAM_OF[kind]))];
    const infos = await sideBySide(streams, streams.length, signal, (stream) => infoOf(link.value, stream, signal));
    if (!infos.ok) return yield infos;
    const infoFor = (kind: PieceKind): StreamInfo | undefined => infos.value[streams.indexOf(STREAM_OF[kind])];
    try {
      for (const kind of wanted) {
        const back = await wentBack(link.value, kind, places[kind], infoFor(kind));
        if (back !== undefined) {
          prepared = false;
          index.clear();
          return yield err({ kind: 'reset', detail: back });
        }
      }
      let now = places;
      for (const kind of wanted) {
        const info = infoFor(kind);
        if (info === undefined) continue;
        for await (const { pieces, place } of pullKind(link.value, kind, places[kind], info, signal)) {
          now = { ...now, [kind]: place };
          if (pieces.length > 0) yield part(pieces, now);
        }
      }
      yield part([], now);
    } catch (error) {
      const again = link.value.nc.isClosed() ? await open(signal) : link;
      yield again.ok ? err(failureOfNats(error, signal)) : again;
    }
  }

  const get = async (link: Link, name: PieceName, path: PiecePath, signal: AbortSignal): Promise<Piece | undefined> => {
    const stream = STREAM_OF[name.kind];
    let found: Stored | undefined;
    if (name.kind === 'snap') found = await lastDirect(link, stream, subjectOf(name));
    else if (name.kind === 'keys' || name.kind === 'hb') found = await lastOf(link, stream, subjectOf(name));
    else {
      const seq = await seqNow(link, index, name, path, signal);
      found = seq === undefined ? undefined : await messageAt(link, stream, seq);
    }
    return found?.path === path ? { path, bytes: found.bytes } : undefined;
  };

  const removeOne = async (link: Link, name: PieceName, path: PiecePath, signal: AbortSignal): Moved<boolean> => {
    const stream = STREAM_OF[name.kind];
    try {
      const info = await orCancelled(link.jsm.streams.info(stream), signal);
      const seq = await seqNow(link, index, name, path, signal);
      // `true` overwrites the bytes in the block; without it, and by a purge, they stay on the disk.
      if (seq !== undefined) await orCancelled(link.jsm.streams.deleteMessage(stream, seq, true), signal);
      index.forget(path);
      // The log between the servers of a cluster keeps it until it is compacted, which nobody can ask for.
      return ok(info.config.num_replicas === 1);
    } catch (error) {
      return isAbsent(error) ? ok(true) : err(failureOfNats(error, signal));
    }
  };

  return {
    id: 'nats',
    writes: options.role !== 'viewer',
    live: true,

    async put(pieces, signal) {
      const names = sendable(pieces);
      if (!names.ok) return names;
      return through(signal, async (link) => {
        const ready = await prepare(link, signal);
        if (!ready.ok) return ready;
        const put = await putAll(link, pieces, names.value, signal);
        if (!put.ok && put.error.kind === 'reset') prepared = false;
        if (put.ok && put.value.includes('stored')) link.nc.publish(NEWS);
        return put;
      });
    },

    pull,

    async get(path, signal) {
      const names = named([path]);
      if (!names.ok) return names;
      return through(signal, async (link) => {
        try {
          return ok(await orCancelled(get(link, names.value[0] as PieceName, path, signal), signal));
        } catch (error) {
          return isAbsent(error) ? ok(undefined) : err(failureOfNats(error, signal));
        }
      });
    },

    async remove(paths, signal) {
      const names = named(paths);
      if (!names.ok) return names;
      return through(signal, async (link) => {
        const all = [...paths.keys()];
        const gone = await sideBySide(all, 8, signal, (i) =>
          removeOne(link, names.value[i] as PieceName, paths[i] as PiecePath, signal),
        );
        return gone.ok ? ok(paths.filter((_, i) => gone.value[i])) : gone;
      });
    },

    watch: (told, signal) => watchNews(linked, open, told, AbortSignal.any([signal, closed.signal])),

    async close() {
      closed.abort();
      await linked.close();
    },
  };
}

const part = (pieces: readonly Stored[], places: Parameters<typeof writtenPlaces>[0]) =>
  ok<Pulled>({ pieces: pieces.map(({ path, bytes }) => ({ path, bytes })), cursor: writtenPlaces(places) });
