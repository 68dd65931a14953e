import type { Sealed } from '../vault/vault.ts';
import { fold } from './names-fold.ts';
import { isPlain } from './names-order.ts';

/*
 * What the list and the search know of somebody in a page, one line a person, in the order of their names: a block of them
 * is searched as one text, and a place in the list is a place in a block. Bytes of a block: how many lines, for each the
 * place that it leads to, then the lines. A line: folded name, other folded words, digits, and the name where the folded
 * one is not enough to sort by. A tab or an end of line is in none of them.
 */
export const PER_LINES = 512;
/** Where somebody was taken out. */
export const NOBODY = 0xffff_ffff;

export interface ShelfLine {
  readonly name: string;
  readonly words: string;
  readonly digits: string;
}

export function textOfLine({ name, words, digits }: ShelfLine): string {
  const own = fold(name);
  const others = words.startsWith(own) ? words.slice(own.length).trimStart() : words;
  const exact = isPlain(name) && own === name.toLowerCase() ? '' : JSON.stringify(name);
  return `${own}\t${others}\t${digits}\t${exact}`;
}

/** The name to sort a line by. */
export function nameInLine(line: string): string {
  const parts = line.split('\t');
  const exact: unknown = parts[3] ? JSON.parse(parts[3]) : undefined;
  return typeof exact === 'string' ? exact : (parts[0] ?? '');
}

/** What is looked for in a line: the words, and after a tab the digits. */
export function searchedInLine(line: string): { readonly words: string; readonly digits: string } {
  const afterName = line.indexOf('\t');
  const afterWords = line.indexOf('\t', afterName + 1);
  const afterDigits = line.indexOf('\t', afterWords + 1);
  return { words: line.slice(0, afterWords), digits: line.slice(afterWords + 1, afterDigits) };
}

export interface LineBlock {
  readonly places: Uint32Array;
  readonly text: string;
  /** Where each line ends in the text. */
  readonly ends: Uint32Array;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export function toBlock(places: readonly number[] | Uint32Array, text: string | Uint8Array): Sealed {
  const lines = typeof text === 'string' ? encoder.encode(text) : text;
  const bytes = new Uint8Array(4 + 4 * places.length + lines.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, places.length, true);
  for (let at = 0; at < places.length; at += 1) view.setUint32(4 + 4 * at, places[at] ?? NOBODY, true);
  bytes.set(lines, 4 + 4 * places.length);
  return bytes;
}

export const linesInBlock = (bytes: Sealed): Uint8Array =>
  bytes.subarray(4 + 4 * new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));

/** Throws a RangeError where the bytes are no block. */
export function fromBlock(bytes: Sealed): LineBlock {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = new Uint32Array(view.getUint32(0, true));
  for (let at = 0; at < places.length; at += 1) places[at] = view.getUint32(4 + 4 * at, true);
  const text = decoder.decode(linesInBlock(bytes));
  const ends = new Uint32Array(places.length);
  let end = -1;
  for (let at = 0; at < places.length; at += 1) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) throw new RangeError('a line is missing');
    ends[at] = end;
  }
  return { places, text, ends };
}

export const lineAt = ({ text, ends }: LineBlock, at: number): string =>
  text.slice(at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, ends[at]);

/** The block without one line, whose place in the list stays empty. */
export function blockWithout(block: LineBlock, place: number): Sealed {
  const lines = Array.from(block.places, (one, at) => (one === place ? '' : lineAt(block, at)));
  const places = block.places.map((one) => (one === place ? NOBODY : one));
  return toBlock(places, lines.map((line) => `${line}\n`).join(''));
}
