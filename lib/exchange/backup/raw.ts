import { err, ok, type Result } from '../../domain/result.ts';
import type { LedgerFailure } from '../../ledger/failure.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type RawRow, type RawSource, readRaw } from '../../ledger/recover-raw.ts';
import { type Bytes, bytesToLines, chunksOf, fromBase64, through, toBase64 } from './bytes.ts';
import type { BackupFault } from './header.ts';
import { faultOf } from './read.ts';
import { BackupError } from './seal.ts';
import type { Item } from './write.ts';

/*
 * `izin.raw/1`: rows as they lay in a database that would not open. Sealed as they were, so that the file may be kept;
 * only the key of the device on which they were written opens them again. One line of JSON a row, in gzip.
 */
const HEAD = '{"kind":"izin.raw/1"}';

export async function rawCopy(
  source: RawSource,
): Promise<Result<{ readonly file: Blob; readonly rows: number; readonly unread: readonly string[] }, LedgerFailure>> {
  const parts: BlobPart[] = [`${HEAD}\n`];
  const read = await readRaw(source, (rows) => void parts.push(`${rows.map(lineOf).join('\n')}\n`));
  if (!read.ok) return read;
  const packed: BlobPart[] = [];
  for await (const piece of through(chunksOf(new Blob(parts).stream()), new CompressionStream('gzip')))
    packed.push(piece);
  return ok({ file: new Blob(packed, { type: 'application/octet-stream' }), ...read.value });
}

const lineOf = ({ store, row }: RawRow): string =>
  JSON.stringify([store, row], (_, value: unknown) =>
    ArrayBuffer.isView(value) ? { bytes: toBase64(bytesOf(value)) } : value,
  );

/** IndexedDB hands bytes out in arrays of another realm too. */
const bytesOf = (view: ArrayBufferView): Bytes =>
  new Uint8Array(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));

export async function isRawCopy(file: Blob): Promise<boolean> {
  const [one, two] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (one !== 0x1f || two !== 0x8b) return false;
  try {
    for await (const line of linesOf(file)) return line === HEAD;
  } catch {
    return false;
  }
  return false;
}

/** The ops that the key of this device opens. `no-key` where it opens none of them. */
export async function openRaw(
  archive: Ledger['archive'],
  file: Blob,
): Promise<Result<{ items(): AsyncGenerator<Item> }, BackupFault>> {
  try {
    const first = await Promise.resolve(itemsOf(archive, file).next());
    if (!first.done && first.value.is === 'op') return ok({ items: () => itemsOf(archive, file) });
    return err('no-key');
  } catch (thrown) {
    if (thrown instanceof BackupError) return err(thrown.fault);
    throw thrown;
  }
}

async function* itemsOf(archive: Ledger['archive'], file: Blob): AsyncGenerator<Item> {
  let [ops, unreadable] = [0, 0];
  const rows: { readonly place: string; readonly row: unknown }[] = [];
  try {
    for await (const line of linesOf(file)) {
      if (line === '' || line === HEAD) continue;
      const [store, row]: [unknown, unknown] = JSON.parse(line, revive);
      if (store === 'ops') rows.push({ place: placeOf(row), row });
    }
  } catch (thrown) {
    throw faultOf(thrown);
  }
  // They lay by id; a copy is read subject by subject.
  rows.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  for (const { row } of rows) {
    const op = await archive.openRaw(row);
    if (op) yield { is: 'op', op };
    if (op) ops += 1;
    else unreadable += 1;
  }
  yield { is: 'end', ops, log: 0, unreadable };
}

const placeOf = (row: unknown): string =>
  typeof row === 'object' && row !== null
    ? `${String(Reflect.get(row, 'space'))}\u0000${String(Reflect.get(row, 'subject'))}`
    : '';

const linesOf = (file: Blob): AsyncGenerator<string> =>
  bytesToLines(through(chunksOf(file.stream()), new DecompressionStream('gzip')));

const revive = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'bytes' in value && typeof value.bytes === 'string'
    ? fromBase64(value.bytes)
    : value;
