import { createHost, DIALOG, make, style } from './host.ts';
import type { GateOptions } from './options.ts';

/** Our own page in a frame, in a modal dialog of the top layer, in a closed shadow root. */
export interface WarningBox {
  readonly host: Element;
  /** The document of the frame has arrived. */
  readonly loaded: Promise<void>;
  show(): void;
  setHeight(pixels: number): void;
  /** Hands one end of a channel to the frame, with the secret that makes it listen. */
  connect(secret: string, port: MessagePort): void;
  /** The keys go to the frame, whatever the browser holds for true. */
  takeKeys(): void;
  /** Stays visible, and lets the page's own fields take the focus meanwhile. */
  besidePage<T>(run: () => Promise<T>): Promise<T>;
  isThere(): boolean;
  remove(): void;
  /** The dialog was closed by its own means, or the page took it away. */
  onLost(listener: () => void): void;
}

export function createWarningBox(document: Document, url: string, origin: string): WarningBox {
  const { host, root } = createHost(document, { top: '0', left: '0', width: '0', height: '0' });
  const frame = make(document, 'iframe', {
    display: 'block',
    width: '100%',
    height: '280px',
    'max-height': '80vh',
    border: '0',
  });
  const dialog = make(document, 'dialog', DIALOG, [frame]);
  // `display` is left to the dialog itself: closed, it must not be seen.
  const removed = new AbortController();
  let lost: () => void = () => {};
  let moving = false;
  const isThere = (): boolean => host.isConnected && dialog.open;
  const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
  frame.src = url;
  root.append(dialog);
  document.documentElement.append(host);
  dialog.addEventListener('close', () => !moving && !dialog.open && !removed.signal.aborted && lost());

  // A frame that had the focus while it moved to its own process is active here and there, and Chromium still gives
  // the keys to this page: only a focus that moves anew is told to the browser.
  const takeKeys = (): void => {
    if (!isThere()) return;
    // In Firefox the inside would lose its place.
    if (!('mozInnerScreenX' in window)) frame.blur();
    frame.focus();
  };

  return {
    host,
    loaded,
    takeKeys,
    show: () => {
      if (!host.isConnected) return;
      if (!dialog.open) dialog.showModal();
      takeKeys();
      const gone = new MutationObserver(() => !host.isConnected && !removed.signal.aborted && lost());
      gone.observe(document.documentElement, { childList: true });
      removed.signal.addEventListener('abort', () => gone.disconnect());
    },
    setHeight: (pixels) => style(frame, { height: `${Math.max(120, Math.round(pixels))}px` }),
    connect: (secret, port) => frame.contentWindow?.postMessage({ izin: secret }, origin, [port]),
    besidePage: async (run) => {
      const swap = (open: () => void): void => {
        moving = true;
        dialog.close();
        open();
        moving = false;
      };
      swap(() => dialog.show());
      try {
        return await run();
      } finally {
        if (host.isConnected && dialog.open) {
          swap(() => dialog.showModal());
          takeKeys();
        }
      }
    },
    isThere,
    remove: () => {
      removed.abort();
      if (dialog.open) dialog.close();
      host.remove();
    },
    onLost: (listener) => {
      lost = listener;
    },
  };
}

/** One box is kept ready for a message that would be held, so that it opens at once. */
export function createBoxes(
  { frameUrl, frameOrigin = (url) => new URL(url).origin }: Pick<GateOptions, 'frameUrl' | 'frameOrigin'>,
  signal: AbortSignal,
): {
  readonly prepare: (document: Document) => void;
  readonly take: (document: Document, url?: string) => WarningBox | undefined;
  /** The box that stands in this element. */
  readonly at: (target: EventTarget | null) => WarningBox | undefined;
} {
  const taken = new WeakMap<EventTarget, WarningBox>();
  let ready: { readonly document: Document; readonly box: WarningBox } | undefined;
  const own = (): string | undefined => {
    try {
      return frameUrl?.();
    } catch {
      return undefined;
    }
  };
  /** A page that is written anew takes it away. */
  const isReady = (document: Document): boolean => ready?.document === document && ready.box.host.isConnected;
  signal.addEventListener('abort', () => ready?.box.remove());
  return {
    prepare: (document) => {
      const url = own();
      if (!url || signal.aborted || isReady(document)) return;
      ready?.box.remove();
      ready = { document, box: createWarningBox(document, url, frameOrigin(url)) };
    },
    take: (document, url = own()) => {
      const prepared = isReady(document) ? ready?.box : undefined;
      ready = undefined;
      const box = prepared ?? (url ? createWarningBox(document, url, frameOrigin(url)) : undefined);
      if (box) taken.set(box.host, box);
      return box;
    },
    at: (target) => (target ? taken.get(target) : undefined),
  };
}
