import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { type FileKind, kindOf } from './signature.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** No byte-order mark said so: told, since a guess can be wrong. UTF-8 that decodes without a fault is no guess. */
  readonly guessed: boolean;
  /** Characters that could not be read and stand as U+FFFD. */
  readonly damaged: number;
}

export type NotText = { readonly kind: 'empty' } | { readonly kind: 'not-text'; readonly looks: FileKind | 'binary' };

/** Bytes of a file → text. A list exported by an old spreadsheet is often UTF-16 or Windows-1252, and never says so. */
export function decode(bytes: Uint8Array): Result<Decoded, NotText> {
  if (bytes.length === 0) return err({ kind: 'empty' });
  const looks = kindOf(bytes);
  if (looks !== undefined) return err({ kind: 'not-text', looks });

  const marked = byMark(bytes);
  if (marked !== undefined) return ok(marked);
  const wide = wideWithoutMark(bytes);
  if (wide !== undefined) return ok(read(bytes, wide, true));
  if (hasControls(bytes)) return err({ kind: 'not-text', looks: 'binary' });

  if (isUtf8(bytes)) return ok(read(bytes, 'utf-8', false));
  const utf8 = read(bytes, 'utf-8', false);
  // One bad byte in a UTF-8 file must not turn every other accent into two signs.
  const whole = utf8.text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (whole > utf8.damaged) return ok({ ...utf8, guessed: true });
  return ok(read(bytes, 'windows-1252', true));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function byMark(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return read(bytes, 'utf-8', false);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read(bytes, 'utf-16le', false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read(bytes, 'utf-16be', false);
  return undefined;
}

/** TextDecoder drops the byte-order mark by itself. */
function read(bytes: Uint8Array, encoding: Encoding, guessed: boolean): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, guessed, damaged: text.split('\ufffd').length - 1 };
}

/** Latin letters in UTF-16 have a zero in every second byte; which one tells the order. */
function wideWithoutMark(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4096);
  const pairs = sample.length >> 1;
  if (pairs < 2 || bytes.length % 2 !== 0) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (sample[index] === 0) evenZeros += 1;
    if (sample[index + 1] === 0) oddZeros += 1;
  }
  if (oddZeros > pairs * 0.6 && evenZeros < pairs * 0.1) return 'utf-16le';
  if (evenZeros > pairs * 0.6 && oddZeros < pairs * 0.1) return 'utf-16be';
  return undefined;
}

const hasControls = (bytes: Uint8Array): boolean =>
  bytes
    .subarray(0, 65_536)
    .some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1a);
