import { isEnter, isKey, isPress, isSpace, targetOf } from '../events.ts';
import type { ReplayStep, SendIntent } from '../surface.ts';

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/**
 * Ways to the button that do not rest on one another: its place, what it calls, and elastic's clone for narrow windows.
 * In the skin larry it is a link in the toolbar.
 */
function findings(doc: Document): readonly (HTMLElement | null)[] {
  const clone = doc.querySelector('a.send[id$="-clone"]');
  return [
    doc.querySelector<HTMLElement>('.formbuttons button.send, #messagetoolbar a.send'),
    doc.querySelector<HTMLElement>(`button[onclick*="command('send'"], #messagetoolbar a[onclick*="command('send'"]`),
    clone && doc.getElementById(clone.id.replace(/-clone$/, '')),
  ];
}

/** The composer's own Send, when at least two ways agree on it. */
export function sendButton(doc: Document): HTMLElement | undefined {
  const found = findings(doc).filter((button) => button !== null);
  return found.find((button, i) => found.indexOf(button) !== i);
}

/** In a narrow window the button is hidden and a link in the toolbar stands for it. */
function shownSend(doc: Document): HTMLElement | undefined {
  const button = sendButton(doc);
  const clone = button && doc.getElementById(`${button.id}-clone`);
  return clone && !isShown(button) && isShown(clone) ? clone : button;
}

/** A dialog of Roundcube whose main button sends: "No subject", or "many addresses are visible". */
export interface SendDialog {
  readonly dialog: Element;
  readonly main: HTMLElement;
  /** The "No subject" dialog asks for one: what stands there becomes the subject. */
  readonly subject?: HTMLInputElement;
}

export function sendDialog(doc: Document): SendDialog | undefined {
  for (const dialog of doc.querySelectorAll('.ui-dialog.warning')) {
    const main = dialog.querySelector<HTMLElement>('.ui-dialog-buttonset button.mainaction');
    if (!main || !isShown(dialog)) continue;
    const subject = dialog.querySelector<HTMLInputElement>('.prompt input[data-submit]') ?? undefined;
    return { dialog, main, ...(subject && { subject }) };
  }
  return undefined;
}

export function sendIntent(doc: Document, event: Event): SendIntent | undefined {
  const target = targetOf(event);
  if (!target) return undefined;
  if (event.type === 'submit') return isDraftSave(target) ? undefined : { how: 'send' };
  if (isPress(event)) return byControl(doc, target);
  if (!isKey(event) || !(isEnter(event) || isSpace(event))) return undefined;
  // Enter in the dialog's text field presses the main button inside jQuery, without a click that could be seen.
  const dialog = sendDialog(doc);
  if (dialog && target === dialog.subject) return isEnter(event) ? { how: 'confirm', control: dialog.main } : undefined;
  return byControl(doc, target);
}

function byControl(doc: Document, target: Element): SendIntent | undefined {
  const control = target.closest<HTMLElement>('button, a');
  if (!control) return undefined;
  const dialog = sendDialog(doc);
  if (dialog?.dialog.contains(control)) return sendsFrom(dialog, control) ? { how: 'confirm', control } : undefined;
  const isSend = findings(doc).includes(control) || control.matches('a.send[id$="-clone"]');
  return isSend ? { how: 'send', control } : undefined;
}

/** Every button but the cross and Cancel lets the message go; "Bcc instead" too. */
const sendsFrom = (dialog: SendDialog, control: Element): boolean =>
  control.closest('.ui-dialog-buttonset') !== null && !control.classList.contains('cancel') && dialog.main !== null;

/**
 * After a dialog its main button goes on with the fields as they stand now. Never "Bcc instead": it writes the
 * addresses that it remembers from before, also those that were removed since.
 */
export function replay(doc: Document, intent: SendIntent): readonly ReplayStep[] {
  const dialog = intent.how === 'confirm' ? sendDialog(doc) : undefined;
  const control = dialog?.main ?? shownSend(doc);
  return control ? [{ kind: 'click', element: control }, { kind: 'ask' }] : [{ kind: 'ask' }];
}

/** Saving a draft goes through the same form (by requestSubmit() since Roundcube 1.7). */
const isDraftSave = (form: Element): boolean =>
  form.querySelector<HTMLInputElement>('input[name="_draft"]')?.value === '1';
