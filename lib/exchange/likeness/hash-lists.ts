/** Hash → the numbers that were put under it, in that order. Numbers from 0 to 2³¹ − 1; eight bytes for each hash. */
export interface HashLists {
  /** Nothing, one, or several. */
  of(hash: number): number | readonly number[] | undefined;
  add(hash: number, value: number): void;
}

const EMPTY = -0x8000_0000;

/** `most`: a list that has grown longer than this takes nothing more. */
export function hashLists(most = Number.POSITIVE_INFINITY): HashLists {
  let hashes = new Uint32Array(1_024);
  let values = new Int32Array(1_024).fill(EMPTY);
  let used = 0;
  const lists: number[][] = [];

  /** The place of this hash, or the empty one where it would stand. */
  const place = (hash: number): number => {
    const mask = hashes.length - 1;
    let at = (hash ^ (hash >>> 15)) & mask;
    while (values[at] !== EMPTY && hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const [oldHashes, oldValues] = [hashes, values];
    hashes = new Uint32Array(oldHashes.length * 2);
    values = new Int32Array(oldHashes.length * 2).fill(EMPTY);
    for (let old = 0; old < oldHashes.length; old += 1) {
      const value = oldValues[old] ?? EMPTY;
      if (value === EMPTY) continue;
      const hash = oldHashes[old] ?? 0;
      const at = place(hash);
      hashes[at] = hash;
      values[at] = value;
    }
  };

  return {
    of(hash) {
      const value = values[place(hash >>> 0)] ?? EMPTY;
      return value === EMPTY ? undefined : value >= 0 ? value : lists[-1 - value];
    },
    add(signed, value) {
      const hash = signed >>> 0;
      let at = place(hash);
      const there = values[at] ?? EMPTY;
      if (there === EMPTY) {
        if (used * 3 > hashes.length * 2) {
          grow();
          at = place(hash);
        }
        used += 1;
        hashes[at] = hash;
        values[at] = value;
      } else if (there >= 0) {
        if (there !== value) values[at] = -lists.push([there, value]);
      } else {
        const list = lists[-1 - there];
        if (list && list.length <= most && list.at(-1) !== value) list.push(value);
      }
    },
  };
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
