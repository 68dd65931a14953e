/**
 * Finds the first element that is to be seen for a selector, through open shadow roots and frames of the same origin.
 * Source text: it runs in the page, in both browsers.
 */
export const DEEP = `(() => {
  const all = [];
  const walk = (root, x, y, selector) => {
    for (const element of root.querySelectorAll(selector)) all.push({ element, x, y });
    for (const host of root.querySelectorAll('*')) {
      if (host.shadowRoot) walk(host.shadowRoot, x, y, selector);
      if (host.localName !== 'iframe') continue;
      let inner;
      try { inner = host.contentDocument; } catch {}
      const at = host.getBoundingClientRect();
      if (inner) walk(inner, x + at.x + host.clientLeft, y + at.y + host.clientTop, selector);
    }
  };
  const isSeen = ({ element }) => element.getClientRects().length > 0 && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);
  return (selector) => {
    all.length = 0;
    walk(document, 0, 0, selector);
    return all.find(isSeen);
  };
})()`;

/** The middle of it in the window's own coordinates, scrolled into sight; null where nothing is to be seen. */
export const middleOf = (selector: string): string => `(() => {
  const find = ${DEEP};
  if (!find(${JSON.stringify(selector)})) return null;
  find(${JSON.stringify(selector)}).element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { element, x, y } = find(${JSON.stringify(selector)});
  const box = element.getBoundingClientRect();
  return { x: x + box.x + box.width / 2, y: y + box.y + box.height / 2 };
})()`;

export const focusOn = (selector: string): string => `(() => {
  const found = ${DEEP}(${JSON.stringify(selector)});
  if (!found) return false;
  found.element.focus();
  const inner = found.element.getRootNode();
  return inner.activeElement === found.element || found.element.contains(inner.activeElement);
})()`;

export const isThere = (selector: string): string => `Boolean(${DEEP}(${JSON.stringify(selector)}))`;
