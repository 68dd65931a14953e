import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Izin } from './support/chromium.ts';
import {
  CHAT,
  launchWithLeave,
  learntPage,
  MAIL,
  openUnknown,
  startTeaching,
  teachPanel,
} from './support/teach-page.ts';

let izin: Izin;
beforeAll(async () => {
  izin = await launchWithLeave([CHAT, MAIL]);
});
afterAll(() => izin.close());

const sent = (on: Page): Promise<readonly unknown[]> => on.evaluate(() => Reflect.get(window, '__sent'));

/** As early as a page can hear: at its window, before anything else. */
const hearKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const all: string[] = [];
    Reflect.set(window, '__keys', all);
    for (const type of ['keydown', 'keypress', 'keyup'])
      window.addEventListener(type, (event) => all.push(`${type} ${(event as KeyboardEvent).key}`), true);
  });
const heard = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, '__keys'));

it('is taught by keyboard alone, with every step told, and the page hears no key of it', async () => {
  const page = await openUnknown(izin.context, CHAT, 'chat');
  await hearKeys(page);
  await startTeaching(izin, page);
  const panel = await teachPanel(page);
  await panel.find('heading', 'Who does it go to?');
  await panel.choose('The page shows', 1);
  await panel.focusStage();
  await panel.tabTo('The heading “Sari Wulandari”');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  expect(await panel.now()).toContain('“Sari Wulandari”');
  await page.keyboard.press('Enter');
  await panel.find('button', 'Next');
  await page.keyboard.press('Enter');
  await panel.find('heading', 'Where do you write?');
  expect(await panel.say('The box “Tulis pesan”')).toBe(true);
  await page.keyboard.press('Enter');
  await panel.find('button', 'Next');
  await page.keyboard.press('Enter');
  await panel.find('heading', 'What sends it?');
  await panel.tabTo('A button without a name');
  await page.keyboard.press('Enter');
  await panel.find('button', 'Next');
  await page.keyboard.press('Enter');
  await panel.find('heading', 'Try it: nothing will be sent');
  expect(await heard(page)).toEqual([]);

  await page.keyboard.type('Halo');
  await page.keyboard.press('Enter');
  expect(await panel.say('✓ held by Enter')).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await panel.say('✓ held by the button')).toBe(true);
  expect(await sent(page)).toEqual([]);
  await panel.tabToButton('This works');
  await (await learntPage(izin.context)).getByText('The chat’s title says who').waitFor();
  await expect.poll(panel.isOpen).toBe(false);
  await page.close();
});

it('is taught where people are chips, the text stands in a frame and Send in a closed tree', async () => {
  const page = await openUnknown(izin.context, MAIL, 'mail');
  await startTeaching(izin, page);
  const panel = await teachPanel(page);
  await panel.find('heading', 'Who does it go to?');
  await page.getByText('Ayu Lestari').click();
  expect(await panel.say('2 like it stand here')).toBe(true);
  await panel.press('Also Cc');
  await page.locator('input[name="cc-line"]').click();
  await panel.press('Next');
  await page.frameLocator('iframe').locator('body').click();
  await panel.press('Next');
  await page.locator('mail-bar').click({ position: { x: 20, y: 10 } });
  expect(await panel.say('The button “Dispatch”')).toBe(true);
  await panel.press('Next');
  await panel.find('heading', 'Try it: nothing will be sent');
  await page.frameLocator('iframe').locator('body').click();
  await page.keyboard.type('Percobaan surat');
  await page.locator('mail-bar').click({ position: { x: 20, y: 10 } });
  expect(await panel.say(/^Goes to: ayu@harian\.example, bima@kabar\.example$/m)).toBe(true);
  expect(await panel.say('Text: 15 characters')).toBe(true);
  expect(await sent(page)).toEqual([]);
  await page.close();
});
