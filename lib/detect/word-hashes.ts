import { bare } from './fold.ts';
import { clitic } from './words-of.ts';

/*
 * The words of a folded text as numbers in typed arrays. To make strings of 16,000 words costs ten times what it costs to
 * compare their hashes; who meets a hash that it knows compares the words themselves after it.
 */
export interface WordHashes {
  readonly count: number;
  /** Code units of the folded text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Of the bare word. */
  readonly hashes: Int32Array;
  /** Of the bare word without its clitic; the same number where it has none. */
  readonly stems: Int32Array;
}

const NONE = 1;
const STARTS = 2;
const CONTINUES = 3;
/** The small letter or digit that a sign of ASCII is to a word; 0: none. */
const PLAIN = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[0-9A-Za-z]/.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0;
});
/** What each other code unit is to a word, learnt as it is met; 0: not met yet. */
const classes = new Uint8Array(0x10000);

const MULTIPLIER = 0x01000193;
export const SEED = 0x811c9dc5 | 0;
const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, MULTIPLIER);

/** Continues a hash over a stretch of folded text as if it were bare: hashing words one after the other hashes their join. */
export function hashOver(text: string, start: number, end: number, seed = SEED): number {
  let hash = seed;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) return hashBare(bare(text.slice(at, end)), hash);
    hash = mixed(hash, PLAIN[code] ?? 0);
  }
  return hash;
}

function hashBare(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at));
  return hash;
}

/** The same words as `tokensOf` finds: a letter or digit, and letters, digits and marks after it. */
export function wordHashes(text: string): WordHashes {
  const starts = new Uint32Array((text.length >> 1) + 1);
  const ends = new Uint32Array(starts.length);
  const hashes = new Int32Array(starts.length);
  const stems = new Int32Array(starts.length);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const start = at;
    let hash = SEED;
    let plain = true;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const unit = code < 0x80 ? (PLAIN[code] ?? 0) : 0;
      if (unit === 0) {
        const units = code < 0x80 ? 0 : unitsOf(text, at, at > start);
        if (units === 0) break;
        plain = false;
        at += units;
      } else {
        hash = mixed(hash, unit);
        at++;
      }
    }
    if (at === start) {
      at++;
      continue;
    }
    const letters = plain ? cliticLength(text, start, at) : 0;
    starts[count] = start;
    ends[count] = at;
    hashes[count] = plain ? hash : hashOver(text, start, at);
    stems[count] = !plain ? stemOf(text.slice(start, at)) : letters > 0 ? hashOver(text, start, at - letters) : hash;
    count++;
  }
  return { count, starts, ends, hashes, stems };
}

/** How many code units belong to a word here: a letter or a digit begins or continues one, a mark only continues it. */
function unitsOf(text: string, at: number, inside: boolean): number {
  const own = classAt(text, at);
  if (own !== STARTS && !(own === CONTINUES && inside)) return 0;
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff ? 2 : 1;
}

function stemOf(word: string): number {
  const stem = clitic(bare(word));
  return hashOver(stem, 0, stem.length);
}

/** -nya, -ku, -mu, -lah, -kah, -pun after at least three letters: what `clitic` takes off, without making a string. */
function cliticLength(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1) | 32;
  if (end - start < 5 || (last !== U && last !== A && last !== H && last !== N)) return 0;
  const second = text.charCodeAt(end - 2) | 32;
  if (last === U) return second === K || second === M ? 2 : 0;
  if (end - start < 6) return 0;
  const third = text.charCodeAt(end - 3) | 32;
  if (last === A) return second === Y && third === N ? 3 : 0;
  if (last === H) return second === A && (third === L || third === K) ? 3 : 0;
  return second === U && third === P ? 3 : 0;
}
const [A, H, K, L, M, N, P, U, Y] = [97, 104, 107, 108, 109, 110, 112, 117, 121];

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdbff) return classOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const known = classes[code] ?? 0;
  if (known !== 0) return known;
  const learnt = classOf(String.fromCharCode(code));
  classes[code] = learnt;
  return learnt;
}

const classOf = (sign: string): number =>
  /[\p{L}\p{N}]/u.test(sign) ? STARTS : /\p{M}/u.test(sign) ? CONTINUES : NONE;
