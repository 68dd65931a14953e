import type { ReadHooks } from '../hooks.ts';
import { readText } from '../text.ts';
import { locationOf } from '../where.ts';
import { find } from './select.ts';

/** One place that was found, and what it says. Without an element it is the page's address. */
export interface Shown {
  readonly text: string;
  readonly element?: Element;
}

/** Every place that the hooks name, those that say nothing too. With `match`, only those that match. */
export function readAll(hooks: ReadHooks | undefined, root: Element): readonly Shown[] {
  return readPlaces(hooks, root).flatMap(({ texts, element }) => {
    const said = texts.find((text) => text !== '') ?? texts[0];
    return said === undefined ? [] : [{ text: said, ...(element && { element }) }];
  });
}

export const readFirst = (hooks: ReadHooks | undefined, root: Element): Shown | undefined => {
  const all = readAll(hooks, root);
  return all.find(({ text }) => text !== '') ?? all[0];
};

/** All that match, one text each: a line may name several people. */
export const readEvery = (hooks: ReadHooks | undefined, root: Element): readonly Shown[] =>
  readPlaces(hooks, root).flatMap(({ texts, element }) =>
    texts.filter((text) => text !== '').map((text) => ({ text, ...(element && { element }) })),
  );

export const isPresent = (hooks: ReadHooks, root: Element): boolean => readAll(hooks, root).length > 0;

interface Place {
  readonly texts: readonly string[];
  readonly element?: Element;
}

function readPlaces(hooks: ReadHooks | undefined, root: Element): readonly Place[] {
  if (!hooks) return [];
  const { ownerDocument } = root;
  if (hooks.in === 'url' || hooks.in === 'host') {
    const said = hooks.in === 'url' ? addressOf(ownerDocument) : locationOf(ownerDocument).hostname;
    return [{ texts: matching(hooks, said) }];
  }
  return find(hooks.in === 'page' ? ownerDocument : root, hooks.at).map((element) => ({
    texts: textsOf(hooks, element),
    element,
  }));
}

/** Of several sources the first that says something counts. */
export function textsOf(hooks: ReadHooks, element: Element): readonly string[] {
  const sources = (hooks.from ?? 'text').split(' ');
  const all = sources.map((from) => matching(hooks, textOf(element, from)));
  return all.find((texts) => texts.some((text) => text !== '')) ?? all.find((texts) => texts.length > 0) ?? [];
}

function matching({ match }: ReadHooks, text: string): readonly string[] {
  if (match === undefined) return [text];
  const pattern = patternOf(match);
  return pattern ? [...text.matchAll(pattern)].map((each) => captured(each).trim()) : [];
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
    pattern = new RegExp(match, 'gu');
  } catch {
    pattern = withoutUnicode(match);
  }
  patterns.set(match, pattern);
  return pattern;
}

/** Older patterns escape what a Unicode pattern may not. */
function withoutUnicode(match: string): RegExp | null {
  try {
    return new RegExp(match, 'g');
  } catch {
    return null;
  }
}

export const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';

export function textOf(element: Element, from = 'text'): string {
  if (from === 'value' || (from === 'text' && (isField(element) || element.tagName === 'SELECT')))
    return 'value' in element ? String(element.value) : '';
  return wordsOf(element, from).replaceAll('\ufeff', '').trim();
}

const wordsOf = (element: Element, from: string): string => {
  if (from === 'text') return readText(element).text;
  return from === 'own-text' ? readText(element, () => true).text : (element.getAttribute(from) ?? '');
};

export function addressOf(document: Document): string {
  const { pathname, search, hash } = locationOf(document);
  return pathname + search + hash;
}
