// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPage, type FakePage, fire } from './fake-page.ts';

let page: FakePage;
beforeEach(() => {
  vi.useFakeTimers();
  page = aPage();
  page.frame = 'about:blank';
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

/** Seen in Chromium: a frame that had the focus while it moved to a process of its own is active, and gets no key. */
describe('a key that the browser gives to the page while the warning is open', () => {
  async function heldWithWarning(): Promise<Element> {
    await page.write('hold this');
    fire(page.send, 'click');
    await vi.advanceTimersByTimeAsync(50);
    const host = document.activeElement;
    expect(host?.parentElement).toBe(document.documentElement);
    return host as Element;
  }

  it.each(['keydown', 'keypress', 'keyup'])('is not heard by the page (%s)', async (type) => {
    const host = await heldWithWarning();
    const heard = vi.fn();
    window.addEventListener(type, heard, true);
    host.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
    window.removeEventListener(type, heard, true);
    expect(heard).not.toHaveBeenCalled();
    expect(page.sent).toEqual([]);
  });

  it('moves no focus when a script made it up', async () => {
    const host = await heldWithWarning();
    const left = vi.fn();
    host.addEventListener('focusout', left);
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    expect(left).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(host);
  });

  it('leaves Escape its meaning: the dialog closes', async () => {
    const host = await heldWithWarning();
    const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
    host.dispatchEvent(key);
    expect(key.defaultPrevented).toBe(false);
  });
});
