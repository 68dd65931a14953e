/** The words of an element that a person sees: what stands there for screen readers alone, or not yet, is another one tomorrow. */
export function visibleText(element: Element): string {
  let said = '';
  const walk = (node: Node): void => {
    if (node.nodeType === 3) said += (node as Text).data;
    else if (node === element || (node.nodeType === 1 && isShown(node as Element))) node.childNodes.forEach(walk);
  };
  walk(element);
  return said.replace(/\s+/g, ' ').trim();
}

/** Where an element's visible words can be read without those that nobody sees. */
export function placeOfWords(
  element: Element,
): { readonly element: Element; readonly from: 'text' | 'own-text' } | undefined {
  const words = visibleText(element);
  if (words === '') return undefined;
  const whole = [element, ...element.querySelectorAll('*')].find(
    (each) => (each === element || isShown(each)) && plain(each.textContent) === words && !hidesWords(each),
  );
  if (whole) return { element: whole, from: 'text' };
  const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent);
  return plain(own.join(' ')) === words ? { element, from: 'own-text' } : undefined;
}

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

const hidesWords = (element: Element): boolean =>
  [...element.querySelectorAll('*')].some((each) => plain(each.textContent) !== '' && !isShown(each));

function isShown(element: Element): boolean {
  if (element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) === false) return false;
  const { width, height } = element.getBoundingClientRect();
  if (width > 1 || height > 1) return true;
  // Without a box of its own, but not without what stands in it.
  return element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents';
}
