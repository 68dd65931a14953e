import { containsDeep } from '../deep.ts';
import type { BoxHooks, ControlHooks } from '../hooks.ts';
import type { SendIntent } from '../surface.ts';
import { isDue } from './presses.ts';
import { around, find, findAll } from './select.ts';

const BUTTON = 'button, [role="button"], [role="menuitem"], input[type="submit"], input[type="button"], a';

/** A mark may sit on the picture inside a button: the button is what is pressed. */
function pressable(element: Element, root: Element): HTMLElement {
  const button = element.closest<HTMLElement>(BUTTON);
  if (button && root.contains(button)) return button;
  // A bare picture has no click() of its own.
  const host = element.namespaceURI?.endsWith('svg') ? element.closest('svg')?.parentElement : element;
  return (host ?? element) as HTMLElement;
}

/**
 * Independent ways to find Send. What any of them names is guarded; what two of them agree on is pressed. Fewer than
 * two: the adapter is degraded, and says so.
 */
export function findSend(
  box: BoxHooks,
  root: Element,
): { readonly agreed?: HTMLElement | undefined; readonly guarded: readonly HTMLElement[] } {
  const votes = new Map<HTMLElement, number>();
  for (const selector of box.send) {
    const named = new Set(find(root, [selector]).map((element) => pressable(element, root)));
    for (const element of named) votes.set(element, (votes.get(element) ?? 0) + 1);
  }
  const agreed = [...votes].filter(([, count]) => count > 1).map(([element]) => element);
  return { agreed: agreed.find(isVisible) ?? agreed[0], guarded: [...votes.keys()] };
}

export const isVisible = (element: Element): boolean => element.checkVisibility?.() ?? true;

/** Two ways agree, or there is rightly nothing to find. */
export function sendIsFound(box: BoxHooks, root: Element): boolean {
  const { agreed, guarded } = findSend(box, root);
  return agreed !== undefined || (box.sendMayMiss === true && guarded.length === 0);
}

/** A further control of this box that the target stands in, in its root or in a popup of the page. */
export function alsoAt(box: BoxHooks, root: Element | null, target: Element): SendIntent | undefined {
  for (const control of box.also ?? []) {
    if (root && !isDue(control, root)) continue;
    const element = control.in === 'page' ? popupControl(control, target) : root && rootControl(control, root, target);
    if (!element) continue;
    return { how: control.how ?? 'send', control: element, ...(control.content && { content: control.content }) };
  }
  return undefined;
}

const rootControl = (control: ControlHooks, root: Element, target: Element): HTMLElement | undefined =>
  findAll(root, control.at)
    .map((each) => pressable(each, root))
    .find((each) => containsDeep(each, target));

/** The target's own button may carry the mark inside it. */
function popupControl(control: ControlHooks, target: Element): HTMLElement | undefined {
  const hit = around(target, control.at);
  if (hit) return (hit.closest(BUTTON) ?? hit) as HTMLElement;
  const button = target.closest<HTMLElement>(BUTTON);
  return button && find(button, control.at).length > 0 ? button : undefined;
}

export const controlAt = (box: BoxHooks, root: Element, target: Element): HTMLElement | undefined =>
  findSend(box, root).guarded.find((each) => containsDeep(each, target));
