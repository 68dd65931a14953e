import type { Draft } from '../domain/draft.ts';
import { begin, block, canStart, completes, continues, GESTURES, type Gesture, proceed } from '../gate/gestures.ts';
import { containsDeep } from '../surfaces/deep.ts';
import { isEnter, isKey, targetOf } from '../surfaces/events.ts';
import { surfaceFrom } from '../surfaces/from-hooks.ts';
import type { SiteHooks } from '../surfaces/hooks.ts';
import type { Composer } from '../surfaces/surface.ts';
import { windowsOf } from './places.ts';

/** A press that was held, and what was read of the message. Without a draft: Izin knew the press only from the pointing. */
export interface Caught {
  readonly by: 'button' | 'enter';
  readonly draft: Draft | undefined;
}

/**
 * The proposed hooks on the live page, with everything that could send stopped. There is no way in this script to let
 * anything go. What the hooks miss is stopped all the same, by the very elements that were pointed at.
 */
export function tryOut(
  hooks: SiteHooks,
  parts: { readonly window: Window; readonly host: Element; readonly text: Element; readonly send: Element },
  onCaught: (caught: Caught) => void,
  signal: AbortSignal,
): void {
  // Whether Enter sends is still to be said: until then it is taken for a send.
  const surface = surfaceFrom({ ...hooks, boxes: hooks.boxes.map((box) => ({ ...box, keys: 'enter' })) });
  let gesture: Gesture<() => void> | undefined;

  const hear = (event: Event): void => {
    if (event.composedPath().includes(parts.host)) return;
    if (gesture && continues(gesture, event)) {
      proceed(gesture, event);
      block(event);
      if (completes(event)) gesture.what();
      return;
    }
    gesture = undefined;
    const caught = catchOf(surface.composerAt, parts, event);
    if (!caught) return;
    block(event);
    if (!canStart(event)) return;
    let told = false;
    gesture = begin(event, () => {
      if (!told) onCaught(caught);
      told = true;
    });
    if (completes(event)) gesture.what();
  };
  for (const window of windowsOf(parts.window))
    for (const type of GESTURES) window.addEventListener(type, hear, { capture: true, passive: false, signal });
}

function catchOf(
  composerAt: (target: Element) => Composer | null,
  { text, send }: { readonly text: Element; readonly send: Element },
  event: Event,
): Caught | undefined {
  const target = targetOf(event);
  if (!target) return undefined;
  const composer = composerAt(target);
  const intent = composer?.sendIntent(event);
  const by = isKey(event) && !intent?.control ? 'enter' : 'button';
  if (composer && intent) return { by, draft: composer.read(intent) };
  const pressed = containsDeep(send, target) && (!isKey(event) || isEnter(event) || event.key === ' ');
  const entered = isKey(event) && isEnter(event) && !event.shiftKey && containsDeep(text, target);
  const submitted = event.type === 'submit' && (containsDeep(target, text) || containsDeep(target, send));
  if (pressed && composer) return { by: 'button', draft: composer.read() };
  return pressed || entered || submitted ? { by: entered ? 'enter' : 'button', draft: undefined } : undefined;
}
