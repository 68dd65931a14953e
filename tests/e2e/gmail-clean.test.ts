import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import {
  bodyOf,
  type ComposeOptions,
  compose,
  type GmailWindow,
  openGmail,
  sendOf,
  sent,
} from './support/gmail-page.ts';
import { judged } from './support/seal.ts';

const CLEAN = { to: ['ana@harian.example'], subject: 'News', body: 'All is said.' };

let izin: Izin;
let page: Page;
beforeAll(async () => {
  izin = await launchIzin({ touch: true });
  page = await openGmail(izin.context);
  page.setDefaultTimeout(20_000);
});
afterAll(() => izin?.close());
beforeEach(() => page.reload());

const press = (key: string): Promise<void> =>
  sendOf(page)
    .focus()
    .then(() => page.keyboard.press(key));
const WAYS: readonly (readonly [string, ComposeOptions, () => Promise<void>, readonly string[]])[] = [
  ['the mouse', {}, () => sendOf(page).click(), ['pointerdown', 'mousedown', 'pointerup', 'mouseup']],
  [
    'a finger',
    {},
    () => sendOf(page).tap(),
    ['pointerdown', 'touchstart', 'pointerup', 'touchend', 'mousedown', 'mouseup'],
  ],
  ['Enter on Send', {}, () => press('Enter'), ['keydown']],
  ['Space on Send', {}, () => press(' '), ['keydown', 'keyup']],
  [
    'Ctrl+Enter',
    {},
    () =>
      bodyOf(page)
        .focus()
        .then(() => page.keyboard.press('Control+Enter')),
    ['keydown'],
  ],
  ['Send in an inline reply', { layout: 'inline' }, () => sendOf(page).click(), ['mousedown', 'mouseup']],
  ['Send + Archive', { layout: 'inline' }, () => page.locator('.Uo').click(), ['mousedown', 'mouseup']],
];

describe.each(WAYS)('a clean message by %s', (_, options, leave, expected) => {
  it("reaches the page by the user's own events, untouched, and leaves once", async () => {
    await compose(page, { ...CLEAN, ...options });
    await judged(page);
    await page.evaluate(() => (window as unknown as { __seen: unknown[] }).__seen.splice(0));
    await leave();
    await page.waitForFunction(() => (window as unknown as GmailWindow).__sent.length > 0);
    await page.waitForTimeout(120);
    const seen = await page.evaluate(() => (window as unknown as GmailWindow).__seen);
    expect(await sent(page)).toHaveLength(1);
    expect(seen.filter((each) => !each.trusted || each.prevented)).toEqual([]);
    expect(seen.map((each) => each.type)).toEqual(expect.arrayContaining([...expected]));
  });
});

it('a clean message that is pressed before its verdict waits for it and leaves once', async () => {
  await page.evaluate((given) => void (window as unknown as GmailWindow).openCompose(given), CLEAN);
  await sendOf(page).dblclick({ noWaitAfter: true });
  await page.waitForFunction(() => (window as unknown as GmailWindow).__sent.length > 0);
  await page.waitForTimeout(300);
  expect(await sent(page)).toHaveLength(1);
});
