import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { type FileKind, kindOf } from './signature.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Sniffed {
  readonly encoding: Encoding;
  /** No byte-order mark said so: told, since a guess can be wrong. UTF-8 that decodes without a fault is no guess. */
  readonly guessed: boolean;
  /** Characters that could not be read and stand as U+FFFD. */
  readonly damaged: number;
}

export type NotText = { readonly kind: 'empty' } | { readonly kind: 'not-text'; readonly looks: FileKind | 'binary' };

/** How the text of a file is written. A list exported by an old spreadsheet is often UTF-16 or Windows-1252, and never says so. */
export function sniff(bytes: Uint8Array): Result<Sniffed, NotText> {
  if (bytes.length === 0) return err({ kind: 'empty' });
  const looks = kindOf(bytes);
  if (looks !== undefined) return err({ kind: 'not-text', looks });

  const marked = byMark(bytes);
  if (marked !== undefined) return ok({ encoding: marked, guessed: false, ...damageIn(bytes, marked) });
  const wide = wideWithoutMark(bytes);
  if (wide !== undefined) return ok({ encoding: wide, guessed: true, ...damageIn(bytes, wide) });
  if (hasControls(bytes)) return err({ kind: 'not-text', looks: 'binary' });

  const { damaged } = damageIn(bytes, 'utf-8');
  if (damaged === 0 || isUtf8(bytes)) return ok({ encoding: 'utf-8', guessed: false, damaged });
  // One bad byte in a UTF-8 file must not turn every other accent into two signs.
  if (wholeIn(bytes) > damaged) return ok({ encoding: 'utf-8', guessed: true, damaged });
  return ok({ encoding: 'windows-1252', guessed: true, ...damageIn(bytes, 'windows-1252') });
}

/** Bytes that are decoded at once: a long list is never one text. */
const PIECE = 1024 * 1024;

/** The text, a piece at a time. TextDecoder drops the byte-order mark by itself. */
export function* textOf(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

/** Signs beyond ASCII that came through. */
function wholeIn(bytes: Uint8Array): number {
  let whole = 0;
  for (const text of textOf(bytes, 'utf-8')) whole += text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return whole;
}

const damageIn = (bytes: Uint8Array, encoding: Encoding): { damaged: number } => {
  let damaged = 0;
  for (const text of textOf(bytes, encoding)) damaged += count(text, '\ufffd');
  return { damaged };
};

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < bytes.length; at += PIECE)
      decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
    return true;
  } catch {
    return false;
  }
}

function byMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
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
