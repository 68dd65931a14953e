/** A page for the teaching, in a document without a layout: what has `data-unseen` has no box, all else has one. */
export function showPage(html: string): void {
  document.body.innerHTML = html;
  Element.prototype.getBoundingClientRect = function rect(this: Element): DOMRect {
    const size = this.closest('[data-unseen]') ? 1 : 100;
    return { x: 0, y: 0, top: 0, left: 0, right: size, bottom: size, width: size, height: size } as DOMRect;
  };
  Element.prototype.checkVisibility = function check(this: Element): boolean {
    for (let at: Element | null = this; at; at = at.parentElement)
      if (getComputedStyle(at).display === 'none') return false;
    return true;
  };
  // What browsers have and this document lacks.
  Object.defineProperty(globalThis, 'CSS', { value: { escape: (name: string) => name }, configurable: true });
}

export function the(selector: string): Element {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
