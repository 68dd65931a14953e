import { crc32 } from './crc.ts';

/*
 * A zip is read from its central directory, part by part, with the browser's own inflate: no library, and no byte more
 * than is asked for. A size in a header is a claim; what comes out is counted, and the limit holds for all parts together.
 */
export interface Part {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: Uint8Array<ArrayBuffer>;
}

export type ZipProblem = 'damaged' | 'bomb' | 'protected';
export class ZipError extends Error {
  override readonly name = 'ZipError';
  constructor(readonly problem: ZipProblem) {
    super(problem);
  }
}

/** Unpacked bytes of one file, all parts together. A real sheet of 1,000,000 cells unpacks to some 40 MB. */
export const MOST_UNPACKED = 400 * 1024 * 1024;
const MOST_PARTS = 2_000;
/** Real sheets pack 9–12 : 1, deflate ends at 1,032 : 1. Below the first 10 MB a ratio says nothing. */
const RATIO = 150;
const RATIO_FROM = 10 * 1024 * 1024;
/** Packed bytes given to inflate at once: one piece grows a thousandfold at most. */
const PIECE = 16 * 1024;

/** The parts by name. Throws `ZipError`. */
export function partsOf(bytes: Uint8Array<ArrayBuffer>): ReadonlyMap<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_PARTS) throw new ZipError('bomb');
  const parts = new Map<string, Part>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new ZipError('damaged');
    const size = view.getUint32(at + 20, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) throw new ZipError('damaged');
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + size > bytes.length) throw new ZipError('damaged');
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0)));
    parts.set(path.replaceAll('\\', '/').replace(/^\//, ''), {
      name: path,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: bytes.subarray(start, start + size),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 65_536; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new ZipError('damaged');
}

/** What all parts of a file have unpacked to so far. */
export interface Budget {
  left: number;
}

/** The bytes of a part, a piece at a time. Throws `ZipError` where the limit is reached or the part is damaged. */
export async function* unpacked(part: Part, budget: Budget): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (part.encrypted) throw new ZipError('protected');
  let crc = 0;
  let out = 0;
  for await (const piece of part.method === 0 ? stored(part) : inflated(part)) {
    out += piece.length;
    budget.left -= piece.length;
    if (budget.left < 0 || (out > RATIO_FROM && out > part.packed.length * RATIO)) throw new ZipError('bomb');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (crc !== part.crc) throw new ZipError('damaged');
}

async function* stored({ packed }: Part): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < packed.length; at += 65_536) yield packed.subarray(at, at + 65_536);
}

async function* inflated({ method, packed }: Part): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (method !== 8) throw new ZipError('damaged');
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (at >= packed.length) return controller.close();
        controller.enqueue(packed.slice(at, at + PIECE));
        at += PIECE;
      },
    },
    { highWaterMark: 0 },
  );
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (thrown) {
    throw thrown instanceof TypeError ? new ZipError('damaged') : thrown;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
