const ACTS = ['click', 'keydown', 'keypress', 'keyup', 'submit', 'input', 'change', 'pointerdown', 'mousedown'];
/** The second click of a double click on Send lands here; what it would press is not what was meant. */
const ASLEEP = 300;

/**
 * Only a person presses our buttons, and only while the warning is really to be seen: an event that a script made, a
 * held key, and every press while something lies over the frame or makes it transparent, is stopped before it acts.
 */
export function guardPresses(window: Window, isSeen: () => boolean, since: () => number, signal: AbortSignal): void {
  for (const type of ACTS) {
    window.addEventListener(
      type,
      (event) => {
        if (event.isTrusted && !isHeldKey(event) && (isEscape(event) || (isSeen() && !tooEarly(event, since()))))
          return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  }
}

const isEscape = (event: Event): boolean => event instanceof KeyboardEvent && event.key === 'Escape';
const isHeldKey = (event: Event): boolean =>
  event instanceof KeyboardEvent && event.repeat && (event.key === 'Enter' || event.key === ' ');
const tooEarly = (event: Event, since: number): boolean =>
  event instanceof MouseEvent && event.detail > 0 && event.timeStamp - since < ASLEEP;

/**
 * Whether the element is to be seen, by Intersection Observer v2 (Chromium): not covered, not transparent, not
 * transformed. Where a browser cannot tell, it is taken as seen.
 */
export function watchSeen(element: Element, signal: AbortSignal): () => boolean {
  if (!('IntersectionObserverEntry' in globalThis) || !('isVisible' in IntersectionObserverEntry.prototype))
    return () => true;
  let seen = true;
  const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
    threshold: [0, 0.5, 1],
    trackVisibility: true,
    delay: 100,
  };
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) seen = isVisible(entry);
  }, options);
  watch.observe(element);
  signal.addEventListener('abort', () => watch.disconnect());
  return () => seen;
}

const isVisible = (entry: IntersectionObserverEntry): boolean => 'isVisible' in entry && entry.isVisible === true;
