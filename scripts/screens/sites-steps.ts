import type { Page } from 'playwright-core';
import { bodyOf, compose, openGmail } from '../../tests/e2e/support/gmail-page.ts';

interface ChromeOfLedger {
  readonly tabs: { query(of: object): Promise<readonly { id: number; url?: string }[]> };
  readonly storage: { local: { set(items: object): Promise<void> } };
}

const TAUGHT = {
  id: 'taught:obrolan.example',
  name: 'obrolan.example',
  version: 1,
  channel: 'other_chat',
  matches: ['https://obrolan.example/*'],
  proof: { grade: 'taught', by: 'pointing', on: '2026-11-20' },
  boxes: [
    {
      name: 'message',
      root: ['main'],
      editor: ['[role="textbox"]'],
      who: { title: { at: ['main h1'], in: 'page' } },
      send: ['button ::named(Kirim)', 'form [type="submit"]'],
      keys: 'enter',
    },
  ],
};

/** A site that was taught, as it lies on the shelf. */
export const taught = async (page: Page, path: string): Promise<void> => {
  await page.evaluate(async (hooks) => {
    const { storage } = (globalThis as unknown as { chrome: ChromeOfLedger }).chrome;
    const lessons = [{ teacher: 'a1b2c3', hooks }];
    const site = { hooks, lessons, origin: 'https://obrolan.example', taughtAt: '2026-11-20T02:00:00Z', allowed: true };
    await storage.local.set({ shelf: { taught: [site], corrections: [], signers: [] } });
  }, TAUGHT);
  await page.goto(`${page.url().split('#')[0]}${path}`);
  await page.reload();
  await page.locator('main h1').waitFor();
};

/** What can be told of a mail that is being written in another tab. */
export const report = async (page: Page): Promise<void> => {
  const other = await openGmail(page.context());
  await compose(other, { to: ['bima@wartapesisir.example'], subject: 'Undangan', body: 'Halo [nama]' });
  await bodyOf(other).click();
  await other.waitForTimeout(800);
  await page.bringToFront();
  const tab = await page.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: ChromeOfLedger }).chrome;
    return (await tabs.query({})).find(({ url }) => url?.startsWith('https://mail.google.com/'))?.id;
  });
  await page.goto(`${page.url().split('#')[0]}#/sites/report/${tab}/0`);
  await page.locator('pre').waitFor();
  await other.close();
};
