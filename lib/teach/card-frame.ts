import { COLOURS, make, type Styles, style } from '../gate/host.ts';

/**
 * The card stands in an empty frame of its own: what is typed in it is told to that frame's window, and the page, whose
 * window never hears it, has no name for a frame in a closed tree.
 */
export async function openCardFrame(
  document: Document,
  root: ShadowRoot,
  title: string,
): Promise<{ readonly frame: HTMLIFrameElement; readonly inside: Document }> {
  const frame = make(document, 'iframe', FRAME);
  frame.title = title;
  // Firefox puts another document in its place when it has loaded; Chromium is done at once.
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  root.append(frame);
  await loaded;
  const inside = frame.contentDocument;
  if (!inside) throw new Error('The card has no document.');
  style(inside.documentElement, { 'color-scheme': 'light dark', background: COLOURS.paper });
  style(inside.body, { margin: '0' });
  return { frame, inside };
}

/** As high as what stands in it, and never higher than the page. What comes back does it at once. */
export function fitTo(content: HTMLElement, frame: HTMLIFrameElement, signal: AbortSignal): () => void {
  const fit = (): void => style(frame, { height: `${content.offsetHeight + 2}px` });
  const observer = new ResizeObserver(fit);
  observer.observe(content);
  signal.addEventListener('abort', () => observer.disconnect());
  return fit;
}

/** Gives the focus to the page once no key is held down any more: its letting go would be told there. */
export function focusGiver(inside: Document, signal: AbortSignal): (to: HTMLElement) => void {
  let isHeld = false;
  let due: HTMLElement | undefined;
  const give = (): void => {
    due?.focus?.();
    due = undefined;
  };
  const options = { capture: true, signal };
  inside.addEventListener('keydown', () => (isHeld = true), options);
  inside.addEventListener(
    'keyup',
    () => {
      isHeld = false;
      give();
    },
    options,
  );
  return (to) => {
    due = to;
    if (!isHeld) give();
  };
}

const FRAME: Styles = {
  position: 'fixed',
  bottom: '16px',
  right: '16px',
  'box-sizing': 'border-box',
  width: 'min(360px, calc(100vw - 32px))',
  'max-height': 'calc(100vh - 32px)',
  'pointer-events': 'auto',
  'color-scheme': 'light dark',
  background: COLOURS.paper,
  border: `1px solid ${COLOURS.line}`,
  'border-radius': '10px',
  'box-shadow': '0 12px 40px rgb(0 0 0 / 0.28)',
};
