import { frameDocument, holderOf, insideOf, shadowOf } from '../surfaces/deep.ts';

/** The innermost element under a point, inside shadow trees too. */
export function deepestAt(document: Document, x: number, y: number): Element | null {
  let at = document.elementFromPoint(x, y);
  for (let tree = at && shadowOf(at); tree; ) {
    const inner = tree.elementFromPoint(x, y);
    if (!inner || inner === at) break;
    at = inner;
    tree = shadowOf(inner);
  }
  return at;
}

/** Where an element stands in the top window, frames and their borders counted. */
export function placeOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  let { x, y } = box;
  for (let frame = holderOf(element.ownerDocument); frame; frame = holderOf(frame.ownerDocument)) {
    const outer = frame.getBoundingClientRect();
    x += outer.x + frame.clientLeft;
    y += outer.y + frame.clientTop;
  }
  return new DOMRect(x, y, box.width, box.height);
}

/** Every element of the page, in shadow trees and frames of its own origin too, in reading order. */
export function* everyElement(tree: ParentNode): Generator<Element> {
  for (const element of tree.querySelectorAll('*')) {
    yield element;
    const inner = insideOf(element);
    if (inner) yield* everyElement(inner);
  }
}

/** The page's window and those of its frames: what is pressed or typed in a frame is told there alone. */
export function windowsOf(top: Window): readonly Window[] {
  const frames = [...everyElement(top.document)].flatMap((element) => frameDocument(element)?.defaultView ?? []);
  return [top, ...frames];
}

export function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);
}
