import type { Dialog, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { bodyOf, compose, openGmail, sendOf, sent, serveGmail, shownWarning, warningOf } from './support/gmail-page.ts';
import { judged } from './support/seal.ts';
import { backToText, sendAnyway } from './support/warning.ts';

const ANA = ['ana@harian.example'];
const UNFINISHED = 'Dear [name], here is our news.';

let izin: Izin;
let page: Page;
beforeAll(async () => {
  izin = await launchIzin();
  page = await openGmail(izin.context);
  page.setDefaultTimeout(20_000);
});
afterAll(() => izin?.close());
beforeEach(() => page.reload());

const quiet = (): Promise<void> => page.waitForTimeout(300);
const released = async (): Promise<void> => {
  await sendAnyway(await warningOf(page));
  await page.waitForFunction(() => (window as unknown as { __sent: unknown[] }).__sent.length > 0);
};

it('row 6: a message that was undone is checked anew when it is sent again', async () => {
  await compose(page, { to: ANA, subject: 'News', body: UNFINISHED });
  await sendOf(page).click();
  await released();
  await page.locator('#link_undo').click();
  await sendOf(page).click();
  await warningOf(page);
  expect(await sent(page)).toHaveLength(1);
});

it("row 8: the page's own question about a missing subject comes once, inside the release", async () => {
  const questions: string[] = [];
  const answer = (dialog: Dialog): void => {
    questions.push(dialog.message());
    void dialog.accept();
  };
  page.on('dialog', answer);
  await compose(page, { to: ANA, body: UNFINISHED });
  await page.keyboard.press('Control+Enter');
  await released();
  await quiet();
  page.off('dialog', answer);
  expect(questions).toEqual(['Send this message without a subject?']);
  expect(await sent(page)).toHaveLength(1);
});

it("row 8: the page's refusal of an address needs no second question of ours, and nothing leaves", async () => {
  await compose(page, { to: ['nobody'], subject: 'News', body: UNFINISHED });
  await sendOf(page).click();
  await sendAnyway(await warningOf(page));
  await page.getByRole('button', { name: 'OK' }).click();
  await quiet();
  expect(await shownWarning(page)).toBeUndefined();
  expect(await sent(page)).toHaveLength(0);
});

it('row 9: of two composes the clear one goes and the other stays', async () => {
  await compose(page, { to: ANA, subject: 'First', body: UNFINISHED });
  await compose(page, { to: ANA, subject: 'Second', body: 'All is said.' });
  await judged(page);
  await sendOf(page).click();
  expect((await sent(page)).map((each) => each.subject)).toEqual(['Second']);
  await bodyOf(page).focus();
  await sendOf(page).click();
  await warningOf(page);
  expect(await sent(page)).toHaveLength(1);
});

it('row 9: Ctrl+Enter away from several composes is held while one of them is', async () => {
  await compose(page, { to: ANA, subject: 'First', body: UNFINISHED });
  await compose(page, { to: ANA, subject: 'Second', body: 'All is said.' });
  await page.locator('#search').focus();
  await page.keyboard.press('Control+Enter');
  await warningOf(page);
  expect(await sent(page)).toHaveLength(0);
});

it('row 10: a compose in a window of its own is held and released there', async () => {
  await serveGmail(izin.context);
  const popup = await izin.context.newPage();
  await popup.goto('https://mail.google.com/mail/u/0/?view=btop');
  await compose(popup, { layout: 'popout', to: ANA, subject: 'News', body: UNFINISHED });
  await sendOf(popup).click();
  const warning = await warningOf(popup);
  expect(await sent(popup)).toHaveLength(0);
  await sendAnyway(warning);
  await popup.waitForFunction(() => (window as unknown as { __sent: unknown[] }).__sent.length > 0);
  expect(await sent(popup)).toHaveLength(1);
  await popup.close();
  await page.bringToFront();
});

it('row 11: a compose that is moved into full screen while it is written stays the same message', async () => {
  await compose(page, { to: ANA, subject: 'News', body: UNFINISHED });
  await page.waitForTimeout(400);
  await page.evaluate(() => document.getElementById('full')?.append(document.querySelector('.Hd') as Element));
  await sendOf(page).click();
  await released();
  await quiet();
  expect(await sent(page)).toHaveLength(1);
});

it('a schedule menu that the page closed meanwhile asks for one more press, and that one passes', async () => {
  await compose(page, { to: ANA, subject: 'News', body: UNFINISHED });
  const schedule = async (): Promise<void> => {
    await page.locator('.hG').last().click();
    await page.locator('[selector="scheduledSend"]').click({ noWaitAfter: true });
  };
  await schedule();
  const warning = await warningOf(page);
  await page.evaluate(() => document.getElementById('sbddm')?.remove());
  await sendAnyway(warning);
  // The notice has its caret on "Back to the text".
  await quiet();
  await page.keyboard.press('Enter');
  await page.evaluate(() => document.querySelector('.hG')?.setAttribute('aria-expanded', 'false'));
  await page.locator('.hG').last().click();
  await schedule();
  await page.locator('.schedule .Az').first().click();
  await page.waitForFunction(() => (window as unknown as { __sent: unknown[] }).__sent.length > 0);
  expect(await sent(page)).toMatchObject([{ how: 'scheduled' }]);
});

it('going back leaves the text, the caret and the message as they were', async () => {
  await compose(page, { to: ANA, subject: 'News', body: UNFINISHED });
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Enter');
  await backToText(await warningOf(page));
  await page.keyboard.type(' And more.');
  expect(await bodyOf(page).innerText()).toBe(`${UNFINISHED} And more.`);
  expect(await sent(page)).toHaveLength(0);
});

it('an edit after the release of nothing is checked anew', async () => {
  await compose(page, { to: ANA, subject: 'News', body: UNFINISHED });
  await page.keyboard.press('Control+Enter');
  await backToText(await warningOf(page));
  await page.keyboard.press('Control+Enter');
  await warningOf(page);
  expect(await sent(page)).toHaveLength(0);
});
