import { isEnter, isKey, isPress, isSpace, targetOf } from '../events.ts';
import type { ReplayStep, SendIntent } from '../surface.ts';

/** <div id="zb__COMPOSE-1__SEND" class="ZButton"><td id="zb__COMPOSE-1__SEND_title">, or SEND_MENU with its arrow SEND_MENU_dropdown */
const CONTROL = '[id*="__COMPOSE-"][id*="__SEND"]';
const PARTS = /__COMPOSE-(\d+)__SEND(?:_(MENU|LATER))?(_dropdown)?/;

const partsOf = (control: Element | null): RegExpExecArray | null => (control ? PARTS.exec(control.id) : null);

/** Several letters are open at once, and their views stay in the page: the number alone ties a toolbar to its view. */
export function viewOf(target: Element): Element | null {
  const toolbar = target.closest(`${CONTROL}, [id^="ztb__COMPOSE-"]`);
  const number = /COMPOSE-(\d+)/.exec(toolbar?.id ?? '')?.[1];
  return number === undefined ? null : target.ownerDocument.getElementById(`zv__COMPOSE-${number}`);
}

/** By its id, and by its title's place. */
export function findSend(view: Element): {
  readonly agreed: HTMLElement | undefined;
  readonly any: HTMLElement | undefined;
} {
  const number = /^zv__COMPOSE-(\d+)/.exec(view.id)?.[1] ?? '';
  const byId = (suffix: string): HTMLElement | null =>
    view.ownerDocument.getElementById(`zb__COMPOSE-${number}__SEND${suffix}`);
  const one = byId('') ?? byId('_MENU');
  const other = (byId('_title') ?? byId('_MENU_title'))?.closest<HTMLElement>(
    '.ZButton, .ZToolbarButton, [role="button"]',
  );
  return { agreed: one && one === other ? one : undefined, any: one ?? other ?? undefined };
}

/** What the page asks after a send or a time was chosen belongs to the letter of that press, and only as long as no other follows. */
let asked: WeakRef<Element> | undefined;
const DIALOG = '.DwtDialog';

export function rememberPress(view: Element, intent: SendIntent | undefined, target: Element | null): void {
  if (intent && intent.how !== 'confirm') asked = new WeakRef(view);
  else if (target && view.contains(target)) asked = undefined;
}

export const askedAbout = (target: Element): Element | null => {
  const view = target.closest(DIALOG) && asked?.deref();
  return view?.isConnected ? view : null;
};

/** A button of that question. */
export function dialogIntent(event: Event): SendIntent | undefined {
  const target = targetOf(event);
  if (!target || !askedAbout(target) || !(isKey(event) ? isEnter(event) || isSpace(event) : isPress(event)))
    return undefined;
  const control = target.closest<HTMLElement>('.ZButton, [id*="_button"], button');
  return control ? { how: 'confirm', control } : undefined;
}

/** The arrow beside Send opens a menu; "Send later" there asks for a time in a dialog. */
export function toolbarIntent(view: Element, event: Event): SendIntent | undefined {
  const target = targetOf(event);
  if (!target || !(isKey(event) ? isEnter(event) || isSpace(event) : isPress(event))) return undefined;
  const named = target.closest<HTMLElement>(CONTROL);
  const parts = partsOf(named);
  if (!named || !parts || parts[3] || viewOf(target) !== view) return undefined;
  if (parts[2] === 'LATER') return { how: 'schedule', control: named };
  return { how: 'send', control: findSend(view).any ?? named };
}

export function toolbarReplay(view: Element, intent: SendIntent): readonly ReplayStep[] {
  const own = intent.control?.isConnected ? intent.control : undefined;
  const element = intent.how === 'send' ? (findSend(view).any ?? own) : own;
  return element ? [{ kind: 'pointer', element }, { kind: 'ask' }] : [{ kind: 'ask' }];
}
