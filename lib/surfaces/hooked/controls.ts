import { containsDeep } from '../deep.ts';
import type { BoxHooks, ControlHooks } from '../hooks.ts';
import type { LastPress } from './memory.ts';
import { around, find, findAll } from './select.ts';

const BUTTON = 'button, [role="button"], [role^="menuitem"], input[type="submit"], input[type="button"], a';

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

const isVisible = (element: Element): boolean => element.checkVisibility?.() ?? true;

/** Two ways agree, or there is rightly nothing to find. */
export function sendIsFound(box: BoxHooks, root: Element, isEmpty: boolean): boolean {
  const { agreed, guarded } = findSend(box, root);
  if (agreed) return true;
  const mayMiss = box.sendMayMiss === 'empty' ? isEmpty : box.sendMayMiss === true;
  return mayMiss && (guarded.length === 0 || box.send.length < 2);
}

export const controlAt = (box: BoxHooks, root: Element, target: Element): HTMLElement | undefined =>
  findSend(box, root).guarded.find((each) => containsDeep(each, target));

export interface Also {
  readonly hooks: ControlHooks;
  readonly element: HTMLElement;
}

/** A further control of this box that the target stands in, in its root or in a popup of the page. */
export function alsoAt(
  box: BoxHooks,
  root: Element | null,
  target: Element,
  last: LastPress | undefined,
): Also | undefined {
  for (const hooks of box.also ?? []) {
    if (!isDue(hooks, last)) continue;
    const element = hooks.in === 'page' ? popupControl(hooks, target) : root && rootControl(hooks, root, target);
    if (element) return { hooks, element };
  }
  return undefined;
}

/** A question follows a send; what stands in a menu follows the press that opened it. */
function isDue({ how, after }: ControlHooks, last: LastPress | undefined): boolean {
  if (how === 'confirm' && !last?.sends) return false;
  if (!after) return true;
  const target = last?.target.deref();
  return target !== undefined && around(target, after) !== null;
}

const rootControl = (hooks: ControlHooks, root: Element, target: Element): HTMLElement | undefined =>
  findAll(root, hooks.at)
    .map((each) => pressable(each, root))
    .find((each) => containsDeep(each, target));

/** The target's own button may carry the mark inside it. */
function popupControl(hooks: ControlHooks, target: Element): HTMLElement | undefined {
  const hit = around(target, hooks.at);
  if (hit) return hit.closest<HTMLElement>(BUTTON) ?? (hit as HTMLElement);
  const button = target.closest<HTMLElement>(BUTTON);
  return button && find(button, hooks.at).length > 0 ? button : undefined;
}
