import { defineContentScript } from 'wxt/utils/define-content-script';
import { ask, isAlive, onRevision } from '@/lib/bus/bus.ts';
import { startGate } from '@/lib/gate/gate.ts';
import { browser } from '@/lib/platform/browser.ts';
import { shadowOf } from '@/lib/platform/shadow.ts';
import surfaces, { matches } from '@/lib/surfaces/registry.ts';

/** In our own world, which the page does not see. */
const GUARD = 'izinGuard';

export default defineContentScript({
  matches: [...matches],
  // Before the page's own scripts, in every frame that it makes: a listener that comes later hears a press later.
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  // It would tell the page our id; the gate has its own way to take over from an older one.
  noScriptStartedPostMessage: true,
  main() {
    // Put into a page twice (a site that is allowed again), the one that lives stays the only one.
    const before: unknown = Reflect.get(globalThis, GUARD);
    if (typeof before === 'function' && before() === true) return;
    Reflect.set(globalThis, GUARD, isAlive);
    // Not WXT's own context: it ends with the extension, and an orphaned gate must go on holding until a newer one comes.
    const { signal } = new AbortController();
    const frameUrl = (): string => browser.runtime.getURL('/warning.html' as never);
    const frameOrigin = (url: string): string =>
      url.startsWith('chrome-extension:') ? `chrome-extension://${browser.runtime.id}` : new URL(url).origin;
    startGate({ window, surfaces, ask, onRevision, isAlive, shadowOf, frameUrl, frameOrigin, signal });
  },
});
