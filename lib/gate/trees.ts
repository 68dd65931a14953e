import { holderOf } from '../surfaces/deep.ts';

const SHADOW = 11;

/**
 * Listens in every shadow tree that a message stands in, as in the page itself. Of a press that a script makes in a closed
 * tree the window learns the host alone, and a `submit` leaves no tree at all.
 */
export function createTrees(listen: (tree: Node) => void): (part: Element | null) => void {
  const known = new WeakSet<Node>();
  return (part) => {
    for (let at = part; at; at = holderOf(at)) {
      const tree = at.getRootNode();
      if (tree.nodeType !== SHADOW || known.has(tree)) continue;
      known.add(tree);
      listen(tree);
    }
  };
}
