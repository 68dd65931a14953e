import type { SendIntent, Surface } from '@/lib/surfaces/surface.ts';

/** What a surface says of an event as it reaches the window, where the gate would ask. */
export function intentOf(surface: Surface, target: Element, event: Event): SendIntent | undefined {
  let intent: SendIntent | undefined;
  const listen = (caught: Event): void => {
    intent = surface.composerAt(target)?.sendIntent(caught);
    caught.preventDefault();
    caught.stopImmediatePropagation();
  };
  window.addEventListener(event.type, listen, { capture: true, once: true });
  target.dispatchEvent(event);
  return intent;
}

export const click = (): Event => new MouseEvent('click', { bubbles: true, cancelable: true });
export const enter = (init: KeyboardEventInit = {}): Event =>
  new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true, ...init });
export const el = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
