import type { Frame, HTTPRequest, KeyInput, Page } from 'puppeteer-core';
import { launchFirefox, ownPageInFirefox } from '../../e2e/support/firefox.ts';
import type { Answering } from './pages.ts';
import { SPY } from './spy.ts';
import type { Browser, Tab } from './tab.ts';

export async function startFirefox(folder: string): Promise<Browser> {
  const firefox = await launchFirefox(folder);
  const ownPage = await ownPageInFirefox(firefox);
  await ownPage.evaluate(SPY);
  const own = async <T>(expression: string): Promise<T> => (await ownPage.evaluate(expression)) as T;
  const page = await firefox.newPage();
  await page.bringToFront();
  const id = await own<number>('browser.tabs.query({ active: true }).then((tabs) => tabs[0].id)');
  return { name: 'Firefox', own, tab: await tabOf(page, id), close: () => firefox.close() };
}

export async function tabOf(page: Page, id: number): Promise<Tab> {
  let answer: Answering = () => undefined;
  page.setDefaultTimeout(8_000);
  await page.setRequestInterception(true);
  page.on('request', (request) => void respond(request, answer).catch(() => undefined));
  const { mouse, keyboard } = page;
  return {
    id,
    serve: (given) => {
      answer = given;
    },
    goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    run: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    move: (x, y) => mouse.move(x, y),
    press: (count) => mouse.down({ clickCount: count } as never),
    release: (count) => mouse.up({ clickCount: count } as never),
    tap: (x, y) => page.touchscreen.tap(x, y),
    keyDown: (key) => keyboard.down(key as KeyInput),
    keyUp: (key) => keyboard.up(key as KeyInput),
    insert: async (text) => void (await page.evaluate(insertText, text)),
    inWarning: async <T>(expression: string) => {
      for (const frame of page.frames()) {
        if (!(await isWarning(frame))) continue;
        return (await frame.evaluate(expression).catch(() => undefined)) as T | undefined;
      }
      return undefined;
    },
  };
}

/** BiDi knows keys only; words without keys come by the browser's own command, in the innermost document that has the focus. */
function insertText(text: string): void {
  let at = document;
  for (let inner: Document | null = at; inner; ) {
    at = inner;
    const { activeElement }: Document = at;
    inner = activeElement instanceof HTMLIFrameElement ? activeElement.contentDocument : null;
  }
  at.execCommand('insertText', false, text);
}

/** BiDi gives the address of our frame as about:blank, but scripts run in it. */
const isWarning = (frame: Frame): Promise<boolean> =>
  frame
    .evaluate(() => location.protocol === 'moz-extension:' && document.querySelector('button') !== null)
    .catch(() => false);

async function respond(request: HTTPRequest, answer: Answering): Promise<void> {
  const url = request.url();
  if (!/^https?:/.test(url)) return request.continue();
  const given = answer(url);
  if (!given) return request.abort();
  const { 'content-type': contentType, ...headers } = given.headers;
  return request.respond({ status: given.status, headers, contentType: contentType ?? 'text/plain', body: given.body });
}
