/**
 * Whole numbers by hash, several to one hash, in typed arrays: 70,000 keys in 2 MB. Who asks sees all that share a hash,
 * later ones first, and looks closer.
 */
export interface HashTable {
  /** First slot of a bucket's chain, −1: none. */
  readonly heads: Int32Array;
  readonly next: Int32Array;
  readonly keys: Int32Array;
}

export function hashTable(keys: Int32Array): HashTable {
  let buckets = 16;
  while (buckets < keys.length * 2) buckets *= 2;
  const heads = new Int32Array(buckets).fill(-1);
  const next = new Int32Array(keys.length);
  for (let slot = keys.length - 1; slot >= 0; slot--) {
    const bucket = bucketOf(keys[slot] ?? 0, buckets);
    next[slot] = heads[bucket] ?? -1;
    heads[bucket] = slot;
  }
  return { heads, next, keys };
}

/** The first slot from `slot` on, or of the bucket, whose key is this; −1: none. */
export function slotOf({ heads, next, keys }: HashTable, key: number, after = -1): number {
  let slot = after === -1 ? (heads[bucketOf(key, heads.length)] ?? -1) : (next[after] ?? -1);
  while (slot !== -1 && keys[slot] !== key) slot = next[slot] ?? -1;
  return slot;
}

/** FNV's low bits are its weak ones. */
const bucketOf = (key: number, buckets: number): number => (key ^ (key >>> 15)) & (buckets - 1);
