import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { bodyOf, compose, openGmail, sendOf, sent, shownWarning, warningOf } from './support/gmail-page.ts';
import { judged } from './support/seal.ts';

const UNFINISHED = { to: ['ana@harian.example'], subject: 'Undangan', body: 'Yth. [Nama], kami mengundang Anda.' };

let izin: Izin;
let page: Page;
beforeAll(async () => {
  izin = await launchIzin();
  page = await openGmail(izin.context);
  page.setDefaultTimeout(20_000);
});
afterAll(() => izin?.close());
beforeEach(() => page.reload());

/** The middle of the one host element of ours that is 22 px small: all that the page can know of the seal. */
async function sealAt(): Promise<readonly [number, number]> {
  const found = await page.waitForFunction(() => {
    const small = [...document.documentElement.children].find((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width === 22 && height === 22;
    });
    const box = small?.getBoundingClientRect();
    return box && ([box.left + 11, box.top + 11] as const);
  });
  const at = await found.jsonValue();
  if (!at) throw new Error('no seal');
  return at;
}

describe('the seal beside the composer', () => {
  it('opens the findings, with no way to send, and Esc goes back to the text', async () => {
    await compose(page, UNFINISHED);
    await judged(page, 'held');
    await page.mouse.click(...(await sealAt()));
    const warning = await warningOf(page);
    await warning.getByRole('heading', { name: /\[Nama\]/ }).waitFor();
    expect(await warning.getByRole('button', { name: /Send/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => shownWarning(page)).toBeUndefined();
    expect(await bodyOf(page).evaluate((body) => body.contains(document.activeElement))).toBe(true);
    expect(await sent(page)).toHaveLength(0);
  });

  it('opens them by its shortcut, too', async () => {
    await compose(page, UNFINISHED);
    await judged(page, 'held');
    await page.keyboard.press('Alt+Shift+KeyI');
    const warning = await warningOf(page);
    await warning.getByRole('heading', { name: /\[Nama\]/ }).waitFor();
    expect(await sent(page)).toHaveLength(0);
  });

  it('is never in the page’s Tab order: Tab goes from the text to Send', async () => {
    await compose(page, UNFINISHED);
    await judged(page, 'held');
    await sealAt();
    await bodyOf(page).focus();
    await page.keyboard.press('Tab');
    expect(await sendOf(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('leaves the page nothing to read: a bare element with a closed inside', async () => {
    await compose(page, UNFINISHED);
    await judged(page, 'held');
    await sealAt();
    const told = await page.evaluate(() =>
      [...document.documentElement.children]
        .filter((each) => each !== document.head && each !== document.body)
        .map((each) => ({
          text: each.textContent,
          root: each.shadowRoot,
          names: each.getAttributeNames(),
          tab: (each as HTMLElement).tabIndex,
        })),
    );
    expect(told.length).toBeGreaterThan(0);
    for (const each of told) expect(each).toEqual({ text: '', root: null, names: ['style'], tab: -1 });
  });
});
