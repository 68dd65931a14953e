/** What people call an element: its label as a screen reader would say it, shortened. */
export function nameOf(element: Element): string {
  const said = [
    labelledBy(element),
    element.getAttribute('aria-label'),
    labelOf(element),
    element.getAttribute('placeholder') ?? element.getAttribute('data-placeholder'),
    element.getAttribute('alt'),
    isTyped(element) ? '' : ownText(element),
    element.matches('input[type="submit"], input[type="button"]') ? element.getAttribute('value') : '',
    element.getAttribute('title'),
    element.querySelector('[aria-label], [title], img[alt]')?.getAttribute('aria-label'),
    element.querySelector('img[alt]')?.getAttribute('alt'),
    element.getAttribute('name'),
  ];
  return shorten(said.find((each) => each && each.trim() !== '') ?? '');
}

export type Kind = 'box' | 'field' | 'button' | 'link' | 'heading' | 'part';

export function kindOf(element: Element): Kind {
  if (element.matches('input[type="submit"], input[type="button"], input[type="image"], button, [role="button"]'))
    return 'button';
  if (element.matches('textarea, [role="textbox"]') || isEditable(element) || element.tagName === 'IFRAME')
    return 'box';
  if (element.matches('input, select')) return 'field';
  if (element.matches('a[href], [role="link"]')) return 'link';
  if (element.matches('h1, h2, h3, h4, h5, h6, [role="heading"], header')) return 'heading';
  return 'part';
}

export const isEditable = (element: Element): boolean => {
  const value = element.getAttribute('contenteditable');
  return value === '' || value === 'true' || value === 'plaintext-only';
};

/** Text can be typed into it. */
export const isTyped = (element: Element): boolean =>
  element.matches(
    'textarea, [role="textbox"], [role="combobox"], input:not([type]), input[type="text"], input[type="email"], input[type="search"], input[type="tel"], input[type="url"]',
  ) ||
  isEditable(element) ||
  element.ownerDocument.designMode === 'on';

export const shorten = (text: string, most = 60): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

function labelledBy(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const tree = element.getRootNode() as Document | ShadowRoot;
  return ids.map((id) => tree.getElementById?.(id)?.textContent ?? '').join(' ');
}

function labelOf(element: Element): string {
  const { labels } = element as HTMLInputElement;
  return labels?.[0]?.textContent ?? '';
}

const ownText = (element: Element): string => (element.textContent ?? '').slice(0, 200);
