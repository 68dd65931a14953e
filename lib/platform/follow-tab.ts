import { browser } from './browser.ts';

/**
 * Tells the tab that is in front in our window, now and after each change. Where our page itself stands in a tab, and
 * not beside one, the tab that was in front before it is followed.
 */
export function followTab(told: (tabId: number | undefined) => void, signal: AbortSignal): void {
  let last: number | undefined;
  let first = true;
  const look = async (): Promise<void> => {
    const tabs = await browser.tabs.query({ currentWindow: true });
    const own = (await browser.tabs.getCurrent())?.id;
    const others = tabs.filter(({ id }) => id !== own);
    const front =
      others.find(({ active }) => active) ??
      others.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
    if (signal.aborted || (!first && front?.id === last)) return;
    first = false;
    last = front?.id;
    told(last);
  };
  const changed = (): void => void look();
  const events = [
    browser.tabs.onActivated,
    browser.tabs.onRemoved,
    browser.tabs.onAttached,
    browser.tabs.onDetached,
    browser.windows.onFocusChanged,
  ] as const;
  for (const event of events) event.addListener(changed);
  signal.addEventListener('abort', () => {
    for (const event of events) event.removeListener(changed);
  });
  changed();
}
