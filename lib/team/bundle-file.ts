import { err, ok, type Result } from '../domain/result.ts';
import { isPath, sendable } from './piece-path.ts';
import type { Piece } from './transport.ts';
import { unwrapped, wrapped } from './whole-file.ts';

/*
 * Many pieces in one file. Each is sealed by itself; the file adds their paths and says whether it is whole.
 * Inside of the wrapping, again and again: length of the path (1 byte), path in ASCII, length of the piece (4 bytes, the
 * highest first), piece.
 */
export async function writeBundle(pieces: readonly Piece[]): Promise<Uint8Array<ArrayBuffer>> {
  const size = pieces.reduce((sum, { path, bytes }) => sum + 5 + path.length + bytes.length, 0);
  const inner = new Uint8Array(size);
  const view = new DataView(inner.buffer);
  let at = 0;
  for (const { path, bytes } of pieces) {
    view.setUint8(at, path.length);
    inner.set(new TextEncoder().encode(path), at + 1);
    view.setUint32(at + 1 + path.length, bytes.length);
    inner.set(bytes, at + 5 + path.length);
    at += 5 + path.length + bytes.length;
  }
  return wrapped(inner);
}

/** All of it or nothing: a file that was cut or changed says nothing. */
export async function readBundle(file: Uint8Array<ArrayBuffer>): Promise<Result<readonly Piece[], 'malformed'>> {
  const inner = await unwrapped(file);
  if (inner === undefined) return err('malformed');
  const view = new DataView(inner.buffer);
  const pieces: Piece[] = [];
  for (let at = 0; at < inner.length; ) {
    const length = view.getUint8(at);
    const start = at + 5 + length;
    if (start > inner.length) return err('malformed');
    const path = new TextDecoder().decode(inner.subarray(at + 1, at + 1 + length));
    const end = start + view.getUint32(at + 1 + length);
    if (end > inner.length || !isPath(path)) return err('malformed');
    pieces.push({ path, bytes: inner.slice(start, end) });
    at = end;
  }
  return sendable(pieces).ok ? ok(pieces) : err('malformed');
}
