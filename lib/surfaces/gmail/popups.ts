import { GMAIL } from './marks.ts';

/**
 * Gmail hangs its schedule menu, the dialog after it and its alerts under <body>, away from their message. They belong
 * to the composer that was used last: there is no other way to open them.
 */
let lastUsed: WeakRef<Element> | undefined;
/** The last press in that message sent, or chose to schedule: a dialog that comes now is about it. */
let asking = false;

export const rememberUse = (root: Element): void => {
  if (lastUsed?.deref() !== root) asking = false;
  lastUsed = new WeakRef(root);
};
export const rememberPress = (sends: boolean): void => {
  asking = sends;
};

export function rememberedRoot(): Element | null {
  const root = lastUsed?.deref();
  return root?.isConnected ? root : null;
}

/** The popup of a message that this node stands in, if any. */
export function popupAt(
  target: Element,
): { readonly kind: 'menu' | 'question' | 'alert'; readonly element: Element } | null {
  const alert = target.closest(GMAIL.alert);
  if (alert) return { kind: 'alert', element: alert };
  const item = target.closest(GMAIL.scheduleItem);
  if (item) return { kind: 'menu', element: item };
  const menu = target.closest('[role="menu"]');
  if (menu?.querySelector(GMAIL.scheduleItem)) return { kind: 'menu', element: menu };
  const dialog = target.closest(GMAIL.dialog);
  if (!dialog || dialog.querySelector(`${GMAIL.region}, ${GMAIL.richBody}`)) return null;
  // Neither the date dialog nor mail merge's "Send all" has known marks: after a send every button of a dialog without a
  // message counts.
  return dialog.querySelector('.Az') || asking ? { kind: 'question', element: dialog } : null;
}
