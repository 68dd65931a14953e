import { holderOf, isThere } from './deep.ts';
import { hookedComposer } from './hooked/composer.ts';
import { alsoAt, findSend } from './hooked/controls.ts';
import { createIdentity, type Identity } from './hooked/identity.ts';
import { locationOf, type Where } from './hooked/read.ts';
import { around, findAll, findFirst, isAny } from './hooked/select.ts';
import type { BoxHooks, SiteHooks } from './hooks.ts';
import { matchesAny } from './matches.ts';
import type { Composer, Surface } from './surface.ts';

/** What one box remembers of this page. */
interface Box {
  readonly hooks: BoxHooks;
  readonly identityOf: (root: Element) => Identity;
  /** Popups hang away from their message, and belong to the one that was used last. */
  used: WeakRef<Element> | undefined;
}

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
  const applies = (location: Where, document: Document): boolean => isHere(location) || isMarked(document);
  const compose = (box: Box, root: Element): Composer => hookedComposer(site, box.hooks, root, box.identityOf(root));

  const composers = (root: ParentNode): readonly Composer[] => {
    const seen = new Set<Element>();
    return boxes.flatMap((box) =>
      findAll(root, box.hooks.root)
        .filter((each) => isBox(box.hooks, each))
        .map((each) => innermost(box.hooks, each))
        .filter((each) => !seen.has(each) && seen.add(each))
        .map((each) => compose(box, each)),
    );
  };
  return {
    id,
    name,
    channel,
    matches,
    ...(optional && { optional }),
    proof,
    hooks: site,
    fields: site.boxes.some((box) => box.to) ? ['to', 'cc', 'bcc'] : ['direct'],
    applies,
    composerAt: (target) => {
      if (!site.marks && !isOnSite(target, isHere)) return null;
      for (const box of boxes) {
        const root = rootAt(box.hooks, target);
        if (!root) continue;
        box.used = new WeakRef(root);
        return compose(box, root);
      }
      for (const box of boxes) {
        if (!alsoAt(box.hooks, null, target)) continue;
        const used = box.used?.deref();
        if (used && isThere(used)) return compose(box, used);
        const first = findAll(target.ownerDocument, box.hooks.root).find((each) => isBox(box.hooks, each));
        if (first) return compose(box, innermost(box.hooks, first));
      }
      return null;
    },
    composers,
  };
}

function boxOf(hooks: BoxHooks): Box {
  // A thread that the address names is one for the whole page; one that stands in the box is the box's own.
  const shared = createIdentity();
  const own = new WeakMap<Element, Identity>();
  return {
    hooks,
    used: undefined,
    identityOf: (root) => {
      if (hooks.who?.thread?.in === 'url') return shared;
      const known = own.get(root) ?? createIdentity();
      own.set(root, known);
      return known;
    },
  };
}

function rootAt(box: BoxHooks, target: Element): Element | null {
  const root = around(target, box.root);
  if (!root || isAny(root, box.not)) return null;
  const none = around(target, box.not);
  if (none && none !== root && root.contains(none)) return null;
  return around(target, box.editor) || isBox(box, root) || target.closest('textarea, [contenteditable]') ? root : null;
}

/** A root that is told by what it holds is held by others that hold as much: the least of them is meant. */
const innermost = (box: BoxHooks, root: Element): Element => {
  const inside = findFirst(root, box.editor) ?? findSend(box, root).guarded[0];
  return (inside && rootAt(box, inside)) ?? root;
};

/** Half a box is better than none: what is missing is then told as unreadable. */
const isBox = (box: BoxHooks, root: Element): boolean =>
  !isAny(root, box.not) &&
  (box.editor.length === 0 || findFirst(root, box.editor) !== null || findSend(box, root).guarded.length > 0);

/** A frame of the site's may have an address of its own. */
function isOnSite(target: Element, isHere: (location: Where) => boolean): boolean {
  for (let at: Element | null = target; at; at = frameOf(at)) if (isHere(locationOf(at.ownerDocument))) return true;
  return false;
}

const frameOf = (element: Element): Element | null => holderOf(element.ownerDocument);
