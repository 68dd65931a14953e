import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchFirefox, openGmailInFirefox, ownPageInFirefox } from './support/firefox.ts';
import type { ComposeOptions, GmailWindow } from './support/gmail-page.ts';

let browser: Browser;
let own: Page;
beforeAll(async () => {
  browser = await launchFirefox();
  own = await ownPageInFirefox(browser);
});
afterAll(() => browser?.close());

/** The sidebar itself is part of the browser's window, which BiDi does not show: its page is looked at in a tab. */
async function openPanelPage(): Promise<Page> {
  const before = new Set(await browser.pages());
  await own.evaluate(`browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }).then(() => {})`);
  await expect.poll(async () => (await browser.pages()).length, { timeout: 20_000 }).toBe(before.size + 1);
  return (await browser.pages()).find((page) => !before.has(page)) as Page;
}
const says = (page: Page, words: string) =>
  expect.poll(() => page.evaluate(() => document.body.innerText).catch(() => ''), { timeout: 20_000 }).toContain(words);

it('in Firefox the sidebar opens by a press, and not by itself', async () => {
  expect(await own.evaluate('browser.sidebarAction.isOpen({})')).toBe(false);
  await own.bringToFront();
  await own.evaluate(
    `document.documentElement.addEventListener('click', () => browser.sidebarAction.open(), { once: true })`,
  );
  await own.mouse.click(4, 4);
  await expect.poll(() => own.evaluate('browser.sidebarAction.isOpen({})'), { timeout: 20_000 }).toBe(true);
});

it('in Firefox its page shows whom the message in the tab before it goes to, and follows it', async () => {
  const gmail = await openGmailInFirefox(browser);
  const write = async (options: ComposeOptions): Promise<void> => {
    await gmail.evaluate((given) => void (window as unknown as GmailWindow).openCompose(given), options);
    // The newest compose comes last.
    await gmail.evaluate(() => [...document.querySelectorAll<HTMLElement>('.editable')].at(-1)?.focus());
  };
  await gmail.bringToFront();
  await write({ to: ['baru@media.example'], subject: 'Undangan', body: 'Halo' });
  const panel = await openPanelPage();
  await says(panel, 'baru@media.example');
  await says(panel, 'not in your ledger');
  await says(panel, 'Purpose: press pitch');
  await gmail.bringToFront();
  await write({ to: ['lain@media.example'], subject: 'Kedua', body: 'Halo' });
  await says(panel, 'lain@media.example');
});
