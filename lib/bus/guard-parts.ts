import { browser } from '../platform/browser.ts';

/** What a guard is given of its browser besides messages. */
export { shadowOf } from '../platform/shadow.ts';

export const frameUrl = (): string => browser.runtime.getURL('/warning.html' as never);

export const readerUrl = (): string => browser.runtime.getURL('/reader.html' as never);

/** With `use_dynamic_url` Chromium gives the frame's address under another host. */
export const frameOrigin = (url: string): string =>
  url.startsWith('chrome-extension:') ? `chrome-extension://${browser.runtime.id}` : new URL(url).origin;
