import { block, GESTURES } from '../gate/gestures.ts';
import { insideOf, parentOf } from '../surfaces/deep.ts';
import { isKey } from '../surfaces/events.ts';
import { deepestAt, isSeen, windowsOf } from './places.ts';

export interface Picking {
  readonly window: Window;
  /** Our own node in the page: what happens there is ours. */
  readonly host: Element;
  readonly meant: (element: Element) => Element | null;
  readonly candidates: () => readonly Element[];
  readonly onLook: (element: Element) => void;
  readonly onChoose: (element: Element) => void;
}

/** The page gets no press while somebody points: the whole gesture is stopped, in frames too, whoever made it. */
export function pickByPointer({ window, host, meant, onLook, onChoose }: Picking, signal: AbortSignal): void {
  const at = (event: Event): Element | null => {
    if (!('clientX' in event) || event.composedPath().includes(host)) return null;
    const { view, clientX, clientY } = event as MouseEvent;
    const found = view && deepestAt(view.document, clientX, clientY);
    return found && found !== host ? meant(found) : null;
  };
  for (const each of windowsOf(window)) {
    const options = { capture: true, passive: false, signal };
    each.addEventListener(
      'pointermove',
      (event) => {
        const element = at(event);
        if (element && event.isTrusted) onLook(element);
      },
      options,
    );
    for (const type of GESTURES)
      each.addEventListener(
        type,
        (event) => {
          if (event.composedPath().includes(host)) return;
          block(event);
          const element = event.type === 'click' && event.isTrusted ? at(event) : null;
          if (element) onChoose(element);
        },
        options,
      );
  }
}

/** The same by keyboard, while `stage` has the focus: Tab through what fits, arrows to what stands around, Enter takes it. */
export function pickByKeys(stage: HTMLElement, picking: Picking, signal: AbortSignal): void {
  let list: readonly Element[] | undefined;
  let current: Element | undefined;
  const go = (to: Element | null | undefined): void => {
    if (!to) return;
    current = to;
    to.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    picking.onLook(to);
  };
  const begin = (): void => {
    if (current) return;
    list = picking.candidates();
    go(list[0]);
  };
  stage.addEventListener('focus', begin, { signal });
  if (stage.matches(':focus')) begin();
  stage.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !isKey(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Tab') {
        list ??= picking.candidates();
        const next = (current ? list.indexOf(current) : -1) + (event.shiftKey ? -1 : 1);
        // Beyond either end the focus goes on to our own controls.
        if (next < 0 || next >= list.length) return;
        go(list[next]);
      } else if (event.key === 'Enter') {
        const element = current && picking.meant(current);
        if (element) picking.onChoose(element);
      } else if (event.key.startsWith('Arrow')) go(around(current, event.key));
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
}

function around(at: Element | undefined, key: string): Element | null | undefined {
  switch (key) {
    case 'ArrowUp':
      return at && parentOf(at);
    case 'ArrowDown': {
      const inner = at && insideOf(at);
      const children = [...((inner ?? at)?.children ?? [])];
      return children.find((child) => isSeen(child) || child.childElementCount > 0);
    }
    case 'ArrowRight':
      return beside(at, (element) => element.nextElementSibling);
    default:
      return beside(at, (element) => element.previousElementSibling);
  }
}

function beside(at: Element | undefined, step: (element: Element) => Element | null): Element | null {
  for (let next = at && step(at); next; next = step(next)) if (isSeen(next)) return next;
  return null;
}
