import type { Bytes } from './bytes.ts';
import { type Hash, label } from './hash.ts';

/*
 * The tree of RFC 9162, §2.1, over commitments. A commitment begins with its own label and a node with 0x01, so that none
 * can be shown for the other. The salt keeps an erased op from being guessed from what stays.
 */
const OP = label('op');
const NODE = Uint8Array.of(1);

export const commitmentOf = (hash: Hash, salt: Bytes, op: Bytes): Bytes => hash(OP, salt, op);

/** Of at least one leaf. */
export function rootOf(hash: Hash, leaves: readonly Bytes[]): Bytes {
  const [only] = leaves;
  if (only && leaves.length === 1) return only;
  const middle = splitAt(leaves.length);
  return hash(NODE, rootOf(hash, leaves.slice(0, middle)), rootOf(hash, leaves.slice(middle)));
}

/** From the leaf upwards: what stands beside its way to the root. */
export function pathOf(hash: Hash, leaves: readonly Bytes[], index: number): readonly Bytes[] {
  if (leaves.length === 1) return [];
  const middle = splitAt(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle
    ? [...pathOf(hash, left, index), rootOf(hash, right)]
    : [...pathOf(hash, right, index - middle), rootOf(hash, left)];
}

/** Undefined where the path has another length than a leaf at this place has. */
export function rootBy(
  hash: Hash,
  leaf: Bytes,
  { index, n, path }: { readonly index: number; readonly n: number; readonly path: readonly Bytes[] },
): Bytes | undefined {
  if (index < 0 || index >= n) return undefined;
  if (n === 1) return path.length === 0 ? leaf : undefined;
  const beside = path.at(-1);
  if (!beside) return undefined;
  const [middle, below] = [splitAt(n), path.slice(0, -1)];
  const inLeft = index < middle;
  const part = inLeft ? { index, n: middle, path: below } : { index: index - middle, n: n - middle, path: below };
  const root = rootBy(hash, leaf, part);
  if (!root) return undefined;
  return inLeft ? hash(NODE, root, beside) : hash(NODE, beside, root);
}

/** The largest power of two below n. */
function splitAt(n: number): number {
  let half = 1;
  while (half * 2 < n) half *= 2;
  return half;
}
