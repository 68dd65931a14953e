import { type Bytes, pieces } from './bytes.ts';
import type { BackupFault } from './header.ts';

/*
 * AES-256-GCM piece by piece, as in the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár 2015): the nonce is
 * the number of the piece and whether it is the last. A piece that is missing, doubled, moved or cut off does not open.
 * The key is of one file only, so a nonce never comes twice.
 */
export const PIECE = 262_144;
const TAG = 16;

export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly fault: BackupFault;
  constructor(fault: BackupFault) {
    super(fault);
    this.fault = fault;
  }
}

export async function* sealPieces(plain: AsyncIterable<Bytes>, key: CryptoKey, head: Bytes): AsyncGenerator<Bytes> {
  for await (const { piece, params } of numbered(plain, PIECE, head))
    yield new Uint8Array(await crypto.subtle.encrypt(params, key, piece));
}

/** Throws a `BackupError` at the first piece that is not what was sealed. */
export async function* openPieces(sealed: AsyncIterable<Bytes>, key: CryptoKey, head: Bytes): AsyncGenerator<Bytes> {
  for await (const { piece, params, last } of numbered(sealed, PIECE + TAG, head)) {
    const plain = await crypto.subtle.decrypt(params, key, piece).catch(() => undefined);
    // What is wrong with the end cannot be told apart: cut off, or changed there.
    if (!plain) throw new BackupError(last ? 'cut' : 'damaged');
    yield new Uint8Array(plain);
  }
}

interface Numbered {
  readonly piece: Bytes;
  readonly params: AesGcmParams;
  readonly last: boolean;
}

async function* numbered(bytes: AsyncIterable<Bytes>, size: number, head: Bytes): AsyncGenerator<Numbered> {
  let at = 0;
  let held: Bytes | undefined;
  for await (const piece of pieces(bytes, size)) {
    if (held) yield { piece: held, last: false, params: paramsOf(at++, false, head) };
    held = piece;
  }
  yield { piece: held ?? new Uint8Array(), last: true, params: paramsOf(at, true, head) };
}

function paramsOf(at: number, last: boolean, head: Bytes): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(7, at);
  iv[11] = last ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData: head };
}
