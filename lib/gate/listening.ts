interface Options {
  readonly capture?: boolean;
  readonly passive?: boolean;
  readonly signal: AbortSignal;
}

interface Kept extends Options {
  readonly type: string;
  readonly run: (event: Event) => void;
}

const kept = new WeakMap<Document, Set<Kept>>();

/**
 * Listens on a window for as long as its document lives. A script that writes its document anew (`document.open`: a window
 * that was just opened, an editor's frame) takes every listener of the window away; these come back with the new words.
 */
export function listenOn(
  window: Window,
  types: readonly string[],
  run: (event: Event) => void,
  { capture = true, passive = false, signal }: Options,
): void {
  const all = keptOf(window);
  for (const type of types) {
    const known = [...all].some((each) => each.type === type && each.run === run && !each.signal.aborted);
    if (!known) all.add({ type, run, capture, passive, signal });
    window.addEventListener(type, run, { capture, passive, signal });
  }
}

function keptOf(window: Window): Set<Kept> {
  const { document } = window;
  const before = kept.get(document);
  if (before) return before;
  const all = new Set<Kept>();
  kept.set(document, all);
  const isElement = (node: Node): boolean => node.nodeType === 1;
  const rewritten = new MutationObserver((records) => {
    if (!records.some((each) => [...each.removedNodes].some(isElement))) return;
    for (const each of all) {
      const { type, run, ...options } = each;
      if (options.signal.aborted) all.delete(each);
      else window.addEventListener(type, run, options);
    }
  });
  rewritten.observe(document, { childList: true });
  return all;
}
