import { Inflate } from 'fflate';
import { crc32 } from '../exchange/xlsx/crc.ts';
import type { Entry } from './archive.ts';
import { type Meter, Stop } from './meter.ts';
import type { Bytes, Source } from './source.ts';

/** Packed bytes that are had at once, and given to inflate at once: one push grows 1,032-fold at most. */
const SLICE = 256 * 1024;
const PUSH = 4 * 1024;
/** Real sheets pack 9–12 : 1, and below 10 MB a ratio says nothing. */
const RATIO = 100;
const RATIO_FROM = 10 * 1024 * 1024;

/** The bytes of one entry, piece by piece to `onPiece`. Throws `Stop`; pieces that came before it are true. */
export async function unpack(
  source: Source,
  entry: Entry,
  meter: Meter,
  onPiece: (piece: Bytes) => void,
): Promise<void> {
  if (entry.encrypted) throw new Stop('encrypted');
  const head = await source.read(entry.at, entry.at + 30);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 30 || view.getUint32(0, true) !== 0x04034b50) throw new Stop('unreadable');
  const from = entry.at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  let crc = 0;
  let out = 0;
  const take = (piece: Bytes): void => {
    out += piece.length;
    meter.grow(piece.length);
    if (out > RATIO_FROM && out > entry.packed * RATIO) throw new Stop('bomb');
    crc = crc32(piece, crc);
    onPiece(piece);
  };
  const push = entry.method === 0 ? take : inflater(entry.method, take);
  for (let at = 0; at < entry.packed; at += SLICE) {
    const slice = await source.read(from + at, from + Math.min(at + SLICE, entry.packed));
    if (slice.length === 0) throw new Stop('unreadable');
    for (let start = 0; start < slice.length; start += PUSH) {
      push(slice.subarray(start, start + PUSH));
      await meter.breathe();
    }
  }
  if (crc !== entry.crc) throw new Stop('unreadable');
}

function inflater(method: number, take: (piece: Bytes) => void): (packed: Bytes) => void {
  if (method !== 8) throw new Stop('unreadable');
  const inflate = new Inflate((piece) => take(piece as Bytes));
  return (packed) => {
    try {
      inflate.push(packed);
    } catch (thrown) {
      throw thrown instanceof Stop ? thrown : new Stop('unreadable');
    }
  };
}

/** A whole entry of at most `most` bytes. Throws `Stop`. */
export async function unpackWhole(source: Source, entry: Entry, meter: Meter, most: number): Promise<Bytes> {
  const pieces: Bytes[] = [];
  let size = 0;
  await unpack(source, entry, meter, (piece) => {
    size += piece.length;
    if (size > most) throw new Stop('too-large');
    // The inflater uses its window again.
    pieces.push(piece.slice());
  });
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
