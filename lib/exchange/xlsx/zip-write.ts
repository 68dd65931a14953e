import { crc32 } from './crc.ts';

interface Written {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  readonly size: number;
  readonly packed: readonly Uint8Array<ArrayBuffer>[];
  readonly packedSize: number;
}

/** Parts → zip, each packed by the browser's own deflate as its text is made. */
export async function zipOf(
  parts: readonly (readonly [string, AsyncIterable<string> | Iterable<string>])[],
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const written: Written[] = [];
  for (const [name, text] of parts) written.push(await packed(name, text));
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const part of written) {
    const head = local(part);
    blocks.push(head, part.name, ...part.packed);
    directory.push(central(part, at), part.name);
    at += head.length + part.name.length + part.packedSize;
  }
  const size = directory.reduce((sum, block) => sum + block.length, 0);
  return [...blocks, ...directory, end(written.length, size, at)];
}

async function packed(name: string, text: AsyncIterable<string> | Iterable<string>): Promise<Written> {
  const encoder = new TextEncoder();
  const stream = new CompressionStream('deflate-raw');
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const reading = (async () => {
    for (const reader = stream.readable.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return;
      blocks.push(value);
    }
  })();
  const writer = stream.writable.getWriter();
  let crc = 0;
  let size = 0;
  for await (const piece of text) {
    const bytes = encoder.encode(piece);
    crc = crc32(bytes, crc);
    size += bytes.length;
    await writer.write(bytes);
  }
  await writer.close();
  await reading;
  const packedSize = blocks.reduce((sum, block) => sum + block.length, 0);
  return { name: encoder.encode(name), crc, size, packed: blocks, packedSize };
}

/** 1980-01-01: a time of writing would tell more than the file needs to. */
const DAY = 0x0021;
const UTF8 = 0x0800;

function local({ name, crc, size, packedSize }: Written): Uint8Array<ArrayBuffer> {
  return fields(30, [
    [0, 4, 0x04034b50],
    [4, 2, 20],
    [6, 2, UTF8],
    [8, 2, 8],
    [12, 2, DAY],
    [14, 4, crc],
    [18, 4, packedSize],
    [22, 4, size],
    [26, 2, name.length],
  ]);
}

function central({ name, crc, size, packedSize }: Written, at: number): Uint8Array<ArrayBuffer> {
  return fields(46, [
    [0, 4, 0x02014b50],
    [4, 2, 20],
    [6, 2, 20],
    [8, 2, UTF8],
    [10, 2, 8],
    [14, 2, DAY],
    [16, 4, crc],
    [20, 4, packedSize],
    [24, 4, size],
    [28, 2, name.length],
    [42, 4, at],
  ]);
}

const end = (count: number, size: number, at: number): Uint8Array<ArrayBuffer> =>
  fields(22, [
    [0, 4, 0x06054b50],
    [8, 2, count],
    [10, 2, count],
    [12, 4, size],
    [16, 4, at],
  ]);

/** Little-endian numbers at their offsets. */
function fields(length: number, all: readonly (readonly [number, 2 | 4, number])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [at, width, value] of all)
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  return bytes;
}
