import { sniff, textOf } from '../exchange/decode.ts';
import { Stop } from './meter.ts';
import type { Job } from './reader.ts';
import type { Bytes } from './source.ts';

/** Bytes of a text that are read; what lies beyond is said. */
const MOST = 25 * 1024 * 1024;
/** How a text is written shows in its beginning. */
const SAMPLE = 256 * 1024;

/** The text of a file by its mark, its zeros, or its being UTF-8; else Windows-1252. Throws `Stop`. */
export async function textPieces({ source, reasons }: Job): Promise<Iterable<string>> {
  const bytes = await source.read(0, MOST);
  if (source.size > MOST) reasons.add('too-large');
  if (bytes.length === 0) return [];
  const written = sniff(sampleOf(bytes));
  if (!written.ok) throw new Stop('unreadable');
  return textOf(bytes, written.value.encoding);
}

/** Cut at a line's end, so that no sign is cut in two and taken for damage. */
function sampleOf(bytes: Bytes): Bytes {
  if (bytes.length <= SAMPLE) return bytes;
  const end = bytes.lastIndexOf(10, SAMPLE);
  const cut = end < SAMPLE / 2 ? SAMPLE : end + 1;
  return bytes.subarray(0, cut - (cut % 2));
}

/** The beginning as text, or undefined where it is none. */
export function headText(head: Bytes): string | undefined {
  const written = sniff(sampleOf(head));
  return written.ok ? [...textOf(head, written.value.encoding)].join('') : undefined;
}
