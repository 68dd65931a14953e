import type { Frame, Page } from 'playwright-core';
import { launchIzin } from '../../e2e/support/chromium.ts';
import type { Answering } from './pages.ts';
import { SPY } from './spy.ts';
import type { Browser, Tab } from './tab.ts';
import { pause } from './until.ts';

export async function startChromium(folder: string): Promise<Browser> {
  const izin = await launchIzin({ folder, touch: true });
  const ownPage = await izin.context.newPage();
  await ownPage.goto(izin.url('welcome.html'));
  await ownPage.evaluate(SPY);
  const own = <T>(expression: string): Promise<T> => ownPage.evaluate<T>(expression);
  const page = await izin.context.newPage();
  page.setDefaultTimeout(20_000);
  // A page behind another is painted once a second, and its frames are never told that they are to be seen.
  await page.bringToFront();
  const id = await own<number>('chrome.tabs.query({ active: true }).then((tabs) => tabs[0].id)');
  let answer: Answering = () => undefined;
  await izin.context.route(/^https?:/, (route) => {
    const given = answer(route.request().url());
    return given ? route.fulfill(given) : route.abort();
  });
  const tab = tabOf(page, id);
  return {
    name: 'Chromium',
    own,
    close: izin.close,
    open: async ({ url, answer: given, inside }) => {
      answer = given;
      await page.goto(inside ? izin.url(inside.page) : url, { waitUntil: 'load' });
      for (const script of inside?.scripts ?? []) await page.evaluate(script);
      return tab;
    },
    popup: async (press) => {
      const [opened] = await Promise.all([izin.context.waitForEvent('page'), press()]);
      await opened.bringToFront();
      const close = async (): Promise<void> => {
        await opened.close();
        await page.bringToFront();
      };
      return { ...tabOf(opened), close };
    },
  };
}

export function tabOf(page: Page, id?: number): Tab {
  const { mouse, keyboard } = page;
  return {
    id,
    run: <T>(expression: string) => page.evaluate<T>(expression),
    move: (x, y) => mouse.move(x, y),
    press: (clickCount) => acted(mouse.down({ clickCount })),
    release: (clickCount) => acted(mouse.up({ clickCount })),
    tap: (x, y) => page.touchscreen.tap(x, y),
    keyDown: (key) => acted(keyboard.down(key)),
    keyUp: (key) => acted(keyboard.up(key)),
    type: (text) => keyboard.type(text),
    insert: (text) => keyboard.insertText(text),
    compose: (text) => composeWithEnter(page, text),
    size: (width, height) => page.setViewportSize({ width, height }),
    inWarning: async <T>(expression: string) => {
      for (const frame of page.frames().filter(isWarning)) {
        const isShown = await soon(frame.evaluate("document.querySelector('button') !== null"));
        if (isShown) return soon(frame.evaluate<T>(expression));
      }
      return undefined;
    },
  };
}

/** A frame that goes while it is asked may never answer. */
const soon = <T>(asked: Promise<T>): Promise<T | undefined> =>
  Promise.race([asked.catch(() => undefined), pause(2_000).then(() => undefined)]);

/** A press that takes its own frame away may never be answered for: it was made all the same. */
const acted = (pressed: Promise<void>): Promise<void> => Promise.race([pressed, pause(2_000)]);

/** As an input method does: its Enter comes as the key 229, and takes the words. */
async function composeWithEnter(page: Page, text: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const [start, end] = [text.length, text.length];
  await cdp.send('Input.imeSetComposition', { text, selectionStart: start, selectionEnd: end });
  const key = { key: 'Enter', code: 'Enter' };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key, windowsVirtualKeyCode: 229 });
  await cdp.send('Input.insertText', { text });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, windowsVirtualKeyCode: 13 });
  await cdp.detach();
}

const isWarning = (frame: Frame): boolean =>
  frame.url().startsWith('chrome-extension:') && frame.url().includes('warning.html');
