import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardTaught, type HeadedBrowser } from '../e2e/support/permission-prompt.ts';
import { learntPage, teachPanel } from '../e2e/support/teach-page.ts';
import { launchWithPopupKey, openPopup } from '../e2e/support/teach-popup.ts';
import { type IrcWorld, startIrcWorld } from './support/teach-irc.ts';
import { isWarned, judged, press, warned } from './support/watched-webmail.ts';

/** Held by its words alone. */
const UNFINISHED = 'Halo [nama], ini kabar kami.';
const CLEAN = 'Sampai besok, Sari.';

let world: IrcWorld;
let browser: HeadedBrowser;
let page: Page;
beforeAll(async () => {
  world = await startIrcWorld();
  browser = await launchWithPopupKey();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function logIn(): Promise<void> {
  page = await browser.context.newPage();
  await page.goto(`${world.origin}/`);
  await page.locator('#host').fill('127.0.0.1');
  await page.locator('#port').fill(String(world.relay.port));
  await page.locator('#password').fill(world.relay.password);
  await page.getByRole('button', { name: 'Connect' }).first().click();
  await page.locator('#sidebar li').filter({ hasText: 'sari' }).first().click();
  await page.locator('#sendMessage').waitFor();
}

test('an IRC client that no adapter knows is taught, tried without sending, and guarded from then on', async () => {
  await logIn();
  await (await openPopup(browser, page)).press('Teach Izin this site');
  const panel = await teachPanel(page);
  await panel.find('heading', 'Who does it go to?');
  await panel.choose('The page shows', 1);
  await page.locator('#topbar .title a').click();
  await panel.press('Next');
  await page.locator('#sendMessage').click();
  await panel.press('Next');
  await page.locator('.btn-send').click();
  expect(await panel.say('The button “Send”')).toBe(true);
  await panel.press('Next');

  await page.locator('#sendMessage').fill('Hanya percobaan');
  await page.locator('.btn-send').click();
  expect(await panel.say('Held. Nothing was sent.')).toBe(true);
  expect(await panel.say(/^Goes to: sari@127\.0\.0\.1$/m)).toBe(true);
  await page.locator('#sendMessage').press('Enter');
  expect(await panel.say('✓ held by Enter')).toBe(true);
  expect(world.heard).toEqual([]);
  await panel.press('This works');
  expect(await guardTaught(browser, await learntPage(browser.context), 'allow')).toBe(true);

  await page.bringToFront();
  await page.locator('#sendMessage').fill(UNFINISHED);
  await page.locator('#sendMessage').press('Enter');
  await warned(page);
  expect(world.heard).toEqual([]);
  await press(page, /Send anyway/);
  await expect.poll(() => world.heard, { timeout: 10_000 }).toEqual([UNFINISHED]);

  await page.locator('#sendMessage').fill(CLEAN);
  await judged(page);
  await page.locator('#sendMessage').press('Enter');
  await expect.poll(() => world.heard, { timeout: 10_000 }).toEqual([UNFINISHED, CLEAN]);
  expect(await isWarned(page)).toBe(false);
});
