import { browser } from './browser.ts';

interface MayLookIn {
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

/** A content script may look into closed shadow trees too; both browsers have the same name for it. */
export function closedShadowOf(element: Element): ShadowRoot | null {
  try {
    return (browser as MayLookIn).dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
  } catch {
    // Only HTML elements may be asked about.
    return element.shadowRoot;
  }
}
