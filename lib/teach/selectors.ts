import { holderOf } from '../surfaces/deep.ts';
import { find } from '../surfaces/hooked/select.ts';
import { isGenerated, stableClasses } from './marks.ts';
import { shorten } from './names.ts';

const KEPT = 5;
const TEST_MARKS = /^data-(testid|test|test-id|e2e|qa|cy|hook|role|action|name|type|event|tab|field|purpose)$/;
/** Values of data attributes change with what they are about; names of parts do not. */
const isPartName = (value: string): boolean =>
  value.length <= 40 && /^[a-z][\w.:-]*$/i.test(value) && !/\d{3,}/.test(value);

/**
 * Several ways to name these elements and no others inside of `scope`, the most lasting first: role with label, name,
 * data attributes, id, label, placeholder, tag and place, and classes that people gave. A way that names fewer or more
 * is no way.
 */
export function selectorsFor(elements: readonly Element[], scope: ParentNode, most = KEPT): readonly string[] {
  const [first] = elements;
  if (!first) return [];
  const holder = outOf(first, scope);
  if (holder) {
    const outer = selectorsFor([holder.element], scope, 2);
    const inner = selectorsFor(elements, holder.tree, most);
    return outer.flatMap((one) => inner.map((other) => `${one} >>> ${other}`)).slice(0, most);
  }
  const found: string[] = [];
  for (const selector of candidates(first)) {
    if (found.length >= most) break;
    if (!found.includes(selector) && names(selector, elements, scope)) found.push(selector);
  }
  return found;
}

const names = (selector: string, elements: readonly Element[], scope: ParentNode): boolean => {
  const hit = find(scope, [selector]);
  return hit.length === elements.length && elements.every((element) => hit.includes(element));
};

/** The tree of its own, nearest to `scope`, that the element stands in. */
function outOf(
  element: Element,
  scope: ParentNode,
): { readonly element: Element; readonly tree: ParentNode } | undefined {
  let at: Element = element;
  let tree = element.getRootNode() as ParentNode;
  if (scope.contains(element)) return undefined;
  for (let holder = holderOf(at); holder; holder = holderOf(at)) {
    tree = at.getRootNode() as ParentNode;
    at = holder;
    if (scope.contains(at)) return { element: at, tree };
  }
  return undefined;
}

function* candidates(element: Element): Generator<string> {
  const own = [...marksOf(element)];
  yield* own;
  const tag = tagOf(element);
  const placed = placesOf(element);
  yield* placed;
  // Within the nearest part of the page that has a name of its own.
  for (const around of ancestors(element, 6)) {
    for (const outer of plainMarks(around).slice(0, 2)) {
      for (const inner of [...own.slice(0, 1), tag, ...placed.slice(0, 2)]) yield `${outer} ${inner}`;
    }
  }
  for (const name of stableClasses(element)) yield `${tag}.${name}`;
  for (const around of ancestors(element, 4)) {
    for (const name of stableClasses(around).slice(0, 2)) {
      yield `${tagOf(around)}.${name} > ${tag}`;
      yield `${tagOf(around)}.${name} ${tag}`;
    }
  }
  yield tag;
}

/** Marks of the element itself, without classes. */
export function* marksOf(element: Element): Generator<string> {
  const tag = tagOf(element);
  const get = (name: string): string => element.getAttribute(name)?.trim() ?? '';
  const role = get('role');
  const label = get('aria-label');
  if (role && isLabel(label)) yield `[role="${role}"]${is('aria-label', label)}`;
  const word = isPressed(element) ? shorten(get('aria-label') || (element.textContent ?? '')) : '';
  if (isLabel(word) && /^[^()|…]+$/.test(word)) yield `${role ? `[role="${role}"]` : tag} ::named(${word})`;
  const name = get('name');
  if (name && !isGenerated(name.replace(/[[\].]/g, '-'))) yield `${tag}${is('name', name)}`;
  for (const { name: key, value } of element.attributes) {
    if (TEST_MARKS.test(key) && isPartName(value)) yield is(key, value);
  }
  for (const { name: key, value } of element.attributes) {
    if (key.startsWith('data-') && !TEST_MARKS.test(key) && isPartName(value) && !isGenerated(value))
      yield `${tag}${is(key, value)}`;
  }
  if (element.id && !isGenerated(element.id)) yield `#${CSS.escape(element.id)}`;
  if (isLabel(label)) yield `${tag}${is('aria-label', label)}`;
  if (isLabel(get('placeholder'))) yield `${tag}${is('placeholder', get('placeholder'))}`;
  if (isLabel(get('title')) && isPressed(element)) yield `${tag}${is('title', get('title'))}`;
  if (role) yield `[role="${role}"]`;
  if (get('type') && isPressed(element)) yield `${tag}${is('type', get('type'))}`;
  if (element.tagName === 'INPUT' && isPressed(element) && isLabel(get('value')))
    yield `${tag}${is('value', get('value'))}`;
  if (element.hasAttribute('contenteditable') && get('contenteditable') !== 'false')
    yield '[contenteditable]:not([contenteditable="false"])';
  if (LANDMARKS.has(element.tagName)) yield tag;
}

/** Those that can stand in the middle of a selector. */
const plainMarks = (element: Element): readonly string[] =>
  [...marksOf(element)].filter((mark) => !mark.includes('::named'));

const LANDMARKS = new Set(['FORM', 'MAIN', 'HEADER', 'FOOTER', 'TEXTAREA', 'DIALOG', 'ASIDE', 'BODY']);

/** Where it stands among its like, never by count alone. */
function placesOf(element: Element): readonly string[] {
  const tag = tagOf(element);
  const parent = element.parentElement;
  const before = element.previousElementSibling;
  const role = element.getAttribute('role');
  const self = role ? `[role="${role}"]` : tag;
  const beside = before && plainMarks(before)[0];
  const form = element.closest('form, footer, header');
  return [
    ...(beside ? [`${beside} + ${self}`] : []),
    ...(form && form !== element ? [`${tagOf(form)} ${self}`] : []),
    ...(element.querySelector('svg, img') && isPressed(element) ? [`${self}:has(svg, img)`] : []),
    ...(parent && parent.lastElementChild === element ? [`${tagOf(parent)} > ${self}:last-child`] : []),
    ...(parent && parent.firstElementChild === element ? [`${tagOf(parent)} > ${self}:first-child`] : []),
    ...(parent ? [`${tagOf(parent)} > ${self}`] : []),
  ];
}

function ancestors(element: Element, most: number): readonly Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at && found.length < most; at = at.parentElement) found.push(at);
  return found;
}

export const tagOf = (element: Element): string => CSS.escape(element.localName);
const isPressed = (element: Element): boolean => element.matches('button, [role="button"], input, a, [role="link"]');
/** A label that carries a name, an address or a count is another one in the next chat. */
const isLabel = (text: string): boolean => text !== '' && text.length <= 60 && !/[@\d\n]/.test(text);
const is = (name: string, value: string): string => `[${name}="${value.replace(/["\\]/g, '\\$&')}"]`;
