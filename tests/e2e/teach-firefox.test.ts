import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isWarnedInFirefox, warnedInFirefox } from './support/firefox.ts';
import { cardIn, launchFirefoxWithLeave, learntInFirefox, openChatInFirefox } from './support/teach-firefox.ts';
import { CHAT } from './support/teach-page.ts';

/** Held by its words alone. */
const UNFINISHED = 'Halo [nama], ini kabar kami.';
const BOX = '[role="textbox"]';
const SEND = '.x1o1ewxj';

let browser: Browser;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ browser, close } = await launchFirefoxWithLeave(CHAT));
});
afterAll(() => close?.());

const sent = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, '__sent'));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('is taught in Firefox, tried without sending, and guarded from then on, with leave given at the start: the popup and the browser’s own question are not part of this', async () => {
  const page = await openChatInFirefox(browser);
  const card = await cardIn(page);
  await card.shows('Who does it go to?');
  await card.choose('The page shows', 'title');
  await page.click('header h2');
  await card.shows('The heading “Sari Wulandari”');
  await card.press('Next');
  await page.click(BOX);
  await card.press('Next');
  await page.click(SEND);
  await card.press('Next');
  await card.shows('Try it: nothing will be sent');

  await page.keyboard.type('Hanya percobaan');
  await page.click(SEND);
  await card.shows('Held. Nothing was sent.');
  await card.shows('Goes to: Sari Wulandari');
  await page.click(BOX);
  await page.keyboard.press('Enter');
  await card.shows('✓ held by Enter');
  expect(await sent(page)).toEqual([]);
  await card.press('This works');

  const own = await learntInFirefox(browser);
  await own.guard();
  await page.bringToFront();
  await page.click(BOX);
  await page.evaluate((box) => document.querySelector(box)?.replaceChildren(), BOX);
  await page.keyboard.type(UNFINISHED);
  await pause(1_500);
  await page.click(SEND);
  await warnedInFirefox(page);
  expect(await sent(page)).toEqual([]);
  await pause(800);
  await page.keyboard.press('Escape');
  await page.waitForFunction((box) => document.activeElement?.matches(box), {}, BOX);
  expect(await isWarnedInFirefox(page)).toBe(false);
  expect(await sent(page)).toEqual([]);
});
