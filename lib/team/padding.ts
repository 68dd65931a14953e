import { err, ok, type Result } from '../domain/result.ts';
import { AEAD_BYTES } from './aead.ts';
import type { Bytes } from './bytes.ts';
import { type Fault, fault } from './fault.ts';

/** A body is of one of five sizes: the relay learns no more of its length. */
const SIZES = [512, 2048, 8192, 32_768, 131_072] as const;
const HEAD = 4;
export const MOST_PADDED = SIZES[4] - HEAD;

/** Undefined: larger than the largest. The length, four bytes, stands first; what follows the text is zeros. */
export function pad(plain: Bytes): Bytes | undefined {
  const size = SIZES.find((one) => plain.length + HEAD <= one);
  if (size === undefined) return undefined;
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint32(0, plain.length);
  padded.set(plain, HEAD);
  return padded;
}

/** Only what `pad` would have made. */
export function unpad(padded: Bytes): Result<Bytes, Fault> {
  const length = padded.length >= HEAD ? new DataView(padded.buffer, padded.byteOffset).getUint32(0) : -1;
  const size = SIZES.find((one) => length + HEAD <= one);
  if (length < 0 || size !== padded.length) return err(fault('malformed', 'padding'));
  if (padded.subarray(HEAD + length).some((byte) => byte !== 0)) return err(fault('malformed', 'padding'));
  return ok(padded.slice(HEAD, HEAD + length));
}

export const isPaddedSize = (body: Bytes): boolean => SIZES.some((size) => body.length === size + AEAD_BYTES);
