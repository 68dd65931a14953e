import { browser } from './browser.ts';

interface Dom {
  readonly openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null;
}

/** Content scripts may look into closed shadow trees: through `chrome.dom`, in Firefox by a property of each element. */
export function shadowOf(element: Element): ShadowRoot | null {
  try {
    const own = (element as { readonly openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
    if (own !== undefined) return own;
    const { dom } = browser as unknown as { readonly dom?: Dom };
    // It takes elements of HTML alone.
    return element instanceof HTMLElement ? (dom?.openOrClosedShadowRoot?.(element) ?? null) : null;
  } catch {
    // An orphaned script has no browser any more.
    return element.shadowRoot;
  }
}
