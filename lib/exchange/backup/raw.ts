import type { Op } from '../../domain/op.ts';
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
  const rows = new Map<string, unknown[]>();
  const opened = async (row: unknown): Promise<readonly Op[]> => {
    const op = await archive.openRaw(row);
    if (!op) unreadable += 1;
    return op ? [op] : [];
  };
  const ofSubject = async (place: string): Promise<readonly Op[]> => {
    const own = rows.get(place) ?? [];
    rows.delete(place);
    return (await Promise.all(own.map(opened))).flat();
  };
  try {
    for await (const line of linesOf(file)) {
      if (line === '' || line === HEAD) continue;
      const [store, row]: [unknown, unknown] = JSON.parse(line, revive);
      if (store === 'ops') rows.set(placeOf(row), [...(rows.get(placeOf(row)) ?? []), row]);
      if (store !== 'pages' || !isOfPeople(row)) continue;
      // Stores come by name, so the rows are all here; what they say of somebody in a page belongs beside it.
      const page = await archive.openRawPage(row);
      if (!page) unreadable += 1;
      for (const [at, op] of (page ?? []).entries()) {
        const place = placeOf(op);
        const last = page?.[at + 1] === undefined || placeOf(page[at + 1]) !== place;
        for (const one of [op, ...(last ? await ofSubject(place) : [])]) {
          yield { is: 'op', op: one };
          ops += 1;
        }
      }
    }
  } catch (thrown) {
    throw faultOf(thrown);
  }
  // They lay by id; a copy is read subject by subject.
  for (const place of [...rows.keys()].toSorted()) {
    for (const op of await ofSubject(place)) {
      yield { is: 'op', op };
      ops += 1;
    }
  }
  yield { is: 'end', ops, log: 0, unreadable };
}

const isOfPeople = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'kind' in row && row.kind === 'people';

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
