import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Izin } from './support/chromium.ts';
import { warningOf } from './support/gmail-page.ts';
import {
  CHAT,
  launchWithLeave,
  learntPage,
  MAIL,
  openUnknown,
  startTeaching,
  teachPanel,
} from './support/teach-page.ts';
import { backToText } from './support/warning.ts';

/** Held by its words alone. */
const UNFINISHED = 'Halo [nama], ini kabar kami.';

let izin: Izin;
let page: Page;
beforeAll(async () => {
  izin = await launchWithLeave([CHAT, MAIL]);
});
afterAll(() => izin.close());
afterEach(async () => {
  for (const each of izin.context.pages().slice(1)) await each.close();
});

const sent = (on: Page): Promise<readonly unknown[]> => on.evaluate(() => Reflect.get(window, '__sent'));
describe('a chat that no adapter knows', () => {
  it('is taught by pointing, tried without sending, allowed, and guarded from then on', async () => {
    page = await openUnknown(izin.context, CHAT, 'chat');
    await startTeaching(izin, page);
    const panel = await teachPanel(page);
    await panel.find('heading', 'Who does it go to?');
    await panel.choose('The page shows', 1);
    await page.mouse.move(300, 20);
    await page.getByRole('heading', { name: 'Sari Wulandari' }).click();
    expect(await panel.say('The heading “Sari Wulandari”')).toBe(true);
    await panel.press('Next');
    await page.getByRole('textbox', { name: 'Tulis pesan' }).click();
    expect(await panel.say('The box “Tulis pesan”')).toBe(true);
    await panel.press('Next');
    await page.locator('.x1o1ewxj').click();
    await panel.press('Next');

    await panel.find('heading', 'Try it: nothing will be sent');
    await page.getByRole('textbox', { name: 'Tulis pesan' }).click();
    await page.keyboard.type('Hanya percobaan');
    await page.locator('.x1o1ewxj').click();
    expect(await panel.say('Held. Nothing was sent.')).toBe(true);
    expect(await panel.say(/^Goes to: Sari Wulandari$/m)).toBe(true);
    expect(await panel.say('Text: 15 characters')).toBe(true);
    await page.getByRole('textbox', { name: 'Tulis pesan' }).press('Enter');
    expect(await panel.say('held by Enter')).toBe(true);
    expect(await sent(page)).toEqual([]);
    await panel.press('This works');

    const own = await learntPage(izin.context);
    await own.getByRole('button', { name: 'Guard this site' }).click();
    await own.getByText('Izin guards this site').waitFor();

    await page.bringToFront();
    await page.getByRole('textbox', { name: 'Tulis pesan' }).fill(UNFINISHED);
    await page.locator('.x1o1ewxj').click();
    const warning = await warningOf(page);
    expect(await sent(page)).toEqual([]);
    await backToText(warning);
  });
});
