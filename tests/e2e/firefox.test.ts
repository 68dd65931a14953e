import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isWarnedInFirefox, launchFirefox, openGmailInFirefox, warnedInFirefox } from './support/firefox.ts';
import type { ComposeOptions, GmailWindow } from './support/gmail-page.ts';

const SEVEN = ['harian', 'kabar', 'warta', 'suara', 'lintas', 'pos', 'media'].map(
  (outlet) => `redaksi@${outlet}.example`,
);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchFirefox();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  await page?.close();
  page = await openGmailInFirefox(browser);
});

const sent = () => page.evaluate(() => (window as unknown as GmailWindow).__sent);

/** Writes a letter and gives the guard the pause in which it judges what was written. */
async function compose(options: ComposeOptions): Promise<void> {
  await page.evaluate((given) => void (window as unknown as GmailWindow).openCompose(given), options);
  await page.focus('.editable');
  await pause(1_500);
}
const pressSend = async (): Promise<void> => (await page.$('.dC > [role="button"]:not(.hG)'))?.click();
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('in Firefox a pitch with seven people in To is held, mended and sent once', async () => {
  await compose({ to: SEVEN, subject: 'Undangan', body: 'Kami mengundang Anda.' });
  await pressSend();
  await warnedInFirefox(page);
  await pause(800);
  expect(await sent()).toHaveLength(0);

  // The caret stands on "Move to Bcc"; when that is done, on "Send now".
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () =>
      document.querySelectorAll('div[name="bcc"] [data-hovercard-id]').length === 7 &&
      document.querySelectorAll('div[name="to"] [data-hovercard-id]').length === 0,
  );
  await warnedInFirefox(page);
  await pause(800);
  expect(await sent()).toHaveLength(0);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => (window as unknown as GmailWindow).__sent.length > 0);
  await pause(800);
  const letters = await sent();
  expect(letters.map(({ to, bcc }) => ({ to, bcc: [...bcc].sort() }))).toEqual([{ to: [], bcc: [...SEVEN].sort() }]);
});

test('in Firefox Esc goes back to the text, and nothing is sent', async () => {
  await compose({ to: SEVEN, subject: 'Undangan', body: 'Kami mengundang Anda.' });
  await pressSend();
  await warnedInFirefox(page);
  await pause(800);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.closest('.editable') !== null);
  expect(await sent()).toHaveLength(0);
});

test('in Firefox a clean letter goes by the user’s own click', async () => {
  await compose({ to: SEVEN.slice(0, 1), subject: 'Terima kasih', body: 'Terima kasih atas waktunya.' });
  await pressSend();
  await page.waitForFunction(() => (window as unknown as GmailWindow).__sent.length > 0);
  // The page acts at mouseup, as Gmail does, and closes the letter: a click does not follow.
  const seen = await page.evaluate(() => (window as unknown as GmailWindow).__seen);
  expect(seen.map(({ type, trusted, prevented }) => ({ type, trusted, prevented }))).toEqual(
    ['pointerdown', 'mousedown', 'pointerup', 'mouseup'].map((type) => ({ type, trusted: true, prevented: false })),
  );
  expect(await sent()).toHaveLength(1);
  expect(await isWarnedInFirefox(page)).toBe(false);
});
