import type { BoxHooks } from '../hooks.ts';
import { createIdentity, type Identity } from './identity.ts';

/** What the last press inside one box was. */
export interface LastPress {
  readonly target: WeakRef<Element>;
  /** It sent, or chose a time: what the page asks next belongs to it. */
  readonly sends: boolean;
}

/** One kind of box, and what is remembered of it on this page. No node is kept alive. */
export interface Box {
  readonly hooks: BoxHooks;
  readonly identityOf: (root: Element) => Identity;
  readonly presses: WeakMap<Element, LastPress>;
  /** Popups hang away from their message, and belong to the one that was used last. */
  used: WeakRef<Element> | undefined;
}

export function boxOf(hooks: BoxHooks): Box {
  // A thread that the address names is one for the whole page; one that stands in the box is the box's own.
  const shared = createIdentity();
  const own = new WeakMap<Element, Identity>();
  return {
    hooks,
    presses: new WeakMap(),
    used: undefined,
    identityOf: (root) => {
      const place = hooks.who?.thread?.in;
      if (place === 'url' || place === 'page') return shared;
      const known = own.get(root) ?? createIdentity();
      own.set(root, known);
      return known;
    },
  };
}
