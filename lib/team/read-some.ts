import { ok, type Result } from '../domain/result.ts';
import { parsePath } from './piece-path.ts';
import { highestBeats, type Seen, short, written } from './seen.ts';
import { sideBySide } from './side-by-side.ts';
import type { Moved, Piece, PieceKind, PiecePath, Pulled, TransportFailure } from './transport.ts';

const PART = 64;
const WIDTH = 6;

/**
 * Reads of the files that are there those that a reader has not seen. What is not whole yet, or went away in between, is
 * looked for again at the next pull. Of a device's heads only the newest count.
 */
export async function* readSome(
  seen: Seen,
  there: readonly PiecePath[],
  kinds: readonly PieceKind[],
  signal: AbortSignal,
  read: (path: PiecePath, signal: AbortSignal) => Moved<Piece | undefined>,
): AsyncGenerator<Result<Pulled, TransportFailure>, void> {
  const highest = highestBeats(there);
  const counts = (path: PiecePath): boolean => {
    const name = parsePath(path);
    return name?.kind !== 'hb' || highest.get(name.device) === name.n;
  };
  const beats = new Map(seen.beats);
  const done = { ...seen.read };
  for (const kind of kinds)
    done[kind] = new Set(
      there
        .filter(of(kind))
        .map(short)
        .filter((one) => seen.read[kind].has(one)),
    );

  const fresh = kinds.flatMap((kind) =>
    there.filter((path) => of(kind)(path) && counts(path) && !done[kind].has(short(path))),
  );
  for (let at = 0; at === 0 || at < fresh.length; at += PART) {
    const part = await sideBySide(fresh.slice(at, at + PART), WIDTH, signal, (path) => read(path, signal));
    if (!part.ok) return yield part;
    const pieces = part.value.filter((piece) => piece !== undefined);
    for (const kind of kinds) {
      const paths = pieces.map(({ path }) => path).filter(of(kind));
      done[kind] = new Set([...done[kind], ...paths.map(short)]);
    }
    for (const [device, n] of highestBeats(pieces.map(({ path }) => path))) beats.set(device, n);
    yield ok({ pieces, cursor: written({ relay: seen.relay, read: done, beats }) });
  }
}

const of =
  (kind: PieceKind) =>
  (path: PiecePath): boolean =>
    path.startsWith(`${kind}/`);
