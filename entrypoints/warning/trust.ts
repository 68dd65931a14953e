const ACTS = ['click', 'keydown', 'keypress', 'keyup', 'submit', 'input', 'change', 'pointerdown', 'mousedown'];
/** The second click of a double click on Send, or a second Enter, lands here; what it would press is not what was meant. */
const ASLEEP = 300;

/** What is looked at of an event. */
export interface Press {
  readonly isTrusted: boolean;
  readonly timeStamp: number;
  readonly key?: string;
  readonly repeat?: boolean;
  readonly detail?: unknown;
}

/** A person made it, by a key that is not just held down, and the warning was to be seen. Escape always may. */
export function mayAct(press: Press, seen: boolean, since: number): boolean {
  if (!press.isTrusted) return false;
  if (press.key === 'Escape') return true;
  const byKey = press.key === 'Enter' || press.key === ' ';
  if (press.repeat && byKey) return false;
  const byMouse = typeof press.detail === 'number' && press.detail > 0;
  return seen && !((byMouse || byKey) && press.timeStamp - since < ASLEEP);
}

export interface Sight {
  readonly isSeen: () => boolean;
  /** When the warning was first drawn, on the clock of `performance.now()`. */
  readonly since: () => number;
  /** A person pressed, and nothing happened because something lies over the warning: that has to be said. */
  readonly onCovered: (covered: boolean) => void;
}

/** Stops every event that may not act, before anything of ours hears it. */
export function guardPresses(window: Window, { isSeen, since, onCovered }: Sight, signal: AbortSignal): void {
  for (const type of ACTS) {
    window.addEventListener(
      type,
      (event) => {
        if (event.isTrusted && (type === 'click' || type === 'keydown')) onCovered(!isSeen());
        if (mayAct(event, isSeen(), since())) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  }
}

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
