import { byName, plainOrder } from './names-order.ts';
import { nameInLine, type ShelfLine, textOfLine } from './shelf-lines.ts';

/*
 * The lines of a run, sorted by name when all are there. A million of them as texts and objects would be some hundred
 * megabytes: they are bytes in large pieces, and numbers beside them.
 */
export interface SortedLines {
  readonly count: number;
  /** Numbers of the lines, as they were added, in the order of their names. */
  readonly order: Uint32Array;
  readonly placeOf: (line: number) => number;
  /** With its end of line. */
  readonly bytesOf: (line: number) => Uint8Array;
}

export interface LineCollector {
  readonly add: (place: number, line: ShelfLine) => void;
  /** A line as it was written before. */
  readonly addText: (place: number, text: string) => void;
  readonly sorted: () => SortedLines;
}

const PIECE = 2 ** 20;
const [TAB, ZERO, NINE] = [0x09, 0x30, 0x39];
/** Signs of a name that are compared as one number: seven times seven bits. */
const SIGNS = 7;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function lineCollector(): LineCollector {
  const pieces: Uint8Array[] = [];
  let [piece, used, count] = [new Uint8Array(0), 0, 0];
  let [places, starts, lengths, inPiece] = [0, 1, 2, 3].map(() => new Uint32Array(4_096)) as Four;
  let begins = new Float64Array(4_096);
  /** Names that only the collator can sort. */
  const odd = new Map<number, string>();

  const bytesOf = (line: number): Uint8Array => {
    const start = starts[line] ?? 0;
    return (pieces[inPiece[line] ?? 0] ?? piece).subarray(start, start + (lengths[line] ?? 0));
  };

  const addText = (place: number, text: string): void => {
    if (count === places.length) {
      [places, starts, lengths, inPiece] = [places, starts, lengths, inPiece].map(wider) as Four;
      const more = new Float64Array(count * 2);
      more.set(begins);
      begins = more;
    }
    const most = text.length * 3 + 1;
    if (used + most > piece.length) {
      piece = new Uint8Array(Math.max(PIECE, most));
      pieces.push(piece);
      used = 0;
    }
    const { written } = encoder.encodeInto(text, piece.subarray(used));
    piece[used + written] = 0x0a;
    [places[count], starts[count], lengths[count], inPiece[count]] = [place, used, written + 1, pieces.length - 1];
    begins[count] = beginning(text);
    if (!text.endsWith('\t')) odd.set(count, nameInLine(text));
    used += written + 1;
    count += 1;
  };

  return {
    add: (place, line) => addText(place, textOfLine(line)),
    addText,
    sorted() {
      const plain = Uint32Array.from({ length: count }, (_, line) => line).filter((line) => !odd.has(line));
      plain.sort((a, b) => (begins[a] ?? 0) - (begins[b] ?? 0) || compared(bytesOf(a), bytesOf(b)) || a - b);
      const order = odd.size === 0 ? plain : withOdd(plain, odd, bytesOf);
      return { count, order, placeOf: (line) => places[line] ?? 0, bytesOf };
    },
  };
}

type Four = [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>];

function wider(numbers: Uint32Array): Uint32Array {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

/** What comes first by its beginning comes first; from the first digit on it is equal, as numbers are compared by what they count. */
function beginning(text: string): number {
  let [number, over] = [0, false];
  for (let at = 0; at < SIGNS; at += 1) {
    const code: number = over ? 0 : Math.min(127, text.charCodeAt(at) || 0);
    const digit = isDigit(code);
    over ||= digit || code === TAB || code === 0;
    number = number * 128 + (code === TAB ? 0 : digit ? ZERO : code);
  }
  return number;
}

/** Two plain names, as `plainOrder` would compare them. */
function compared(a: Uint8Array, b: Uint8Array): number {
  let [i, j] = [0, 0];
  for (;;) {
    const [x, y] = [a[i] ?? TAB, b[j] ?? TAB];
    if (isDigit(x) && isDigit(y)) {
      const [from, to] = [afterZeros(a, i), afterZeros(b, j)];
      const [end, stop] = [afterDigits(a, from), afterDigits(b, to)];
      if (end - from !== stop - to) return end - from - (stop - to);
      for (let at = 0; at < end - from; at += 1) {
        const difference = (a[from + at] ?? 0) - (b[to + at] ?? 0);
        if (difference !== 0) return difference;
      }
      [i, j] = [end, stop];
    } else {
      if (x === TAB || y === TAB || x !== y) return x === y ? 0 : x === TAB ? -1 : y === TAB ? 1 : x - y;
      i += 1;
      j += 1;
    }
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;

function afterZeros(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === ZERO && isDigit(bytes[at + 1])) at += 1;
  return at;
}

function afterDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  return at;
}

function withOdd(
  plain: Uint32Array,
  odd: ReadonlyMap<number, string>,
  bytesOf: (line: number) => Uint8Array,
): Uint32Array {
  const rest = [...odd].map(([line, name]) => ({ line, name, subject: '', order: plainOrder(name) })).sort(byName);
  const order = new Uint32Array(plain.length + rest.length);
  let [from, to] = [0, 0];
  for (const one of rest) {
    const before = (at: number): boolean => byName(nameOf(bytesOf(plain[at] ?? 0)), one) < 0;
    let step = 1;
    while (from + step <= plain.length && before(from + step - 1)) step *= 2;
    let [low, high] = [from + (step >> 1), Math.min(plain.length, from + step)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(middle)) low = middle + 1;
      else high = middle;
    }
    order.set(plain.subarray(from, low), to);
    to += low - from;
    from = low;
    order[to] = one.line;
    to += 1;
  }
  order.set(plain.subarray(from), to);
  return order;
}

/** Of a plain line; `subject` so that it comes first where the names are the same. */
function nameOf(bytes: Uint8Array) {
  const name = decoder.decode(bytes.subarray(0, bytes.indexOf(TAB)));
  return { name, order: plainOrder(name), subject: '' };
}
