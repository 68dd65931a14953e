import type { Result } from '../domain/result.ts';

/*
 * A way to exchange sealed bytes with a relay that reads nothing. A piece never changes: the same path is the same
 * bytes. What it means, who may have made it and in which order it counts is settled by its readers alone.
 */

export const PIECE_KINDS = ['chain', 'ops', 'snap', 'keys', 'inv', 'hb'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

/**
 * - `chain/<n>-<hash>`: an entry of the membership chain; the first is 0
 * - `ops/<device>/<dseq>-<hash>`: an envelope
 * - `snap/<scope>/<epoch>/<page or manifest>`: a sealed page
 * - `keys/<scope>/<epoch>/<device>`: a key box
 * - `inv/<invite>/<hash>`: a request to join
 * - `hb/<device>/<n>`: the newest heads of a device; a later one takes the place of an earlier one
 * `piece-path.ts` says what is allowed in each part.
 */
export type PiecePath = `${PieceKind}/${string}`;

export interface Piece {
  readonly path: PiecePath;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The largest piece of each kind, in bytes, over every transport: what one carries the others carry too. A body of
 * 128 KB with its header fits `ops`, and a page or a manifest of 8,192 pages with room for the server's own words `snap`.
 */
export const LARGEST: Readonly<Record<PieceKind, number>> = {
  chain: 65_536,
  ops: 196_608,
  snap: 1_000_000,
  keys: 16_384,
  inv: 16_384,
  hb: 65_536,
};

/**
 * - `stored`: it is there now. `known`: the relay had it, or a later one that takes its place.
 * - `behind`: another entry of the chain has this number (only where the relay can compare).
 */
export type Put = 'stored' | 'known' | 'behind';

/** Where one reader stands with one relay: its own text, kept as it is. */
export type Cursor = string;

export interface Pulled {
  readonly pieces: readonly Piece[];
  /** To be kept once the pieces are. */
  readonly cursor: Cursor;
}

/**
 * - `unreachable`: try again later. `refused`: these credentials may not. `full`, `too-large`: not stored.
 * - `reset`: the relay is another than it was, stands further back, or lacks the entries before this one: what it lacks
 *   is to be offered again, and read again without a cursor.
 * - `malformed`: a path that says nothing, or an answer that no such relay gives.
 */
export interface TransportFailure {
  readonly kind: 'unreachable' | 'refused' | 'full' | 'too-large' | 'reset' | 'malformed' | 'cancelled';
  readonly detail?: string;
}

export type Moved<T> = Promise<Result<T, TransportFailure>>;

export interface Transport {
  readonly id: 'memory' | 'folder' | 'bundle' | 'nats';
  readonly writes: boolean;
  /** Others hear of a piece at once; otherwise when they look again. */
  readonly live: boolean;
  /** One answer a piece, in their order; nothing is known of those after a failure. Offering again is always allowed. */
  put(pieces: readonly Piece[], signal: AbortSignal): Moved<readonly Put[]>;
  /**
   * What came since, in parts; without a cursor everything. Ends when no more is there, or with the first failure. A
   * piece may come twice. What is not of `kinds` is left for a later pull with the same cursor.
   */
  pull(
    since: Cursor | undefined,
    signal: AbortSignal,
    kinds?: readonly PieceKind[],
  ): AsyncGenerator<Result<Pulled, TransportFailure>, void>;
  /** Undefined: the relay has none. */
  get(path: PiecePath, signal: AbortSignal): Moved<Piece | undefined>;
  /** Answers with those that are gone for certain; the others are no longer handed out, or will not be soon. */
  remove(paths: readonly PiecePath[], signal: AbortSignal): Moved<readonly PiecePath[]>;
  /** Told whenever `pull` may have more, and when the relay comes or goes. Until the signal ends it. */
  watch(told: (news: 'more' | 'up' | 'down') => void, signal: AbortSignal): void;
  close(): Promise<void>;
}
