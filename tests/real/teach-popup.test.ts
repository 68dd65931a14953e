import { afterAll, beforeAll, expect, it } from 'vitest';
import { warningOf } from '../e2e/support/gmail-page.ts';
import { guardTaught, type HeadedBrowser } from '../e2e/support/permission-prompt.ts';
import { CHAT, learntPage, openUnknown, pointAtChat, teachPanel, tryChat } from '../e2e/support/teach-page.ts';
import { launchWithPopupKey, openPopup } from '../e2e/support/teach-popup.ts';
import { backToText } from '../e2e/support/warning.ts';

/** Held by its words alone. */
const UNFINISHED = 'Halo [nama], ini kabar kami.';

let browser: HeadedBrowser;
beforeAll(async () => {
  browser = await launchWithPopupKey();
});
afterAll(() => browser?.close());

it('begins in the popup of a site that Izin has no leave for, and guards it once the browser was told yes', async () => {
  const page = await openUnknown(browser.context, CHAT, 'chat');
  const sent = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, '__sent'));
  const popup = await openPopup(browser, page);
  await expect.poll(popup.text).toContain('Izin does not know');
  await popup.press('Teach Izin this site');
  const panel = await teachPanel(page);
  await pointAtChat(page, panel);
  await tryChat(page, panel);

  const own = await learntPage(browser.context);
  const leave = (): Promise<unknown> =>
    own.evaluate((at) => Reflect.get(globalThis, 'chrome').permissions.contains({ origins: [`${at}/*`] }), CHAT);
  expect(await leave()).toBe(false);
  expect(await guardTaught(browser, own, 'refuse')).toBe(false);
  expect(await leave()).toBe(false);
  expect(await guardTaught(browser, own, 'allow')).toBe(true);
  expect(await leave()).toBe(true);

  await page.bringToFront();
  await page.getByRole('textbox', { name: 'Tulis pesan' }).fill(UNFINISHED);
  await page.locator('.x1o1ewxj').click();
  const warning = await warningOf(page);
  expect(await sent()).toEqual([]);
  await backToText(warning);
});
