import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import { launchFirefox, ownPageInFirefox } from './firefox.ts';
import { CHAT, servedAt } from './teach-page.ts';

/** The built extension with leave for this origin from the start: nobody answers Firefox's own question in a window that is not shown. */
export async function launchFirefoxWithLeave(
  origin: string,
): Promise<{ readonly browser: Browser; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-teach-firefox-'));
  cpSync(resolve(process.env.IZIN_OUT ?? '.output', 'firefox-mv3'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions?: string[] };
  const host_permissions = [...(manifest.host_permissions ?? []), `${origin}/*`];
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions }));
  const browser = await launchFirefox(folder);
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The chat that no adapter knows, with the teaching begun in it as the popup begins it. */
export async function openChatInFirefox(browser: Browser): Promise<Page> {
  const own = await ownPageInFirefox(browser);
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const served = servedAt(CHAT, 'chat', request.url());
    return void (served ? request.respond({ status: 200, ...served }) : request.continue());
  });
  await page.goto(`${CHAT}/`);
  const reply = await own.evaluate(async (at) => {
    const { tabs, runtime } = Reflect.get(globalThis, 'browser');
    const [tab] = await tabs.query({ url: `${at}/*` });
    return runtime.sendMessage({ izin: 'teach', question: { tabId: tab.id } });
  }, CHAT);
  if ('error' in reply) throw new Error(reply.error);
  await page.bringToFront();
  return page;
}

/** Our card over the page. BiDi knows a frame wherever it stands; the page does not. */
export async function cardIn(page: Page) {
  const frame = await until(() => first(page.frames(), isCard), 'the card');
  const text = (): Promise<string> => frame.evaluate(() => document.body.innerText);
  return {
    shows: (words: string) => until(async () => (await text()).includes(words), `"${words}"`),
    press: async (words: string) => {
      const button = await until(() => buttonOf(frame, words), `the button "${words}"`);
      // Where it stands in the window: from outside nobody can tell where the frame is.
      const { x, y } = await button.evaluate((each) => {
        const outer = window.frameElement?.getBoundingClientRect() ?? new DOMRect();
        const { left, top, width, height } = each.getBoundingClientRect();
        return { x: outer.left + left + width / 2, y: outer.top + top + height / 2 };
      });
      await page.mouse.click(x, y);
    },
    choose: async (label: string, value: string) => {
      await frame.evaluate(
        (name, chosen) => {
          const labels = [...document.querySelectorAll('label')];
          const control = labels.find((each) => each.innerText.startsWith(name))?.querySelector('select');
          if (!control) throw new Error(`no ${name}`);
          control.value = chosen;
          control.dispatchEvent(new Event('change'));
        },
        label,
        value,
      );
    },
  };
}

/** The page of our own about what was learnt, which opens by itself. */
export async function learntInFirefox(browser: Browser) {
  const isIt = (page: Page): Promise<boolean> => page.evaluate(() => location.hash.startsWith('#/sites/taught/'));
  const page = await until(async () => first(await browser.pages(), isIt), 'the page of what was learnt');
  return {
    guard: async () => {
      await page.bringToFront();
      const button = await until(() => buttonOf(page.mainFrame(), 'Guard this site'), 'the button');
      const { x, y } = await button.evaluate((each) => {
        each.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = each.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await page.mouse.click(x, y);
      await until(() => page.evaluate(() => document.body.innerText.includes('Izin guards this site')), 'the answer');
    },
  };
}

const isCard = (frame: Frame): Promise<boolean> =>
  frame.evaluate(
    () => document.querySelector('[role="dialog"]')?.getAttribute('aria-label') === 'Teach Izin this site',
  );

async function buttonOf(frame: Frame, words: string): Promise<ElementHandle<HTMLElement> | undefined> {
  for (const button of await frame.$$('button'))
    if ((await button.evaluate((each) => each.innerText.trim())) === words) return button;
  return undefined;
}

async function first<T>(all: readonly T[], fits: (one: T) => Promise<boolean>): Promise<T | undefined> {
  for (const one of all) if (await fits(one).catch(() => false)) return one;
  return undefined;
}

async function until<T>(look: () => Promise<T | undefined | false>, what: string): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 80))) {
    const found = await look().catch(() => undefined);
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`${what} did not come`);
}
