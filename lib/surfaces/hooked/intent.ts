import { containsDeep } from '../deep.ts';
import { isComposing, isEnter, isKey, isModEnter, isPress, isSpace, targetOf } from '../events.ts';
import type { BoxHooks } from '../hooks.ts';
import type { SendIntent } from '../surface.ts';
import { attachmentsOf, editorsOf, joined, partsOf } from './body.ts';
import { alsoAt, controlAt } from './controls.ts';
import { pressedElsewhere, pressedInside } from './presses.ts';
import { around, findFirst, isAny } from './select.ts';

/** What an event would make this box send. */
export function intentOf(box: BoxHooks, root: Element, event: Event): SendIntent | undefined {
  const target = targetOf(event);
  if (!target) return undefined;
  const intent = intentAt(box, root, event, target);
  const isInside = containsDeep(root, target);
  if (isInside && isPressed(event, target)) pressedInside(root, target, intent !== undefined);
  else if (intent && !isInside) pressedElsewhere(root);
  return intent;
}

/** Any key may open a menu from its button; in a text only those that send or break a line are presses. */
const isPressed = (event: Event, target: Element): boolean =>
  isKey(event) ? event.type === 'keydown' && (isEnter(event) || !isTyped(target)) : isPress(event);

function intentAt(box: BoxHooks, root: Element, event: Event, target: Element): SendIntent | undefined {
  if (event.type === 'submit')
    return isOwnForm(box, root, target) ? unlessEmpty(box, root, { how: 'send' }) : undefined;
  const key = isKey(event);
  if (!(key ? isEnter(event) || isSpace(event) : isPress(event))) return undefined;
  const at = (key && highlighted(target)) || target;
  const also = alsoAt(box, root, at);
  if (also) return also.content || also.how === 'confirm' ? also : unlessEmpty(box, root, also);
  const control = controlAt(box, root, at);
  if (control) return unlessEmpty(box, root, { how: 'send', control });
  return key && sendsByKey(box, root, target, event) ? unlessEmpty(box, root, { how: 'send' }) : undefined;
}

/** By keyboard a menu has the focus, and its item is only highlighted. A text that offers completions keeps its own Enter. */
function highlighted(target: Element): Element | null {
  const id = target.getAttribute('aria-activedescendant');
  const tree = target.getRootNode() as Document | ShadowRoot;
  return id && !isTyped(target) ? tree.getElementById(id) : null;
}

const isTyped = (element: Element): boolean =>
  element.matches(
    'input, textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]',
  );

function sendsByKey(box: BoxHooks, root: Element, target: Element, event: KeyboardEvent): boolean {
  if (!isEnter(event)) return false;
  if (isModEnter(event)) return true;
  if (box.keys !== 'enter' || event.shiftKey || isComposing(event) || enterIsNewline(box, root)) return false;
  return isInEditor(box, root, target);
}

const isInEditor = (box: BoxHooks, root: Element, target: Element): boolean =>
  (around(target, box.editor) !== null && !isAny(around(target, box.editor) as Element, box.not)) ||
  editorsOf(box, root).some((editor) => containsDeep(editor, target)) ||
  // The editor's own marks are gone: what is typed into inside this box is taken for it.
  (editorsOf(box, root).length === 0 && target.closest('textarea, [contenteditable]') !== null);

export const enterIsNewline = (box: BoxHooks, root: Element): boolean => findFirst(root, box.enterIsNewline) !== null;

const isOwnForm = (box: BoxHooks, root: Element, form: Element): boolean =>
  containsDeep(form, root) ||
  (root.contains(form) &&
    (controlAt(box, root, form) !== undefined ||
      editorsOf(box, root).some((editor) => containsDeep(form, editor)) ||
      box.editor.length === 0));

/**
 * Nothing written and nothing attached: there is nothing to send, but for a mail, which goes with its subject alone.
 * What cannot be known to be empty is not taken for it.
 */
function unlessEmpty(box: BoxHooks, root: Element, intent: SendIntent): SendIntent | undefined {
  if (box.to) return intent;
  const parts = partsOf(box, root);
  if (parts.length === 0 || joined(parts).trim() !== '' || attachmentsOf(box, root).length > 0) return intent;
  const mayHold = intent.control && box.attachments === undefined && !isOff(intent.control);
  return mayHold ? intent : undefined;
}

const isOff = (control: Element): boolean => control.matches(':disabled, [aria-disabled="true"]');
