/** Pages nest: shadow trees, open and closed, and frames of the same origin. These look through all of them. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

let openShadow: ShadowOf = (element) => element.shadowRoot;
const ours = new WeakSet<Element>();

/** Content scripts may look into closed trees; how is the browser's own way, and given by the guard's door. */
export const lookThroughShadowsWith = (shadowOf: ShadowOf): void => {
  openShadow = shadowOf;
};

/** A host of our own: what stands in it is no part of the page. */
export const keepClosed = (host: Element): void => {
  ours.add(host);
};

export function shadowOf(element: Element): ShadowRoot | null {
  return element.shadowRoot ?? (ours.has(element) ? null : openShadow(element));
}

/** The document of a frame of the same origin. */
export function frameDocument(element: Element): Document | null {
  if (element.tagName !== 'IFRAME' && element.tagName !== 'FRAME') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** What an element holds in a tree of its own. */
export const insideOf = (element: Element): ShadowRoot | Document | null => frameDocument(element) ?? shadowOf(element);

/** The element that holds the tree in which this node stands: a shadow host, or the frame in its parent's page. */
export function holderOf(node: Node): Element | null {
  const tree = node.getRootNode();
  if (tree.nodeType === 11) return (tree as Partial<ShadowRoot>).host ?? null;
  if (tree.nodeType !== 9) return null;
  try {
    return (tree as Document).defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

export const parentOf = (element: Element): Element | null => element.parentElement ?? holderOf(element);

export function containsDeep(root: Node, node: Node | null): boolean {
  for (let at = node; at; at = holderOf(at)) if (root.contains(at)) return true;
  return false;
}

/** In the page now, and every frame and host around it too. */
export function isThere(element: Element): boolean {
  for (let at: Element | null = element; at; at = holderOf(at)) if (!at.isConnected) return false;
  return true;
}

/** The element that has the caret, wherever it stands. */
export function activeIn(tree: DocumentOrShadowRoot): Element | null {
  let active = tree.activeElement;
  for (let next = active; next; ) {
    active = next;
    next = insideOf(next)?.activeElement ?? null;
  }
  return active;
}
