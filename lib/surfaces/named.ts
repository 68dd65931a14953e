const NAMED = /^(.*)::named\(([^()]*)\)$/s;
/** Invisible marks that pages put around shortcuts and names. */
const MARKS = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * `A ::named(Send|Kirim)`: of what `A` matches, those whose name is exactly one of these. Some sites give a control no
 * mark at all but its word. A selector without it is plain CSS.
 */
export function queryNamed(root: ParentNode, selector: string): readonly Element[] {
  const { css, names } = partsOf(selector);
  const found = [...root.querySelectorAll(css)];
  return names ? found.filter((element) => isNamed(element, names)) : found;
}

export function matchesNamed(element: Element, selector: string): boolean {
  const { css, names } = partsOf(selector);
  return element.matches(css) && (!names || isNamed(element, names));
}

export function closestNamed(element: Element, selector: string): Element | null {
  const { css, names } = partsOf(selector);
  let found = element.closest(css);
  while (found && names && !isNamed(found, names)) found = found.parentElement?.closest(css) ?? null;
  return found;
}

function partsOf(selector: string): { readonly css: string; readonly names?: ReadonlySet<string> } {
  const [, css, names] = NAMED.exec(selector.trim()) ?? [];
  return css === undefined || names === undefined
    ? { css: selector }
    : { css: css.trim() || '*', names: new Set(names.split('|').map(fold)) };
}

/** Its label, a label of what it shows, or its own words: what a screen reader would say, nearly. */
const isNamed = (element: Element, names: ReadonlySet<string>): boolean =>
  [
    element.getAttribute('aria-label'),
    element.textContent,
    element.querySelector('[aria-label]')?.getAttribute('aria-label'),
    element.querySelector('img[alt]')?.getAttribute('alt'),
    element.getAttribute('title'),
  ].some((name) => typeof name === 'string' && names.has(fold(name)));

const fold = (name: string): string =>
  name.normalize('NFKC').replace(MARKS, '').replace(/\s+/g, ' ').trim().toLowerCase();
