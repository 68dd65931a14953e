import { err, ok, type Result } from '../domain/result.ts';
import { parsePath } from './piece-path.ts';
import { type Cursor, PIECE_KINDS, type PieceKind, type PiecePath, type TransportFailure } from './transport.ts';

/*
 * Where a reader stands with files that have no order: what it has read of those that are there, by a short form of the
 * path. Two paths of one form would hide the second; with 50 bits and 10,000 files that is one chance in 20 million.
 */
export interface Seen {
  /** The id in the relay's own file, once there was one. */
  readonly relay: string | undefined;
  readonly read: Readonly<Record<PieceKind, ReadonlySet<string>>>;
  /** The highest heads of each device. */
  readonly beats: ReadonlyMap<string, number>;
}

const kinds = <T>(of: (kind: PieceKind) => T): Record<PieceKind, T> =>
  Object.fromEntries(PIECE_KINDS.map((kind) => [kind, of(kind)])) as Record<PieceKind, T>;

export const NOTHING_SEEN: Seen = { relay: undefined, read: kinds(() => new Set<string>()), beats: new Map() };

const LENGTH = 10;

export const written = ({ relay, read, beats }: Seen): Cursor =>
  JSON.stringify({ v: 1, relay, read: kinds((kind) => [...read[kind]].join('')), beats: [...beats] });

/** A text that is no cursor of files is of another relay. */
export function readSeen(cursor: Cursor | undefined): Result<Seen, TransportFailure> {
  if (cursor === undefined) return ok(NOTHING_SEEN);
  try {
    const { v, relay, read, beats } = JSON.parse(cursor);
    if (v !== 1) throw new TypeError('another cursor');
    const split = (text: string): ReadonlySet<string> => new Set(text.match(/.{10}/g));
    return ok({ relay, read: kinds((kind) => split(read[kind])), beats: new Map(beats) });
  } catch {
    return err({ kind: 'reset', detail: 'the cursor is of another relay' });
  }
}

/** Fifty bits of a path as ten digits of base 32: two sums of their own (FNV-1a, and one by the golden ratio), mixed. */
export function short(path: PiecePath): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < path.length; i += 1) {
    const code = path.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul((b ^ code) + ((b << 5) | (b >>> 27)), 0x9e3779b1);
  }
  return half(a ^ (b >>> 16)) + half(b ^ (a >>> 16));
}

function half(sum: number): string {
  const mixed = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) & 0x1ffffff).toString(32).padStart(LENGTH / 2, '0');
}

/**
 * What can only go forward has gone back: an entry of the chain is missing, a device's heads are older than they were.
 * Envelopes may be missing, because they are folded and erased.
 */
export function wentBack(seen: Seen, there: readonly PiecePath[], asked: readonly PieceKind[]): string | undefined {
  const now = new Set(there.map(short));
  if (asked.includes('chain') && [...seen.read.chain].some((entry) => !now.has(entry)))
    return 'an entry of the chain is missing';
  for (const [device, n] of highestBeats(there))
    if (n < (seen.beats.get(device) ?? 0)) return `the heads of ${device} are older than they were`;
  return undefined;
}

export function highestBeats(paths: readonly PiecePath[]): ReadonlyMap<string, number> {
  const highest = new Map<string, number>();
  for (const path of paths) {
    const name = parsePath(path);
    if (name?.kind === 'hb') highest.set(name.device, Math.max(name.n, highest.get(name.device) ?? 0));
  }
  return highest;
}
