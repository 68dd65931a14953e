import { isEnter, isKey, isModEnter, isPress, isSpace, targetOf } from '../events.ts';
import type { SendIntent } from '../surface.ts';
import { GMAIL } from './marks.ts';
import { popupAt, rememberPress } from './popups.ts';
import { findSend, findSendArchive } from './send.ts';

/** What this event would do to the message at `root`. Send acts on mouse up, Enter down and Space up: all of them count. */
export function sendIntent(root: Element, event: Event): SendIntent | undefined {
  const target = targetOf(event);
  if (!target) return undefined;
  if (event.type === 'submit') return target.closest('form') && root.contains(target) ? { how: 'send' } : undefined;
  const key = isKey(event);
  if (!(key ? isEnter(event) || isSpace(event) : isPress(event))) return undefined;
  const intent =
    atPopup(target, event) ?? atSend(root, target) ?? (key && isModEnter(event) ? { how: 'send' } : undefined);
  if (intent ? intent.how !== 'confirm' : root.contains(target)) rememberPress(intent !== undefined);
  return intent;
}

function atSend(root: Element, target: Element): SendIntent | undefined {
  const archive = findSendArchive(root);
  if (archive?.contains(target)) return { how: 'send-archive', control: archive };
  for (const send of findSend(root).guarded) {
    if (send.contains(target)) return { how: 'send', control: send as HTMLElement };
  }
  return undefined;
}

function atPopup(target: Element, event: Event): SendIntent | undefined {
  const popup = popupAt(target);
  switch (popup?.kind) {
    case undefined:
      return fromChevron(target, event);
    case 'menu':
      return fromMenu(popup.element, event);
    case 'question':
    case 'alert': {
      const control = target.closest<HTMLElement>(GMAIL.button);
      return control && popup.element.contains(control) ? { how: 'confirm', control } : undefined;
    }
  }
}

/** By keyboard the menu holds the focus, and one of its items is only highlighted. */
function fromMenu(element: Element, event: Event): SendIntent | undefined {
  const item = element.matches(GMAIL.scheduleItem) ? element : element.querySelector(GMAIL.scheduleItem);
  if (!item || (element !== item && !isKey(event))) return undefined;
  const active = element.getAttribute('aria-activedescendant');
  const other = element.querySelector('.J-N-JT');
  if (element !== item && (active ? active !== item.id : other !== null && other !== item)) return undefined;
  return { how: 'schedule', control: item as HTMLElement };
}

/** The chevron keeps the focus while its menu is open. */
function fromChevron(target: Element, event: Event): SendIntent | undefined {
  const chevron = target.closest(GMAIL.more);
  if (!chevron || !isKey(event) || chevron.getAttribute('aria-expanded') !== 'true') return undefined;
  const item = target.ownerDocument.querySelector(GMAIL.scheduleItem);
  const menu = item?.closest('[role="menu"]');
  return menu ? fromMenu(menu, event) : undefined;
}
