import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { guardTaught, type HeadedBrowser } from '../e2e/support/permission-prompt.ts';
import { learntPage, teachPanel } from '../e2e/support/teach-page.ts';
import { launchWithPopupKey, openPopup } from '../e2e/support/teach-popup.ts';
import { type HordeWorld, logInToHorde, startHordeWorld } from './support/horde-world.ts';
import { isWarned, judged, press, warned } from './support/watched-webmail.ts';

/** Held by its words alone. */
const UNFINISHED = 'Halo [nama], ini kabar kami.';
const CLEAN = 'Terima kasih, sampai besok.';

let world: HordeWorld;
let browser: HeadedBrowser;
beforeAll(async () => {
  world = await startHordeWorld();
});
beforeEach(async () => {
  world.sink.clear();
  browser = await launchWithPopupKey();
  const page = await browser.context.newPage();
  await logInToHorde(page, world.horde);
  await page.close();
});
afterEach(() => browser?.close());
afterAll(() => world?.stop());

/** A letter of the view that is made in the browser, with its Cc line open. */
async function compose(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${world.horde.origin}/imp/dynamic.php?page=compose`);
  await page.locator('#togglecc').click();
  await page.locator('#cc').waitFor();
  return page;
}

async function write(page: Page, letter: { to: string; cc?: string; text: string }): Promise<void> {
  await page.locator('#to').fill(letter.to);
  if (letter.cc !== undefined) await page.locator('#cc').fill(letter.cc);
  await page.locator('#subject').fill('Kabar kota');
  await page.locator('#composeMessage').fill(letter.text);
}

test('a webmail that no adapter knows is taught by pointing, tried without sending, and guarded from then on', async () => {
  const page = await compose();
  await (await openPopup(browser, page)).press('Teach Izin this site');
  const panel = await teachPanel(page);
  await panel.find('heading', 'Who does it go to?');
  await page.locator('#to').click();
  await panel.press('Also Cc');
  await page.locator('#cc').click();
  await panel.press('Next');
  await page.locator('#composeMessage').click();
  await panel.press('Next');
  await page.locator('#send_button').click();
  expect(await panel.say('“Send”')).toBe(true);
  await panel.press('Next');

  await write(page, { to: 'ayu@harian.example', cc: 'bima@kabar.example', text: 'Hanya percobaan' });
  await page.locator('#send_button').click();
  expect(await panel.say('Held. Nothing was sent.')).toBe(true);
  expect(await panel.say(/^Goes to: ayu@harian\.example, bima@kabar\.example$/m)).toBe(true);
  expect(world.sink.received).toEqual([]);
  await panel.press('This works');
  expect(await guardTaught(browser, await learntPage(browser.context), 'allow')).toBe(true);

  await page.bringToFront();
  await write(page, { to: 'ayu@harian.example', cc: 'bima@kabar.example', text: UNFINISHED });
  await page.locator('#send_button').click();
  await warned(page);
  expect(world.sink.received).toEqual([]);
  await press(page, /Send anyway/);
  const [letter, ...more] = await world.sink.arrived(1);
  expect(letter?.to).toEqual(['ayu@harian.example', 'bima@kabar.example']);
  expect(letter?.email.text?.trim()).toBe(UNFINISHED);
  expect(more).toEqual([]);

  const clean = await compose();
  await write(clean, { to: 'ayu@harian.example', text: CLEAN });
  await judged(clean);
  await clean.locator('#send_button').click();
  const [, second, ...others] = await world.sink.arrived(2);
  expect(second?.email.text?.trim()).toBe(CLEAN);
  expect(others).toEqual([]);
  expect(await isWarned(clean)).toBe(false);
});

/**
 * A letter of the view that is made by the server: a form, with Send above and below. Debian's IMP cannot send from it
 * without a spell checker (its script ends at a name that is not there), with Izin or without: it is taught and held here.
 */
async function composeBasic(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${world.horde.origin}/imp/basic.php?page=compose`);
  await page.locator('#composeMessage').waitFor();
  return page;
}

test('its plain view is taught by keyboard alone, and Send is held above and below the letter', async () => {
  const page = await composeBasic();
  await (await openPopup(browser, page)).press('Teach Izin this site');
  const panel = await teachPanel(page);
  await panel.find('heading', 'Who does it go to?');
  await panel.tabTo('The field “To');
  await page.keyboard.press('Enter');
  for (const field of ['Cc', 'Bcc']) {
    await panel.tabToButton(`Also ${field}`);
    await panel.find('heading', `Where does ${field} stand?`);
    await panel.tabTo(`The field “${field}`);
    await page.keyboard.press('Enter');
  }
  await panel.tabToButton('Next');
  await panel.find('heading', 'Where do you write?');
  await panel.tabTo('The box “');
  await page.keyboard.press('Enter');
  await panel.tabToButton('Next');
  await panel.find('heading', 'What sends it?');
  await panel.tabTo('The button “Send Message');
  await page.keyboard.press('Enter');
  await panel.tabToButton('Next');

  await panel.find('heading', 'Try it: nothing will be sent');
  // The focus is in the box by itself; the lines above it are reached as ever.
  await page.keyboard.type('Hanya percobaan');
  await goTo(page, 'to', 'Shift+Tab');
  await page.keyboard.type('ayu@harian.example');
  await goTo(page, 'btn_send_message', 'Tab');
  await page.keyboard.press('Enter');
  expect(await panel.say('Held. Nothing was sent.')).toBe(true);
  expect(await panel.say(/^Goes to: ayu@harian\.example$/m)).toBe(true);
  expect(world.sink.received).toEqual([]);
  await panel.tabToButton('This works');
  expect(await guardTaught(browser, await learntPage(browser.context), 'allow')).toBe(true);

  await page.bringToFront();
  await write(page, { to: 'ayu@harian.example', text: UNFINISHED });
  const sends = page.locator('input[name="btn_send_message"]');
  await sends.last().click();
  await press(page, /Back to the text/);
  await sends.first().click();
  await press(page, /Back to the text/);
  expect(world.sink.received).toEqual([]);
});

/** By this key, to the part of this name. */
async function goTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  const at = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  for (let step = 0; (await at()) !== name; step += 1) {
    if (step === 40) throw new Error(`${key} does not come to ${name}`);
    await page.keyboard.press(key);
  }
}
