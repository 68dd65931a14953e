import { containsDeep, holderOf, insideOf } from '../deep.ts';
import type { Selectors } from '../hooks.ts';
import { closestNamed, matchesNamed, queryNamed } from '../named.ts';

/** `A >>> B` in steps; every step but the last leads into a shadow tree or a frame. Null: not a selector at all. */
const parsed = new Map<string, readonly string[] | null>();

function stepsOf(selector: string): readonly string[] | null {
  const known = parsed.get(selector);
  if (known !== undefined) return known;
  const steps = selector.split('>>>').map((step) => step.trim());
  const valid = steps.every(isSelector) ? steps : null;
  parsed.set(selector, valid);
  return valid;
}

/** Data may be wrong: a selector that the browser refuses finds nothing, and what it should have found is said as missing. */
function isSelector(selector: string): boolean {
  try {
    queryNamed(document.createDocumentFragment(), selector);
    return true;
  } catch {
    return false;
  }
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;

function step(scope: ParentNode, selector: string): readonly Element[] {
  const found = queryNamed(scope, selector);
  return isElement(scope) && matchesNamed(scope, selector) ? [scope, ...found] : found;
}

function byOne(scope: ParentNode, selector: string): readonly Element[] {
  const steps = stepsOf(selector);
  if (!steps) return [];
  let scopes: readonly ParentNode[] = [scope];
  for (const each of steps.slice(0, -1)) {
    scopes = scopes.flatMap((at) => step(at, each).flatMap((holder) => insideOf(holder) ?? []));
  }
  return scopes.flatMap((at) => step(at, steps.at(-1) ?? ''));
}

/** What the best selector finds that finds anything; the scope itself may be it. */
export function find(scope: ParentNode, selectors: Selectors = []): readonly Element[] {
  for (const selector of selectors) {
    const found = byOne(scope, selector);
    if (found.length > 0) return found;
  }
  return [];
}

export function findFirst(scope: ParentNode, selectors: Selectors = []): Element | null {
  for (const selector of selectors) {
    const quick = isPlain(selector) && stepsOf(selector) ? scope.querySelector(selector) : null;
    const found = quick ?? byOne(scope, selector)[0];
    if (found) return found;
  }
  return null;
}

const isPlain = (selector: string): boolean => !selector.includes('>>>') && !selector.includes('::');

/** What any of the selectors finds. */
export const findAll = (scope: ParentNode, selectors: Selectors = []): readonly Element[] => [
  ...new Set(selectors.flatMap((selector) => byOne(scope, selector))),
];

/** The nearest element around a node that one of the selectors names, out of shadow trees and frames too. */
export function around(target: Element, selectors: Selectors = []): Element | null {
  for (const selector of selectors) {
    const steps = stepsOf(selector);
    if (!steps) continue;
    for (let at: Element | null = target; at; ) {
      const hit: Element | null = closestNamed(at, steps.at(-1) ?? '');
      if (hit && isHeldBy(hit, steps.slice(0, -1))) return hit;
      at = hit ? (hit.parentElement ?? holderOf(hit)) : holderOf(at);
    }
  }
  return null;
}

function isHeldBy(element: Element, holders: readonly string[]): boolean {
  let at: Element | null = element;
  for (const holder of holders.toReversed()) {
    at = holderOf(at);
    if (!at || !matchesNamed(at, holder)) return false;
  }
  return true;
}

export const isAny = (element: Element, selectors: Selectors = []): boolean =>
  selectors.some((selector) => {
    const steps = stepsOf(selector);
    return steps !== null && matchesNamed(element, steps.at(-1) ?? '') && isHeldBy(element, steps.slice(0, -1));
  });

/** The outermost of several that may stand in one another. */
export const outermost = (elements: readonly Element[]): readonly Element[] =>
  elements.filter((each) => !elements.some((other) => other !== each && containsDeep(other, each)));
