import { shadowOf } from './deep.ts';

/** What an event means, told once for all surfaces. */
export const POINTER_EVENTS: ReadonlySet<string> = new Set([
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'touchstart',
  'touchend',
]);

/** The innermost element that an event is about, also behind closed shadow roots, of which an event names the host alone. */
export function targetOf(event: Event): Element | null {
  const first = event.composedPath()[0] ?? event.target;
  const node = first as Partial<Node> | null;
  if (node?.nodeType === 1) return innermost(first as Element, event);
  if (node?.nodeType === 9) return (first as Document).documentElement;
  return null;
}

function innermost(target: Element, event: Event): Element {
  // Of an open tree the event itself has named the inner element.
  if (target.shadowRoot) return target;
  let at = target;
  for (let tree = shadowOf(at); tree; tree = shadowOf(at)) {
    const point = pointOf(event);
    const inner = point ? tree.elementFromPoint(point.clientX, point.clientY) : tree.activeElement;
    if (!inner || inner === at || !tree.contains(inner)) break;
    at = inner;
  }
  return at;
}

/** A press that no hand made has no place. */
function pointOf(event: Event): { readonly clientX: number; readonly clientY: number } | undefined {
  const point = 'changedTouches' in event ? (event as TouchEvent).changedTouches[0] : (event as Partial<MouseEvent>);
  if (typeof point?.clientX !== 'number' || typeof point.clientY !== 'number') return undefined;
  return point.clientX === 0 && point.clientY === 0 ? undefined : { clientX: point.clientX, clientY: point.clientY };
}

export const isKey = (event: Event): event is KeyboardEvent => event.type.startsWith('key');
export const isEnter = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.code === 'NumpadEnter';
export const isSpace = (event: KeyboardEvent): boolean => event.key === ' ' || event.code === 'Space';
export const isModEnter = (event: KeyboardEvent): boolean => isEnter(event) && (event.ctrlKey || event.metaKey);

/** Main button, or no button at all (touch, a bare `click()`). */
export const isPress = (event: Event): boolean =>
  POINTER_EVENTS.has(event.type) && (!('button' in event) || event.button === 0);

let ended: { readonly at: number; readonly in: WeakRef<Document> } | undefined;
const documentOf = (event: Event): Document | undefined =>
  (event.target as Partial<Node> | null)?.ownerDocument ?? undefined;

/** The gate tells when an input method has ended a word. */
export const compositionEnded = (event: Event): void => {
  const document = documentOf(event);
  ended = document && { at: event.timeStamp, in: new WeakRef(document) };
};

/**
 * An Enter that chooses a word of an input method is no send; some engines deliver it just after `compositionend`. Each
 * frame counts its own time from its own start, so that moments of two documents say nothing of each other.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229 || isJustAfter(event);

function isJustAfter(event: Event): boolean {
  if (!ended || ended.in.deref() !== documentOf(event)) return false;
  const since = event.timeStamp - ended.at;
  return since >= 0 && since < 80;
}
