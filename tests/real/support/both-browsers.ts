import { rmSync } from 'node:fs';
import { launchIzin } from '../../e2e/support/chromium.ts';
import { launchFirefox, ownPageInFirefox } from '../../e2e/support/firefox.ts';
import { copyWithLeave } from '../../surfaces/support/built.ts';
import { tabOf as chromiumTab } from '../../surfaces/support/chromium.ts';
import { tabOf as firefoxTab, goTo } from '../../surfaces/support/firefox.ts';
import { SPY } from '../../surfaces/support/spy.ts';
import type { Tab } from '../../surfaces/support/tab.ts';
import { pause, until } from '../../surfaces/support/until.ts';
import { seedScript } from './seed.ts';
import type { SeedPerson } from './seed-page.ts';

export const BROWSERS = ['Chromium', 'Firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** A browser with Izin, on a site that runs here. */
export interface OnSite {
  readonly tab: Tab;
  readonly goto: (url: string) => Promise<void>;
  /** In a page of the extension. */
  readonly own: <T>(expression: string) => Promise<T>;
  readonly close: () => Promise<void>;
}

/**
 * Watches servers on loopback. A headless browser never shows its prompt (it is answered in `roundcube-permission`):
 * the copy of the built extension that is loaded here has that leave from the start.
 */
export async function startOnSite(name: BrowserName, origin: string, people: readonly SeedPerson[]): Promise<OnSite> {
  const leave = copyWithLeave(name === 'Chromium' ? 'chrome-mv3' : 'firefox-mv3', () => ['http://127.0.0.1']);
  const browser = await (name === 'Chromium' ? inChromium : inFirefox)(leave.path);
  if (people.length > 0) await browser.own(await seedScript(people));
  const message = JSON.stringify({ izin: 'sites', question: { origin, watch: true } });
  const answer = await browser.own<{ readonly error?: string }>(
    `(globalThis.browser ?? chrome).runtime.sendMessage(${message})`,
  );
  if (answer.error !== undefined) throw new Error(answer.error);
  return {
    ...browser,
    tab: { ...browser.tab, run: (expression) => patiently(() => browser.tab.run(expression)) },
    async close() {
      await browser.close();
      rmSync(leave.path, { recursive: true, force: true });
    },
  };
}

/** A page that is just being left answers nothing: the next one is asked. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!/navigation|destroyed|no such frame|discarded/i.test(String(error))) throw error;
      await pause(50);
    }
  }
}

async function inChromium(folder: string): Promise<OnSite> {
  const { context, url, close } = await launchIzin({ folder });
  // Nothing of these sites comes from outside.
  await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, (route) => route.abort());
  const ownPage = await context.newPage();
  await ownPage.goto(url('welcome.html'));
  await ownPage.evaluate(SPY);
  const page = await context.newPage();
  await page.bringToFront();
  const own = <T>(expression: string): Promise<T> => ownPage.evaluate<T>(expression);
  const goto = async (to: string): Promise<void> => void (await page.goto(to, { waitUntil: 'load' }));
  return { tab: chromiumTab(page, 0), goto, own, close };
}

async function inFirefox(folder: string): Promise<OnSite> {
  const firefox = await launchFirefox(folder);
  const ownPage = await ownPageInFirefox(firefox);
  await ownPage.evaluate(SPY);
  const page = await firefox.newPage();
  await page.bringToFront();
  return {
    tab: firefoxTab(page, 0),
    goto: (to) => goTo(page, to),
    own: async <T>(expression: string) => (await ownPage.evaluate(expression)) as T,
    close: () => firefox.close(),
  };
}

/** Until the guard has been told what is to be said of a draft with these words. */
export async function judged({ own }: OnSite, words: string): Promise<void> {
  const found = `globalThis.heard.some(({ name, question, answer }) => name === 'judge' && answer && JSON.stringify(question.draft).includes(${JSON.stringify(words)}))`;
  await until(`a verdict on "${words}"`, () => own<boolean>(found), 15_000);
  await pause(60);
}
