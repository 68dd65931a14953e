import { GMAIL } from './marks.ts';

const BODY = `${GMAIL.richBody}, ${GMAIL.plainBody}`;
const RECIPIENTS = '[name="to"], .anm, .aoD.hl span[email]';
const isWhole = (element: Element): boolean =>
  element.querySelector(BODY) !== null && element.querySelector(RECIPIENTS) !== null;

/**
 * The node that stands for one message: the dialog where there is one (Gmail moves it whole into full screen), else the
 * region, widened to the smallest ancestor that holds text and recipients. Half a compose is better than none:
 * what is missing is then told as unreadable, where no root at all would let a send slip.
 */
export function rootOf(target: Element): Element | null {
  const dialog = target.closest(GMAIL.dialog);
  if (dialog && (isWhole(dialog) || dialog.querySelector(GMAIL.region))) return dialog;
  const near = target.closest(GMAIL.frame) ?? target.closest(GMAIL.region) ?? controlFrame(target);
  if (!near) return null;
  const region = near.matches(GMAIL.region) ? near : (near.querySelector(GMAIL.region) ?? near);
  return widened(region) ?? region.closest(GMAIL.dialog) ?? region;
}

/** A Send whose known frames are gone. */
const controlFrame = (target: Element): Element | null =>
  target.closest(`${GMAIL.send.join(',')}, ${GMAIL.sendArchive}, ${BODY}`)?.closest('table.aoP, form, table') ?? null;

function widened(from: Element): Element | null {
  let at: Element | null = from;
  for (let level = 0; at && level < 9 && at !== at.ownerDocument.body; level += 1) {
    if (isWhole(at)) return at;
    at = at.parentElement;
  }
  return null;
}

/** Closed full-screen composes stay in the page, empty: only connected and filled ones count. */
export function rootsIn(root: ParentNode): readonly Element[] {
  const roots = [...root.querySelectorAll(`${GMAIL.region}, ${GMAIL.frame}`)].map(rootOf);
  return [...new Set(roots)].filter((each): each is Element => each?.isConnected === true);
}
