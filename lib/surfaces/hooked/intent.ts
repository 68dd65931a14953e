import { containsDeep } from '../deep.ts';
import { isComposing, isEnter, isKey, isModEnter, isPress, isSpace, targetOf } from '../events.ts';
import type { BoxHooks } from '../hooks.ts';
import type { SendIntent } from '../surface.ts';
import { attachmentsOf, editorsOf, joined, partsOf } from './body.ts';
import { alsoAt, controlAt } from './controls.ts';
import type { Box } from './memory.ts';
import { around, findFirst, isAny } from './select.ts';

/** What an event would make this box send. */
export function intentOf(box: Box, root: Element, event: Event): SendIntent | undefined {
  const target = targetOf(event);
  if (!target) return undefined;
  if (event.type === 'submit') {
    const { submitter } = event as Partial<SubmitEvent>;
    const sends = isOwnForm(box.hooks, root, target) && !(submitter && isAny(submitter, box.hooks.saves));
    return sends ? unlessEmpty(box.hooks, root, { how: 'send' }) : undefined;
  }
  const key = isKey(event);
  if (key && isShortcut(box.hooks, root, event)) return { how: 'send' };
  if (!(key ? isEnter(event) || isSpace(event) : isPress(event))) {
    // Any key may open a menu from its button.
    if (event.type === 'keydown' && !target.matches(TYPED)) remember(box, root, target, undefined);
    return undefined;
  }
  const at = (key && highlighted(target)) || target;
  const intent = atControl(box, root, at) ?? (key ? byKey(box.hooks, root, target, event) : undefined);
  remember(box, root, at, intent);
  return intent;
}

function atControl(box: Box, root: Element, target: Element): SendIntent | undefined {
  const also = alsoAt(box.hooks, root, target, box.presses.get(root));
  if (also) {
    const { how = 'send', content = box.hooks.content, words } = also.hooks;
    const intent: SendIntent = { how, control: also.element, ...(content && { content }) };
    return content || words || how === 'confirm' ? intent : unlessEmpty(box.hooks, root, intent);
  }
  const control = controlAt(box.hooks, root, target);
  const { content } = box.hooks;
  return control && unlessEmpty(box.hooks, root, { how: 'send', control, ...(content && { content }) });
}

/** A press on what stands elsewhere (a menu, a question) leaves that of the box as it was: it is many events. */
function remember(box: Box, root: Element, target: Element, intent: SendIntent | undefined): void {
  const sends = intent !== undefined && (intent.how === 'send' || intent.how === 'schedule');
  const isInside = containsDeep(root, target);
  const before = box.presses.get(root);
  if (isInside || sends)
    box.presses.set(root, { target: isInside || !before ? new WeakRef(target) : before.target, sends });
}

/** On these Enter presses themselves. */
const PRESSED = 'button, [role="button"], a[href], input:is([type="button"], [type="submit"])';
const TYPED = 'input, textarea, [contenteditable]:not([contenteditable="false"])';

/** By keyboard a menu has the focus, and its item is only highlighted. A text that offers completions keeps its own Enter. */
function highlighted(target: Element): Element | null {
  const id = target.getAttribute('aria-activedescendant');
  if (!id || target.matches(TYPED)) return null;
  return (target.getRootNode() as Document | ShadowRoot).getElementById(id);
}

function byKey(box: BoxHooks, root: Element, target: Element, event: KeyboardEvent): SendIntent | undefined {
  if (!isEnter(event) || box.keys === 'none') return undefined;
  const sends =
    isModEnter(event) ||
    (box.keys === 'enter' &&
      !event.shiftKey &&
      !isComposing(event) &&
      !enterIsNewline(box, root) &&
      (box.enterAnywhere ? !target.matches(PRESSED) : isInEditor(box, root, target)));
  return sends ? unlessEmpty(box, root, { how: 'send', ...(box.content && { content: box.content }) }) : undefined;
}

const isShortcut = (box: BoxHooks, root: Element, event: KeyboardEvent): boolean =>
  (box.shortcuts ?? []).some(
    (each) =>
      letterOf(event) === each.key &&
      (each.with === 'alt' ? event.altKey : event.ctrlKey || event.metaKey) &&
      (each.when === undefined || findFirst(root, each.when) !== null),
  );

/** With Alt a Mac types "ß", and other alphabets have letters of their own: then the place of the key counts. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase();

function isInEditor(box: BoxHooks, root: Element, target: Element): boolean {
  const near = around(target, box.editor);
  if (near && !isAny(near, box.not)) return true;
  const editors = editorsOf(box, root);
  // The editor's own marks are gone: what is typed into inside this box is taken for it.
  if (editors.length === 0)
    return target.closest('textarea, [contenteditable]:not([contenteditable="false"])') !== null;
  return editors.some((editor) => containsDeep(editor, target));
}

export const enterIsNewline = (box: BoxHooks, root: Element): boolean => findFirst(root, box.enterIsNewline) !== null;

const isOwnForm = (box: BoxHooks, root: Element, form: Element): boolean =>
  containsDeep(form, root) ||
  (containsDeep(root, form) &&
    (box.editor.length === 0 || editorsOf(box, root).some((editor) => containsDeep(form, editor))));

/** Nothing written and nothing attached: there is nothing to send. What cannot be known to be empty is not taken for it. */
function unlessEmpty(box: BoxHooks, root: Element, intent: SendIntent): SendIntent | undefined {
  if (box.content || !isEmpty(box, root)) return intent;
  const mayHold = intent.control && box.attachments === undefined && !isOff(intent.control);
  return mayHold ? intent : undefined;
}

export function isEmpty(box: BoxHooks, root: Element): boolean {
  if (box.to) return false; // A mail goes with its subject alone.
  const parts = partsOf(box, root);
  return parts.length > 0 && joined(parts).trim() === '' && attachmentsOf(box, root).length === 0;
}

const isOff = (control: Element): boolean => control.matches(':disabled, [aria-disabled="true"]');
