import { holderOf, isThere } from './deep.ts';
import { hookedComposer } from './hooked/composer.ts';
import { alsoAt, findSend } from './hooked/controls.ts';
import { type Box, boxOf } from './hooked/memory.ts';
import { addressOf, patternOf } from './hooked/read.ts';
import { around, findAll, findFirst, isAny } from './hooked/select.ts';
import type { BoxHooks, SiteHooks } from './hooks.ts';
import { matchesAny } from './matches.ts';
import type { Composer, Surface } from './surface.ts';
import { locationOf, type Where } from './where.ts';

/** A surface from data. See `hooks.ts` for what the data can say. */
export function surfaceFrom(site: SiteHooks): Surface {
  const { id, name, channel, matches, optional, proof } = site;
  const boxes = site.boxes.map(boxOf);
  const isHere = matchesAny(matches);
  const marked = new WeakSet<Document>();
  /** A self-hosted site stays what it is for as long as its document does. */
  const isMarked = (document: Document): boolean => {
    if (!site.marks) return false;
    if (!marked.has(document) && findFirst(document, site.marks)) marked.add(document);
    return marked.has(document);
  };
  const compose = (box: Box, root: Element): Composer => hookedComposer(site, box, root);

  function composerAt(target: Element): Composer | null {
    if (!site.marks && !isOnSite(target, isHere)) return null;
    const found = boxAt(boxes, target);
    if (found) {
      found.box.used = new WeakRef(found.root);
      return compose(found.box, found.root);
    }
    for (const box of boxes) {
      if (isElsewhere(box.hooks, target)) continue;
      const root = box.hooks.also && popupOwner(box, target);
      if (root) return compose(box, root);
    }
    return null;
  }

  return {
    id,
    name,
    channel,
    matches,
    ...(optional && { optional }),
    proof,
    hooks: site,
    fields: site.boxes.some((box) => box.to) ? ['to', 'cc', 'bcc'] : ['direct'],
    applies: (location, document) => isHere(location) || isMarked(document),
    composerAt,
    composers: (root) => {
      const seen = new Set<Element>();
      return boxes.flatMap((box) =>
        findAll(root, box.hooks.root)
          .filter((each) => isBox(box.hooks, each))
          .map((each) => innermost(box.hooks, each))
          .filter((each) => !seen.has(each) && seen.add(each))
          .map((each) => compose(box, each)),
      );
    },
  };
}

/** A frame of the site's may have an address of its own. */
function isOnSite(target: Element, isHere: (location: Where) => boolean): boolean {
  for (let at: Element | null = target; at; at = holderOf(at.ownerDocument))
    if (isHere(locationOf(at.ownerDocument))) return true;
  return false;
}

/** The box whose text this is; else the first that the target stands in. */
function boxAt(boxes: readonly Box[], target: Element): { readonly box: Box; readonly root: Element } | undefined {
  const typedIn = boxes.filter(({ hooks }) => around(target, hooks.editor));
  for (const box of [...typedIn, ...boxes]) {
    const root = rootAt(box.hooks, target);
    if (root) return { box, root };
  }
  return undefined;
}

function rootAt(box: BoxHooks, target: Element): Element | null {
  const root = isElsewhere(box, target) ? null : rootBy(box, target);
  if (!root || isAny(root, box.not)) return null;
  const none = around(target, box.not);
  if (none && none !== root && root.contains(none)) return null;
  return isBox(box, root) || target.closest('textarea, [contenteditable]') ? root : null;
}

/** Of what is told only by what it holds, the page itself holds as much: such a root counts where it is the least. */
function rootBy(box: BoxHooks, target: Element): Element | null {
  for (const selector of box.root) {
    const root = around(target, [selector]);
    if (!root) continue;
    const told = selector.includes(':has(');
    const inside = told ? (findFirst(root, box.editor) ?? findSend(box, root).guarded[0]) : undefined;
    if (!inside || around(inside, [selector]) === root) return root;
  }
  return null;
}

/** Half a box is better than none: what is missing is then told as unreadable. */
const isBox = (box: BoxHooks, root: Element): boolean =>
  !isElsewhere(box, root) &&
  !isAny(root, box.not) &&
  (box.editor.length === 0 ||
    findFirst(root, box.editor) !== null ||
    findSend(box, root).guarded.length > 0 ||
    // A recorder stands where the text was.
    (box.also ?? []).some((each) => each.in !== 'page' && findFirst(root, each.at) !== null));

const isElsewhere = (box: BoxHooks, at: Element): boolean =>
  box.where !== undefined && addressOf(at.ownerDocument).search(patternOf(box.where) ?? /(?!)/) < 0;

/** A root that is told by what it holds is held by others that hold as much: the least of them is meant. */
function innermost(box: BoxHooks, root: Element): Element {
  const inside = findFirst(root, box.editor) ?? findSend(box, root).guarded[0];
  return (inside && rootAt(box, inside)) ?? root;
}

/** Menus and questions stand away from their box: the one that was used last, else the only kind that there is. */
function popupOwner(box: Box, target: Element): Element | undefined {
  const used = box.used?.deref();
  const root = used && isThere(used) ? used : undefined;
  if (!alsoAt(box.hooks, null, target, root && box.presses.get(root))) return undefined;
  if (root) return root;
  const first = findAll(target.ownerDocument, box.hooks.root).find((each) => isBox(box.hooks, each));
  return first && innermost(box.hooks, first);
}
