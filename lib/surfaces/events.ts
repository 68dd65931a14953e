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

/** Inside an open shadow root the inner element; of a closed one only its host can be seen. */
export function targetOf(event: Event): Element | null {
  const first = event.composedPath()[0] ?? event.target;
  const node = first as Partial<Node> | null;
  if (node?.nodeType === 1) return first as Element;
  if (node?.nodeType === 9) return (first as Document).documentElement;
  return null;
}

export const isKey = (event: Event): event is KeyboardEvent => event.type.startsWith('key');
export const isEnter = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.code === 'NumpadEnter';
export const isSpace = (event: KeyboardEvent): boolean => event.key === ' ' || event.code === 'Space';
export const isModEnter = (event: KeyboardEvent): boolean => isEnter(event) && (event.ctrlKey || event.metaKey);

/** Main button, or no button at all (touch, a bare `click()`). */
export const isPress = (event: Event): boolean =>
  POINTER_EVENTS.has(event.type) && (!('button' in event) || event.button === 0);

let compositionEnd = Number.NEGATIVE_INFINITY;

/** The gate tells when an input method has ended a word. */
export const compositionEnded = (event: Event): void => {
  compositionEnd = event.timeStamp;
};

/** An Enter that chooses a word of an input method is no send; some engines deliver it just after `compositionend`. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229 || event.timeStamp - compositionEnd < 80;
