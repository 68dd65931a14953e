import type { Frame, Page } from 'playwright-core';
import { launchIzin } from '../../e2e/support/chromium.ts';
import type { Answering } from './pages.ts';
import { SPY } from './spy.ts';
import type { Browser, Tab } from './tab.ts';

export async function startChromium(folder: string): Promise<Browser> {
  const izin = await launchIzin({ folder, touch: true });
  const ownPage = await izin.context.newPage();
  await ownPage.goto(izin.url('welcome.html'));
  await ownPage.evaluate(SPY);
  const own = <T>(expression: string): Promise<T> => ownPage.evaluate<T>(expression);
  const page = await izin.context.newPage();
  page.setDefaultTimeout(5_000);
  // A page behind another is painted once a second, and its frames are never told that they are to be seen.
  await page.bringToFront();
  const id = await own<number>('chrome.tabs.query({ active: true }).then((tabs) => tabs[0].id)');
  return { name: 'Chromium', own, tab: await tabOf(page, id), close: izin.close };
}

export async function tabOf(page: Page, id: number): Promise<Tab> {
  let answer: Answering = () => undefined;
  await page.route(/^https?:/, (route) => {
    const given = answer(route.request().url());
    return given ? route.fulfill(given) : route.abort();
  });
  const { mouse, keyboard } = page;
  return {
    id,
    serve: (given) => {
      answer = given;
    },
    goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    run: <T>(expression: string) => page.evaluate<T>(expression),
    move: (x, y) => mouse.move(x, y),
    press: (clickCount) => mouse.down({ clickCount }),
    release: (clickCount) => mouse.up({ clickCount }),
    tap: (x, y) => page.touchscreen.tap(x, y),
    keyDown: (key) => keyboard.down(key),
    keyUp: (key) => keyboard.up(key),
    insert: (text) => keyboard.insertText(text),
    inWarning: async <T>(expression: string) => {
      for (const frame of page.frames().filter(isWarning)) {
        const isShown = await frame.evaluate("document.querySelector('button') !== null").catch(() => false);
        if (isShown) return frame.evaluate<T>(expression).catch(() => undefined);
      }
      return undefined;
    },
  };
}

const isWarning = (frame: Frame): boolean =>
  frame.url().startsWith('chrome-extension:') && frame.url().includes('warning.html');
