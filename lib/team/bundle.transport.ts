import { err, ok } from '../domain/result.ts';
import { readBundle } from './bundle-file.ts';
import { type Asked, ask, asking, failureOf } from './http.ts';
import { named } from './piece-path.ts';
import { readSome } from './read-some.ts';
import { readSeen, wentBack } from './seen.ts';
import { type Moved, PIECE_KINDS, type Piece, type Transport } from './transport.ts';
import { watchByLooking } from './watch-by-looking.ts';

/*
 * One file that an admin publishes: read from an address, or handed over. Nothing can be written to it. A file that is
 * older than the one before is an alarm like a server that was rolled back.
 */

/** The file as it is now, and how to tell that it has not changed. */
export interface BundleSource {
  read(signal: AbortSignal): Moved<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly tag: string }>;
}

/** Asks the server with the tag of the last answer (RFC 9110, 13.1.2): what has not changed is not sent again. */
export function bundleAt(asked: Asked): BundleSource {
  const request = asking(asked);
  let last: { readonly etag: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined;
  let turn = 0;
  return {
    async read(signal) {
      const answer = await request('', last ? { headers: { 'if-none-match': last.etag } } : {}, signal);
      if (!answer.ok) return answer;
      if (answer.value.status === 304 && last) return ok({ bytes: last.bytes, tag: last.etag });
      if (answer.value.status !== 200) return err(failureOf(answer.value, asked.url));
      const bytes = await ask(async () => new Uint8Array(await answer.value.arrayBuffer()), signal);
      if (!bytes.ok) return bytes;
      const etag = answer.value.headers.get('etag');
      last = etag === null ? undefined : { etag, bytes: bytes.value };
      turn += 1;
      return ok({ bytes: bytes.value, tag: etag ?? `without a tag, ${turn}` });
    },
  };
}

/** A file that somebody handed over: it stays as it is. */
export const bundleFrom = (bytes: Uint8Array<ArrayBuffer>): BundleSource => ({
  read: async (signal) => ask(async () => ({ bytes, tag: 'file' }), signal),
});

/** `every`: milliseconds between two looks while somebody watches. */
export function bundleTransport(source: BundleSource, every: number): Transport {
  const closed = new AbortController();
  let open: { readonly tag: string; readonly pieces: ReadonlyMap<string, Piece> } | undefined;

  const pieces = async (signal: AbortSignal): Moved<ReadonlyMap<string, Piece>> => {
    const file = await source.read(signal);
    if (!file.ok) return file;
    if (open?.tag === file.value.tag) return ok(open.pieces);
    const read = await readBundle(file.value.bytes);
    if (!read.ok) return err({ kind: 'malformed', detail: 'this is no whole bundle' });
    open = { tag: file.value.tag, pieces: new Map(read.value.map((piece) => [piece.path, piece])) };
    return ok(open.pieces);
  };

  const readOnly = async (): Moved<never> => err({ kind: 'refused', detail: 'a bundle is only read' });

  return {
    id: 'bundle',
    writes: false,
    live: false,
    put: readOnly,
    remove: readOnly,

    async *pull(since, signal, kinds = PIECE_KINDS) {
      const seen = readSeen(since);
      if (!seen.ok) return yield seen;
      const all = await pieces(signal);
      if (!all.ok) return yield all;
      const paths = [...all.value.values()]
        .map(({ path }) => path)
        .filter((path) => kinds.some((kind) => path.startsWith(`${kind}/`)));
      const back = wentBack(seen.value, paths, kinds);
      if (back !== undefined) return yield err({ kind: 'reset', detail: back });
      yield* readSome(seen.value, paths, kinds, signal, async (path) => ok(all.value.get(path)));
    },

    async get(path, signal) {
      const name = named([path]);
      if (!name.ok) return name;
      const all = await pieces(signal);
      return all.ok ? ok(all.value.get(path)) : all;
    },

    watch(told, signal) {
      const until = AbortSignal.any([signal, closed.signal]);
      const look = async () => {
        const file = await source.read(until);
        return file.ok ? ok(file.value.tag) : err('away' as const);
      };
      watchByLooking(look, every, told, until);
    },

    close: async () => closed.abort(),
  };
}
