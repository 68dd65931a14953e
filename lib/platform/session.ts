import { browser } from './browser.ts';

/** Calls when something under a key that begins with `prefix` changes in the memory of this browser session. */
export function onSessionChange(prefix: string, changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && Object.keys(changes).some((key) => key.startsWith(prefix))) changed();
  };
  browser.storage.onChanged.addListener(listener as never);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener as never));
}

export async function sessionItem(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}
