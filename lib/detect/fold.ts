/** Letters of other scripts that look like Latin ones; NFKC leaves them as they are. Pairs: look-alike, letter. */
const PAIRS =
  'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwкkмmтtвbнhгrАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSЗ3αaοoνvρpιiκkυuτtχxγyΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXօoսuոnհhզqցgյjƖlɑaɡgıi';
const LOOKALIKES = new Map<string, string>();
for (let pairs = [...PAIRS], i = 0; i + 1 < pairs.length; i += 2) LOOKALIKES.set(pairs[i] ?? '', pairs[i + 1] ?? '');

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
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (text: string, start: number, end: number): void => {
    for (const unit of text.split('')) {
      out.push(unit);
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < original.length; ) {
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
    if (cluster !== '') push(cluster.normalize('NFKC'), at, end);
    at = end;
  }
  return { text: out.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** Lower case and without combining marks: how words are compared with the ledger's. */
export const bare = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export const originalStart = (folded: Folded, index: number): number => folded.starts[index] ?? 0;
export const originalEnd = (folded: Folded, index: number): number => folded.ends[index - 1] ?? 0;

const character = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

function identity(text: string): Folded {
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  for (let i = 0; i < text.length; i++) {
    starts[i] = i;
    ends[i] = i + 1;
  }
  return { text, starts, ends };
}
