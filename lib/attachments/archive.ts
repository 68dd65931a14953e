import { Stop } from './meter.ts';
import type { Bytes, Source } from './source.ts';

/** One file in a zip, as its directory describes it. Sizes there are claims: what comes out is counted. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Packed bytes. */
  readonly packed: number;
  /** Where its local header begins. */
  readonly at: number;
}

const MOST_ENTRIES = 2_000;
const MOST_DIRECTORY = 4 * 1024 * 1024;
const END = 22;
const COMMENT = 65_535;

/** The directory of a zip (APPNOTE 4.3.12), by name. Throws `Stop`: unreadable; bomb where files overlap or are too many. */
export async function entriesOf(source: Source): Promise<ReadonlyMap<string, Entry>> {
  const { count, size, at } = await endOf(source);
  if (count > MOST_ENTRIES || size > MOST_DIRECTORY) throw new Stop('bomb');
  const directory = await source.read(at, at + size);
  const view = viewOf(directory);
  const entries = new Map<string, Entry>();
  let from = 0;
  for (let index = 0; index < count; index += 1) {
    if (from + 46 > directory.length || view.getUint32(from, true) !== 0x02014b50) throw new Stop('unreadable');
    const name = view.getUint16(from + 28, true);
    const extra = view.getUint16(from + 30, true);
    const raw = directory.subarray(from + 46, from + 46 + name);
    const [, packed, local] = wide(view, from, from + 46 + name, extra);
    const path = nameOf(raw);
    entries.set(path, {
      name: path,
      method: view.getUint16(from + 10, true),
      encrypted: (view.getUint16(from + 8, true) & 1) === 1,
      crc: view.getUint32(from + 16, true),
      packed,
      at: local,
    });
    from += 46 + name + extra + view.getUint16(from + 32, true);
  }
  refuseOverlaps([...entries.values()], at);
  return entries;
}

const viewOf = (bytes: Bytes): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function endOf(source: Source): Promise<{ count: number; size: number; at: number }> {
  const from = Math.max(0, source.size - END - COMMENT);
  const tail = await source.read(from, source.size);
  const view = viewOf(tail);
  for (let at = tail.length - END; at >= 0; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50)
      return {
        count: view.getUint16(at + 10, true),
        size: view.getUint32(at + 12, true),
        at: view.getUint32(at + 16, true),
      };
  throw new Stop('unreadable');
}

const MARK = 0xffffffff;

/** Unpacked size, packed size and offset; in the zip64 field (4.5.3) where they are marked so, as streaming writers do. */
function wide(view: DataView, from: number, extraAt: number, extra: number): readonly [number, number, number] {
  const plain = [24, 20, 42].map((offset) => view.getUint32(from + offset, true));
  if (!plain.includes(MARK)) return [plain[0] ?? 0, plain[1] ?? 0, plain[2] ?? 0];
  const end = Math.min(extraAt + extra, view.byteLength);
  for (let at = extraAt; at + 4 <= end; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      const [a, b, c] = plain.map((value) => {
        if (value !== MARK || field + 8 > Math.min(end, at + 4 + length)) return value;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      });
      return [a ?? 0, b ?? 0, c ?? 0];
    }
    at += 4 + length;
  }
  return [plain[0] ?? 0, plain[1] ?? 0, plain[2] ?? 0];
}

/** Names without the mark for UTF-8 are mostly UTF-8 all the same; what is not is shown as far as it goes. */
const nameOf = (raw: Bytes): string => new TextDecoder().decode(raw).replaceAll('\\', '/').replace(/^\/+/, '');

/** Many entries over one stretch of packed bytes: how a few kilobytes become petabytes (D. Fifield, 2019). */
function refuseOverlaps(entries: readonly Entry[], directory: number): void {
  const sorted = [...entries].sort((a, b) => a.at - b.at);
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.at ?? directory;
    if (entry.at + 30 + entry.packed > next) throw new Stop(next === directory ? 'unreadable' : 'bomb');
  });
}
