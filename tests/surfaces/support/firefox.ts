import type { Frame, HTTPRequest, KeyInput, Page } from 'puppeteer-core';
import { launchFirefox, ownPageInFirefox } from '../../e2e/support/firefox.ts';
import type { Answering } from './pages.ts';
import { SPY } from './spy.ts';
import type { Browser, Tab } from './tab.ts';
import { until } from './until.ts';

export async function startFirefox(folder: string): Promise<Browser> {
  const firefox = await launchFirefox(folder);
  const ownPage = await ownPageInFirefox(firefox);
  await ownPage.evaluate(SPY);
  const own = async <T>(expression: string): Promise<T> => (await ownPage.evaluate(expression)) as T;
  const page = await firefox.newPage();
  const active = (): Promise<number> => own('browser.tabs.query({ active: true }).then((tabs) => tabs[0].id)');
  await page.bringToFront();
  const tab = tabOf(page, await active());
  let answer: Answering = () => undefined;
  await page.setRequestInterception(true);
  page.on('request', (request) => void respond(request, answer).catch(() => undefined));
  let inside: Page | undefined;

  /** Only the extension itself may open its pages here. */
  async function openInside(name: string): Promise<Page> {
    const before = new Set(await firefox.pages());
    await own(`browser.tabs.create({ url: browser.runtime.getURL('/${name}') }).then(() => {})`);
    const opened = await until(`${name} to open`, async () =>
      (await firefox.pages()).find((each) => !before.has(each)),
    );
    await until(`${name} to load`, () =>
      opened.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete'),
    );
    return opened;
  }

  return {
    name: 'Firefox',
    own,
    close: () => firefox.close(),
    open: async ({ url, answer: given, inside: wanted }) => {
      if (inside) {
        await inside.close();
        await page.bringToFront();
      }
      inside = undefined;
      if (!wanted) {
        answer = given;
        await goTo(page, url);
        return tab;
      }
      inside = await openInside(wanted.page);
      for (const script of wanted.scripts) await inside.evaluate(script);
      return tabOf(inside, await active());
    },
    popup: async (press) => {
      const before = new Set(await firefox.pages());
      await press();
      const opened = await until('a window to open', async () =>
        (await firefox.pages()).find((each) => !before.has(each)),
      );
      // Without a window manager a window that was just opened may be left in the background, where it gets no keys.
      await until('the window to have the focus', async () => {
        if (await opened.evaluate(() => document.hasFocus())) return true;
        await page.bringToFront();
        await opened.bringToFront();
        return false;
      });
      const close = async (): Promise<void> => {
        await opened.close();
        await page.bringToFront();
      };
      return { ...tabOf(opened), close };
    },
  };
}

/**
 * Opens an address. A frame that is just going (our warning's) is told by Firefox as if the new load had been broken
 * off; whether it was is read from the page: the old one bears a mark, and has to go.
 */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.evaluate(() => Object.assign(window, { izinLeft: true }) && undefined);
  try {
    await page.goto(url, { waitUntil: 'load' });
  } catch (error) {
    if (!String(error).includes('NS_BINDING_ABORTED')) throw error;
    const opened = `!('izinLeft' in window) && document.readyState === 'complete'`;
    await until(`${url} to open`, async () => (await asked(() => page.evaluate(opened))) === true);
  }
}

export function tabOf(page: Page, id?: number): Tab {
  page.setDefaultTimeout(20_000);
  const { mouse, keyboard } = page;
  return {
    id,
    run: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    move: (x, y) => mouse.move(x, y),
    press: (count) => mouse.down({ clickCount: count } as never),
    release: (count) => mouse.up({ clickCount: count } as never),
    tap: (x, y) => page.touchscreen.tap(x, y),
    keyDown: (key) => keyboard.down(key as KeyInput),
    keyUp: (key) => keyboard.up(key as KeyInput),
    type: (text) => keyboard.type(text),
    size: (width, height) => page.setViewport({ width, height }),
    insert: async (text) => void (await page.evaluate(insertText, text)),
    inWarning: async <T>(expression: string) => {
      for (const frame of page.frames()) {
        if (frame === page.mainFrame() || !(await isWarning(frame))) continue;
        return asked(async () => (await frame.evaluate(expression)) as T);
      }
      return (await page.evaluate(insideOurs(expression))) as T | undefined;
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

/** Over a page of the extension BiDi shows no frame at all; but there the page itself may look in, as any page of ours. */
const insideOurs = (expression: string): string => `(() => {
  for (const host of document.documentElement.children) {
    const inner = host.openOrClosedShadowRoot?.querySelector('iframe')?.contentDocument;
    if (inner?.querySelector('button')) return ((document) => ${expression})(inner);
  }
  return undefined;
})()`;

/** BiDi gives the address of our frame as about:blank, but scripts run in it. */
const isWarning = async (frame: Frame): Promise<boolean> =>
  (await asked(() =>
    frame.evaluate(() => location.pathname.endsWith('/warning.html') && document.querySelector('button') !== null),
  )) ?? false;

/** A frame that goes while it is asked refuses, or throws before there is anything to wait for. */
async function asked<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}

async function respond(request: HTTPRequest, answer: Answering): Promise<void> {
  const url = request.url();
  if (!/^https?:/.test(url)) return request.continue();
  const given = answer(url);
  if (!given) return request.abort();
  const { 'content-type': contentType, ...headers } = given.headers;
  return request.respond({ status: given.status, headers, contentType: contentType ?? 'text/plain', body: given.body });
}
