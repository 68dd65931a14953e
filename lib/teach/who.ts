import type { Channel } from '../domain/enums.ts';
import { containsDeep } from '../surfaces/deep.ts';
import type { FieldHooks, ReadHooks } from '../surfaces/hooks.ts';
import { isTyped, shorten } from './names.ts';
import { selectorsFor } from './selectors.ts';
import { placeOfWords, visibleText } from './visible.ts';

/** Which part of what was pointed at says who it is. The first is the best guess; the user sees and may change it. */
export interface Reading {
  /** The elements of one kind (all chips of a field); the pointed one is among them. */
  readonly elements: readonly Element[];
  /** `text`, `own-text`, `value` or the name of an attribute. */
  readonly from: string;
  readonly match?: string;
  /** What it says now. */
  readonly shown: string;
  readonly is: 'address' | 'title';
}

const EMAIL = '([^\\s<>@"(),;:]+@[^\\s<>@"(),;:?&#/]+\\.[^\\s<>@"(),;:?&#/]+)';
const ATTRIBUTES = /^(title|href|alt|aria-label|value|data-.+)$/;

/** All that could be read of this element, what is inside of it and what holds it. */
export function readingsOf(element: Element, channel: Channel): readonly Reading[] {
  const inner = [element, ...[...element.querySelectorAll('*')].slice(0, 24)];
  const holders = holdersOf(element);
  const all = [...inner, ...holders].flatMap((one) => [
    ...(isTyped(one) || holders.includes(one) ? [] : read(one, 'text', ownText(one), channel)),
    ...[...one.attributes]
      .filter(({ name }) => ATTRIBUTES.test(name))
      .flatMap(({ name, value }) => read(one, name, value, channel)),
  ]);
  const isAddressItself = all.some(({ elements, from }) => from === 'text' && elements.includes(element));
  return [...all, ...(isAddressItself || isTyped(element) ? [] : titleOf(element))].slice(0, 6);
}

function read(element: Element, from: string, value: string, channel: Channel): readonly Reading[] {
  const said = value.trim();
  if (said === '' || said.length > 300) return [];
  const address = addressIn(said, from, channel);
  return address ? [{ elements: alike(element), from, ...address, is: 'address' }] : [];
}

/** A chat has one title: what looks like it beside it is another chat's. */
function titleOf(pointed: Element): readonly Reading[] {
  const words = visibleText(pointed);
  const place = placeOfWords(pointed);
  if (!place || words.length > 80) return [];
  return [{ elements: [place.element], from: place.from, shown: shorten(words), is: 'title' }];
}

function addressIn(said: string, from: string, channel: Channel): Pick<Reading, 'shown' | 'match'> | undefined {
  const found = new RegExp(EMAIL).exec(said)?.[1];
  if (found) {
    // "Name <address>" and a bare address are read as they stand.
    const plain = said === found || said.endsWith(`<${found}>`);
    return { shown: found, ...(!plain && { match: EMAIL }) };
  }
  if (channel === 'email') return undefined;
  const handle = /^@[\w.]{2,40}$/.exec(said)?.[0];
  if (handle) return { shown: handle };
  const number = /^\+?[\d\s().-]{8,20}$/.exec(said)?.[0];
  if (number && from !== 'value') return { shown: number };
  return undefined;
}

/** Chips of one field are brothers of one shape; what is inside of them stands at the same place in each. */
export function alike(element: Element): readonly Element[] {
  for (let at = element, depth = 0; depth < 4 && at.parentElement; depth += 1, at = at.parentElement) {
    const brothers = [...at.parentElement.children].filter((each) => isLike(each, at));
    if (brothers.length < 2) continue;
    const path = pathFrom(at, element);
    const all = brothers.map((each) => follow(each, path)).filter((each) => each !== undefined);
    if (all.includes(element) && all.every((each) => isLike(each, element))) return all;
  }
  return [element];
}

const isLike = (a: Element, b: Element): boolean =>
  a.tagName === b.tagName &&
  a.getAttribute('role') === b.getAttribute('role') &&
  ([...b.classList].length === 0 || [...b.classList].some((name) => a.classList.contains(name)));

function pathFrom(top: Element, element: Element): readonly number[] {
  const path: number[] = [];
  for (let at = element; at !== top && at.parentElement; at = at.parentElement)
    path.unshift([...at.parentElement.children].indexOf(at));
  return path;
}

function follow(top: Element, path: readonly number[]): Element | undefined {
  let at: Element | undefined = top;
  for (const step of path) at = at?.children[step];
  return at;
}

const ownText = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ');

/** A chip may carry its address around the name that was pointed at. What a holder says in words may be of several people. */
function holdersOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at && found.length < 3; at = at.parentElement) found.push(at);
  return found;
}

/** A field of a mail: what is typed, and the chips beside it. */
export function fieldHooks(input: Element | undefined, reading: Reading | undefined, scope: ParentNode): FieldHooks {
  const typed = input && selectorsFor([input], scope);
  const chips = reading && !(input && reading.elements.includes(input)) ? readHooks(reading, scope) : undefined;
  return {
    ...(chips?.at?.length && { chips }),
    ...(typed?.length && { typed: { at: typed }, input: typed }),
  };
}

/**
 * Where the next address is typed: what was pointed at, something inside of it, or, in a mail, near it. Never the
 * message's own text: what is written would be taken for whom it goes to.
 */
export function inputOf(pointed: Element, channel: Channel, text?: Element): Element | undefined {
  const isOwn = (element: Element): boolean =>
    isTyped(element) && !(text && (containsDeep(text, element) || containsDeep(element, text)));
  if (isOwn(pointed)) return pointed;
  const levels = channel === 'email' ? 3 : 0;
  for (let at: Element | null = pointed, depth = 0; at && depth <= levels; at = at.parentElement, depth += 1) {
    if (text && containsDeep(at, text)) return undefined;
    const typed = [...at.querySelectorAll('input, textarea, [contenteditable]')].filter(isOwn);
    if (typed.length > 0) return typed.length === 1 ? typed[0] : undefined;
  }
  return undefined;
}

export function readHooks({ elements, from, match }: Reading, scope: ParentNode): ReadHooks {
  const at = selectorsFor(elements, scope);
  return { at, ...(from !== 'text' && { from }), ...(match !== undefined && { match }) };
}
