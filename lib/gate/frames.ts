import { frameDocument, insideOf, shadowOf } from '../surfaces/deep.ts';
import { listenOn } from './listening.ts';

/** A guard in a frame asks the page around it; the page's own guard answers by preventing it. */
const HERE = 'izin:frame';
/** The page's guard has taken a frame over that guarded itself. */
const TAKEN = 'izin:frame-taken';

/**
 * Keys in a frame never reach the page around it, and a message may stand in both: its text in a frame of the same
 * origin, its Send in the page. One gate has all of it, the outermost that can look in. The page can see and fake these
 * events; they carry nothing, and a guard steps back only where one around it has answered.
 */
export function isGuardedFromOutside(window: Window): boolean {
  try {
    const frame = window.frameElement;
    const isAnswered = (): boolean =>
      !frame?.dispatchEvent(new CustomEvent(HERE, { cancelable: true, composed: true }));
    // A closed tree begins to listen when the question passes by, which may be too late for this one: once more for each.
    for (let at = frame; frame && at; at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null)
      if (isAnswered()) return true;
    return false;
  } catch {
    return false;
  }
}

/** Calls when a page's guard that came later takes this frame over. */
export function onTaken(window: Window, stepBack: () => void, signal: AbortSignal): void {
  listenOn(window, [TAKEN], () => isGuardedFromOutside(window) && stepBack(), { signal });
}

/** Listens in frames of the same origin as in the page itself, and in frames within them. */
export function takeFrames(
  window: Window,
  listen: (target: Window) => void,
  isAlive: () => boolean,
  signal: AbortSignal,
): (inner: Window) => void {
  /** A guard that steps back asks once more on its way. */
  const taking = new Set<Window>();
  function take(inner: Window): void {
    if (signal.aborted || inner === window || taking.has(inner)) return;
    taking.add(inner);
    try {
      listen(inner);
      inner.dispatchEvent(new CustomEvent(TAKEN));
      listenOn(inner, [HERE], answer, { signal });
      takeAll(inner.document);
    } catch {
      // Of another origin by now: its own guard has it.
    } finally {
      taking.delete(inner);
    }
  }
  function takeAll(document: Document): void {
    for (const frame of document.querySelectorAll('iframe, frame')) {
      const inner = frameDocument(frame)?.defaultView;
      if (inner) take(inner);
    }
  }
  function answer(event: Event): void {
    const from = event.composedPath()[0] as Partial<Element> | undefined;
    if (from?.nodeType !== 1 || !isAlive()) return;
    const inner = frameDocument(from as Element)?.defaultView;
    if (!inner) {
      // A closed tree names itself for the frame in it: the event is on its way there, and is answered inside.
      shadowOf(from as Element)?.addEventListener(HERE, answer, { capture: true, signal });
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    take(inner);
  }
  /** A frame that came without a guard of its own is known at the latest when the focus enters it. */
  function entered(): void {
    for (let active = window.document.activeElement; active; ) {
      const inner = frameDocument(active)?.defaultView;
      if (inner) take(inner);
      active = insideOf(active)?.activeElement ?? null;
    }
  }
  listenOn(window, [HERE], answer, { signal });
  listenOn(window, ['blur'], entered, { passive: true, signal });
  takeAll(window.document);
  return take;
}
