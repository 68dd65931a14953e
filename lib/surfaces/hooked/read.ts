import type { ReadHooks } from '../hooks.ts';
import { readText } from '../text.ts';
import { find } from './select.ts';

/** One place that was found, and what it says. Without an element it is the page's address. */
export interface Shown {
  readonly text: string;
  readonly element?: Element;
}

/** Every place that the hooks name, those that say nothing too. With `match`, only those that match. */
export function readAll(hooks: ReadHooks | undefined, root: Element): readonly Shown[] {
  if (!hooks) return [];
  if (hooks.in === 'url') return matching(hooks, { text: addressOf(root.ownerDocument) });
  const scope = hooks.in === 'page' ? root.ownerDocument : root;
  return find(scope, hooks.at).flatMap((element) => said(element, hooks));
}

export const readFirst = (hooks: ReadHooks | undefined, root: Element): Shown | undefined => {
  const all = readAll(hooks, root);
  return all.find(({ text }) => text !== '') ?? all[0];
};

/** All that match, one text each: a line may name several people. */
export function readEvery(hooks: ReadHooks | undefined, root: Element): readonly Shown[] {
  if (!hooks) return [];
  const { match, ...place } = hooks;
  const pattern = patternOf(match);
  const shown = readAll(place, root);
  const every = shown.flatMap(({ text, element }) => {
    const texts = pattern ? [...text.matchAll(pattern)].map(captured) : match === undefined ? [text] : [];
    return texts.map((each) => ({ text: each.trim(), ...(element && { element }) }));
  });
  return every.filter(({ text }) => text !== '');
}

export const isPresent = (hooks: ReadHooks, root: Element): boolean => readAll(hooks, root).length > 0;

/** Of several sources in one element the first that says something; with `match`, that says it so. */
function said(element: Element, hooks: ReadHooks): readonly Shown[] {
  const shown = (hooks.from ?? 'text')
    .split(' ')
    .flatMap((from) => matching(hooks, { text: textOf(element, from), element }));
  return shown
    .slice(
      Math.max(
        0,
        shown.findIndex(({ text }) => text !== ''),
      ),
    )
    .slice(0, 1);
}

function matching(hooks: ReadHooks, shown: Shown): readonly Shown[] {
  if (hooks.match === undefined) return [shown];
  const pattern = patternOf(hooks.match);
  const [match] = pattern ? shown.text.matchAll(pattern) : [];
  return match ? [{ ...shown, text: captured(match).trim() }] : [];
}

const captured = (match: RegExpExecArray): string => match[1] ?? (match.length > 1 ? '' : match[0]);

const patterns = new Map<string, RegExp | null>();

/** A pattern that is none matches nothing. */
export function patternOf(match: string | undefined): RegExp | null {
  if (match === undefined) return null;
  const known = patterns.get(match);
  if (known !== undefined) return known;
  let pattern: RegExp | null = null;
  try {
    pattern = new RegExp(match, 'g');
  } catch {}
  patterns.set(match, pattern);
  return pattern;
}

export const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';

export function textOf(element: Element, from = 'text'): string {
  if (from === 'value' || (from === 'text' && (isField(element) || element.tagName === 'SELECT')))
    return 'value' in element ? String(element.value) : '';
  return (from === 'text' ? readText(element).text : (element.getAttribute(from) ?? ''))
    .replaceAll('\ufeff', '')
    .trim();
}

/** Pages without an address of their own (a frame or a pop-up that a script writes) stand at that of the page that made them. */
export function addressOf(document: Document): string {
  const { pathname, search, hash } = locationOf(document);
  return pathname + search + hash;
}

/** The parts of an address that a site knows itself by; a `URL` has them too. */
export type Where = Pick<Location, 'href' | 'protocol' | 'hostname' | 'pathname' | 'search' | 'hash'>;

export function locationOf(document: Document): Where {
  let window = document.defaultView;
  try {
    while (window && window.location.protocol === 'about:') {
      const maker: Window | null = window.parent === window ? window.opener : window.parent;
      // Reading a foreign window throws.
      if (!maker?.location.href) break;
      window = maker as Window & typeof globalThis;
    }
  } catch {
    // Its maker has gone elsewhere; the origin is what is left.
    const origin = document.defaultView?.origin;
    if (origin?.startsWith('http')) return new URL(origin);
  }
  return window?.location ?? new URL(document.URL);
}
