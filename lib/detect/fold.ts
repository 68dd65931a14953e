/** Letters of other scripts that look like Latin ones; NFKC leaves them as they are. Pairs: look-alike, letter. */
const PAIRS =
  'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwкkмmтtвbнhгrАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSЗ3αaοoνvρpιiκkυuτtχxγyΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXօoսuոnհhզqցgյjƖlɑaɡgıi';
const LOOKALIKES = new Map<string, string>();
for (let pairs = [...PAIRS], i = 0; i + 1 < pairs.length; i += 2) LOOKALIKES.set(pairs[i] ?? '', pairs[i + 1] ?? '');

// The hyphens that word processors put in, and the minus; the dash between words stays what it is.
for (const dash of '\u2010\u2011\u2012\u2212') LOOKALIKES.set(dash, '-');

/** Soft hyphen, joiners, zero-width, direction marks, variation selectors, BOM, tags (`detection.md` §9). */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe007f],
];
const isInvisible = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xad && INVISIBLE.some(([from, to]) => code >= from && code <= to);
};
const MARK = /^\p{M}$/u;
const PLAIN = /^[\n\r\t\x20-\x7E]*$/;

/** Text in one spelling, with the way back: index i of `text` came from [starts[i], ends[i]) of the original. */
export interface Folded {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Invisible characters gone, NFKC, look-alikes as Latin. Case and accents stay; `bare` takes them off. */
export function fold(original: string): Folded {
  if (PLAIN.test(original)) return identity(original);
  const parts: string[] = [];
  const map = growing(original.length + 16);
  for (let at = 0; at < original.length; ) {
    const plain = plainEnd(original, at);
    if (plain > at) {
      parts.push(original.slice(at, plain));
      map.copy(at, plain);
    }
    at = plain;
    if (at >= original.length) break;
    const first = character(original, at);
    let end = at + first.length;
    let cluster = isInvisible(first) ? '' : (LOOKALIKES.get(first) ?? first);
    // A base and its marks compose as one unit, or the map would point into the middle of a letter.
    while (cluster !== '' && end < original.length && original.charCodeAt(end) > 0x2ff) {
      const next = character(original, end);
      if (!MARK.test(next)) break;
      if (!isInvisible(next)) cluster += next;
      end += next.length;
    }
    if (cluster !== '') {
      const folded = cluster.normalize('NFKC');
      parts.push(folded);
      map.spread(folded.length, at, end);
    }
    at = end;
  }
  return { text: parts.join(''), ...map.done() };
}

/** Lower case and without combining marks: how words are compared with the ledger's. */
export const bare = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export const originalStart = (folded: Folded, index: number): number => folded.starts[index] ?? 0;
export const originalEnd = (folded: Folded, index: number): number => folded.ends[index - 1] ?? 0;

const character = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

/** Up to where nothing changes: ASCII and the accented letters of Latin-1, as far as no mark may follow the last of them. */
function plainEnd(text: string, from: number): number {
  let at = from;
  let next = text.charCodeAt(at);
  while (at < text.length && (next < 0x80 || (next >= 0xc0 && next <= 0xff))) next = text.charCodeAt(++at);
  return at > from && at < text.length && next > 0x2ff ? at - 1 : at;
}

/** Both maps of a text whose folded length is not known before: NFKC makes one character of several, and several of one. */
function growing(room: number) {
  let starts = new Uint32Array(room);
  let ends = new Uint32Array(room);
  let size = 0;
  const grow = (by: number): void => {
    if (size + by <= starts.length) return;
    const wider = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const next = new Uint32Array((size + by) * 2);
      next.set(old);
      return next;
    };
    starts = wider(starts);
    ends = wider(ends);
  };
  return {
    copy(from: number, to: number): void {
      grow(to - from);
      starts.set(countedTo(to).subarray(from, to), size);
      ends.set(countedTo(to).subarray(from + 1, to + 1), size);
      size += to - from;
    },
    spread(units: number, from: number, to: number): void {
      grow(units);
      starts.fill(from, size, size + units);
      ends.fill(to, size, size + units);
      size += units;
    },
    done: () => ({ starts: starts.subarray(0, size), ends: ends.subarray(0, size) }),
  };
}

/** 0, 1, 2 …: the map of every text in which nothing changes, made once for the longest. */
let counted = upTo(0x10000);

function identity(text: string): Folded {
  const all = countedTo(text.length);
  return { text, starts: all.subarray(0, text.length), ends: all.subarray(1, text.length + 1) };
}

function countedTo(length: number): Uint32Array {
  if (counted.length <= length) counted = upTo(length * 2);
  return counted;
}

function upTo(length: number): Uint32Array {
  const all = new Uint32Array(length);
  for (let at = 0; at < length; at++) all[at] = at;
  return all;
}
