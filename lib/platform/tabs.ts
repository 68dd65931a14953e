import { browser } from './browser.ts';

export interface CurrentTab {
  readonly id: number;
  readonly windowId?: number;
  /** Readable because the user opened our popup on it (`activeTab`). */
  readonly url?: string;
}

export async function currentTab(): Promise<CurrentTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined
    ? undefined
    : {
        id: tab.id,
        ...(tab.windowId === undefined ? {} : { windowId: tab.windowId }),
        ...(tab.url ? { url: tab.url } : {}),
      };
}

/** Opens a page of ours in a tab of its own. */
export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/' as never)}${path}` });
}
