import { holderOf, isThere } from '../surfaces/deep.ts';
import type { Desk } from './desk.ts';
import { createHost, style } from './host.ts';
import { listenOn } from './listening.ts';
import { drawSeal, labelSeal, type SealState, sealButton } from './seal-picture.ts';
import { say } from './words.ts';

const SIZE = 22;
const GAP = 4;

export interface Seal {
  show(desk: Desk, state: SealState, count?: number): void;
  /** The message left: what was said of it is over. */
  forget(desk: Desk): void;
  /** What it shows, and for whom. */
  readonly state: () => SealState | undefined;
}

/** One seal, beside the message that is being written. It reads the layout once a frame at most, and only when something moved. */
export function createSeal(window: Window, open: (desk: Desk) => void, signal: AbortSignal): Seal {
  let shown:
    | { readonly desk: Desk; readonly host: HTMLElement; readonly button: HTMLElement; state: SealState; mark: string }
    | undefined;
  let frame = 0;
  const labelOf = (state: SealState): string =>
    say(state === 'partial' ? 'gate_seal_partial' : 'gate_seal', window.navigator.language);
  const size = typeof ResizeObserver === 'function' ? new ResizeObserver(() => moved()) : undefined;

  const hide = (): void => {
    shown?.host.remove();
    size?.disconnect();
    shown = undefined;
  };
  function place(): void {
    frame = 0;
    if (!shown) return;
    if (!isThere(shown.desk.root)) {
      hide();
      return;
    }
    const anchor = shown.desk.composer.anchor();
    const box = anchor && placeOf(anchor, window.document);
    if (!box || box.width === 0) {
      style(shown.host, { display: 'none' });
      return;
    }
    const top = box.top + (box.height <= 3 * SIZE ? (box.height - SIZE) / 2 : GAP);
    style(shown.host, {
      display: 'block',
      left: `${Math.round(box.right - SIZE - GAP)}px`,
      top: `${Math.round(top)}px`,
    });
  }
  function moved(): void {
    if (shown && frame === 0) frame = window.requestAnimationFrame(place);
  }
  function appear(desk: Desk): NonNullable<typeof shown> {
    if (shown?.desk === desk && shown.host.isConnected) return shown;
    hide();
    const { document } = window;
    const { host, root } = createHost(document, { width: `${SIZE}px`, height: `${SIZE}px`, display: 'none' });
    const button = sealButton(document, labelOf('checking'));
    for (const type of ['pointerdown', 'mousedown']) {
      // The caret stays in the text.
      button.addEventListener(type, (event) => event.preventDefault());
    }
    button.addEventListener('click', (event) => event.isTrusted && open(desk));
    root.append(button);
    document.documentElement.append(host);
    size?.observe(desk.root);
    shown = { desk, host, button, state: 'checking', mark: '' };
    return shown;
  }

  listenOn(window, ['scroll', 'resize', 'focusin', 'click', 'transitionend'], moved, { passive: true, signal });
  signal.addEventListener('abort', hide);
  return {
    forget: (desk) => {
      if (shown?.desk === desk) hide();
    },
    show: (desk, state, count = 0) => {
      if (signal.aborted || !isThere(desk.root)) return;
      const seal = appear(desk);
      seal.state = state;
      const mark = `${state} ${count}`;
      if (seal.mark !== mark) {
        seal.button.replaceChildren(drawSeal(window.document, state, count));
        labelSeal(seal.button, labelOf(state));
      }
      seal.mark = mark;
      moved();
    },
    state: () => shown?.state,
  };
}

/** Where an element stands in the page's own window, out of the frames that it is in. */
function placeOf(
  element: Element,
  document: Document,
): { readonly right: number; readonly top: number; readonly width: number; readonly height: number } {
  let { right, top, width, height } = element.getBoundingClientRect();
  for (let at = element; at.ownerDocument !== document; ) {
    const frame = holderOf(at.ownerDocument);
    if (!frame) break;
    const { left, top: above } = frame.getBoundingClientRect();
    right += left + frame.clientLeft;
    top += above + frame.clientTop;
    at = frame;
  }
  return { right, top, width, height };
}
