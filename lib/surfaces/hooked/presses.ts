import type { ControlHooks } from '../hooks.ts';
import { around } from './select.ts';

/** What was pressed last in a box: it tells what a menu or a question is about that the page hangs elsewhere. */
interface Pressed {
  /** In the box itself. */
  readonly at: Element | undefined;
  /** The last press sent, or chose a time. */
  readonly sends: boolean;
}
const last = new WeakMap<Element, Pressed>();

export const pressedInside = (root: Element, at: Element, sends: boolean): void => void last.set(root, { at, sends });
export const pressedElsewhere = (root: Element): void => void last.set(root, { at: last.get(root)?.at, sends: true });

/** A control in a popup is this box's only as long as what opens it was pressed here. */
export function isDue(control: ControlHooks, root: Element): boolean {
  const before = last.get(root);
  if (control.after && !(before?.at && around(before.at, control.after))) return false;
  return control.how !== 'confirm' || control.in !== 'page' || before?.sends === true;
}
