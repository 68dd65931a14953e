import { containsDeep, holderOf, parentOf } from '../surfaces/deep.ts';
import { around } from '../surfaces/hooked/select.ts';
import { stableClasses } from './marks.ts';
import { marksOf, tagOf } from './selectors.ts';

export interface Root {
  readonly element: Element;
  readonly selectors: readonly string[];
}

const STRUCTURE = new Set(['FORM', 'MAIN', 'FOOTER', 'SECTION', 'ARTICLE', 'DIALOG', 'ASIDE', 'BODY']);

/**
 * The smallest part that holds all of these and can be found again: by a mark of its own, such that from each of them
 * upwards it is the first of its kind. At last the page's body.
 */
export function rootOf(parts: readonly Element[]): Root | undefined {
  const [first, ...more] = parts;
  if (!first) return undefined;
  for (let at: Element | null = first; at; at = parentOf(at)) {
    const here = at;
    if (parts.some((each) => each === here) || !more.every((part) => containsDeep(here, part))) continue;
    const selectors = rootSelectors(here, parts);
    if (selectors.length > 0) return { element: here, selectors };
  }
  return undefined;
}

function rootSelectors(element: Element, parts: readonly Element[]): readonly string[] {
  const holder = holderOf(element);
  const own = [
    ...marksOf(element),
    ...(STRUCTURE.has(element.tagName) ? [tagOf(element)] : []),
    // A text in a frame has a body of its own around it.
    ...(element.tagName === 'BODY' ? ['body:has(iframe)'] : []),
    ...stableClasses(element).map((name) => `${tagOf(element)}.${name}`),
  ].filter((selector) => parts.every((part) => around(part, [selector]) === element));
  if (!holder || own.length === 0) return [...new Set(own)].slice(0, 4);
  // In a tree of its own: its holder must be found first.
  const outer = [...marksOf(holder), tagOf(holder)].slice(0, 2);
  return outer.flatMap((one) => own.slice(0, 2).map((other) => `${one} >>> ${other}`));
}
