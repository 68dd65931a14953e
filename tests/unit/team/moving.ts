import type { Cursor, Piece, PieceKind, Put, Transport } from '../../../lib/team/transport.ts';

const live = new AbortController().signal;

/** Everything since a cursor; a failure throws. */
export async function drain(
  from: Transport,
  since?: Cursor,
  kinds?: readonly PieceKind[],
): Promise<{ readonly pieces: readonly Piece[]; readonly cursor: Cursor }> {
  const pieces: Piece[] = [];
  let cursor = since;
  for await (const part of from.pull(since, live, kinds)) {
    if (!part.ok) throw new Error(`pull: ${part.error.kind} ${part.error.detail ?? ''}`);
    pieces.push(...part.value.pieces);
    cursor = part.value.cursor;
  }
  if (cursor === undefined) throw new Error('pull ended without a cursor');
  return { pieces, cursor };
}

/** Each is stored or known; a failure throws. */
export async function putAll(to: Transport, pieces: readonly Piece[]): Promise<readonly Put[]> {
  const put = await to.put(pieces, live);
  if (!put.ok) throw new Error(`put: ${put.error.kind} ${put.error.detail ?? ''}`);
  if (put.value.includes('behind')) throw new Error('put: behind');
  return put.value;
}
