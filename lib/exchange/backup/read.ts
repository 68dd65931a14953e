import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result.ts';
import { type Bytes, bytesToLines, chunksOf, through } from './bytes.ts';
import { type BackupFault, type Header, parseHeader } from './header.ts';
import { type FileKey, fileKey, rootOf } from './key.ts';
import { BackupError, openPieces } from './seal.ts';
import type { Item } from './write.ts';

/** A header is far shorter; a file without a line end among its first bytes is none of ours. */
const LONGEST_HEAD = 4_096;

export interface Sealed {
  readonly header: Header;
  readonly file: Blob;
  /** First line, with its end. */
  readonly head: Bytes;
}

/** What a file says of itself, before any passphrase. */
export async function readHead(file: Blob): Promise<Result<Sealed, BackupFault>> {
  const start = new Uint8Array(await file.slice(0, LONGEST_HEAD).arrayBuffer());
  const end = start.indexOf(10);
  if (end < 0) return err('foreign');
  const head = start.slice(0, end + 1);
  const header = parseHeader(new TextDecoder().decode(head));
  return header.ok ? ok({ header: header.value, file, head }) : header;
}

/** A file that may be read as often as one likes. */
export interface Opened {
  readonly header: Header;
  items(): AsyncGenerator<Item>;
}

export async function openBackup(sealed: Sealed, passphrase: string): Promise<Result<Opened, BackupFault>> {
  const { header } = sealed;
  const key = await fileKey(await rootOf(passphrase, header.kdf), header.seed);
  if (key.check !== header.check) return err('passphrase');
  return ok({ header, items: () => itemsIn(sealed, key) });
}

/** Throws a `BackupError` where the file is not what was written; ends only after its last line. */
async function* itemsIn({ file, head }: Sealed, { body }: FileKey): AsyncGenerator<Item> {
  const plain = openPieces(chunksOf(file.slice(head.length).stream()), body, head);
  let ended = false;
  try {
    for await (const line of bytesToLines(through(plain, new DecompressionStream('gzip')))) {
      const item = v.safeParse(item_, JSON.parse(line));
      if (!item.success || ended) throw new BackupError('damaged');
      ended = item.output.is === 'end';
      yield item.output;
    }
  } catch (thrown) {
    throw faultOf(thrown);
  }
  if (!ended) throw new BackupError('cut');
}

/** Gzip and JSON that do not hold together. A file that cannot be read at all (DOMException) stays what it is. */
export const faultOf = (thrown: unknown): unknown =>
  thrown instanceof BackupError || thrown instanceof DOMException ? thrown : new BackupError('damaged');

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
// What an op or a line of the log must be, the ledger says when it takes it.
const entry = v.looseObject({
  at: v.string(),
  kind: v.string(),
  rules: v.array(v.string()),
  people: v.array(v.string()),
});
const item_ = v.variant('is', [
  v.object({ is: v.literal('mark'), mark: v.string() }),
  v.object({ is: v.literal('op'), op: v.looseObject({}) }),
  v.object({ is: v.literal('log'), entry }),
  v.object({ is: v.literal('end'), ops: count, log: count, unreadable: count }),
]) as unknown as v.GenericSchema<unknown, Item>;
