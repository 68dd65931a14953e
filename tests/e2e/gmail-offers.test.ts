import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import {
  bodyOf,
  compose,
  type GmailWindow,
  openGmail,
  sendOf,
  sent,
  shownWarning,
  warningOf,
} from './support/gmail-page.ts';
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
const left = (): Promise<unknown> => page.waitForFunction(() => (window as unknown as GmailWindow).__sent.length > 0);

it('row 7: a suggested reply only fills a draft; its Send is held and released once', async () => {
  await page.evaluate(
    ([words, to]) => (window as unknown as GmailWindow).offerReply(words ?? '', to ?? ''),
    [UNFINISHED, ...ANA],
  );
  await page.locator('.suggested').click();
  await bodyOf(page).waitFor();
  await quiet();
  expect(await shownWarning(page)).toBeUndefined();
  await sendOf(page).click();
  const warning = await warningOf(page);
  expect(await sent(page)).toHaveLength(0);
  await sendAnyway(warning);
  await left();
  await quiet();
  expect((await sent(page)).map(({ text }) => text)).toEqual([UNFINISHED]);
});

it('row 14: in confidential mode Send is the same, held and released once', async () => {
  await compose(page, { to: ANA, subject: 'News', body: UNFINISHED, confidential: true });
  await sendOf(page).click();
  const warning = await warningOf(page);
  expect(await sent(page)).toHaveLength(0);
  await sendAnyway(warning);
  await left();
  await quiet();
  expect(await sent(page)).toHaveLength(1);
});

it('row 15: "Send all" of a mail merge goes with the release, once', async () => {
  await compose(page, { sheets: ['Wartawan ekonomi'], subject: 'News', body: UNFINISHED });
  await sendOf(page).click();
  await sendAnyway(await warningOf(page));
  await page.getByRole('button', { name: 'Send all' }).dblclick({ noWaitAfter: true });
  await left();
  await quiet();
  expect((await sent(page)).map(({ to, how }) => ({ to, all: how.endsWith('all') }))).toEqual([
    { to: ['Wartawan ekonomi'], all: true },
  ]);
  expect(await shownWarning(page)).toBeUndefined();
});

it('row 15: "Send all" is a send of its own when the words were changed under it', async () => {
  await compose(page, { sheets: ['Wartawan ekonomi'], subject: 'News', body: 'All is said.' });
  await page.waitForTimeout(700);
  await sendOf(page).click();
  await page.getByRole('button', { name: 'Send all' }).waitFor();
  await bodyOf(page).evaluate((body, words) => {
    body.textContent = words;
    body.dispatchEvent(new Event('input', { bubbles: true }));
  }, UNFINISHED);
  await page.getByRole('button', { name: 'Send all' }).click({ noWaitAfter: true });
  await backToText(await warningOf(page));
  expect(await sent(page)).toHaveLength(0);
});

it('a dialog of the page that follows no send is not taken for one', async () => {
  await compose(page, { to: ANA, subject: 'News', body: UNFINISHED });
  await sendOf(page).click();
  await backToText(await warningOf(page));
  await bodyOf(page).click();
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.setAttribute('role', 'dialog');
    const insert = document.createElement('button');
    insert.textContent = 'Insert';
    insert.addEventListener('click', () => box.remove());
    box.append(insert);
    document.body.append(box);
  });
  await page.getByRole('button', { name: 'Insert' }).click();
  await quiet();
  expect(await shownWarning(page)).toBeUndefined();
  expect(await page.getByRole('button', { name: 'Insert' }).count()).toBe(0);
});

it('a clear message is judged anew when its account changed after the verdict', async () => {
  await compose(page, { to: ANA, subject: 'News', body: 'All is said.' });
  await judged(page);
  // The account menu writes into a hidden field, and tells nobody.
  await page.evaluate(() => {
    for (const from of document.querySelectorAll<HTMLInputElement>('input[name="from"]'))
      from.value = 'me@lain.example';
    (window as unknown as GmailWindow).__seen.splice(0);
  });
  await sendOf(page).click({ noWaitAfter: true });
  await left();
  await quiet();
  // Stopped, asked for again, and then pressed for the user: its own press never came to the page.
  const seen = await page.evaluate(() => (window as unknown as GmailWindow).__seen);
  expect(seen.filter(({ type }) => type === 'mouseup').map(({ trusted }) => trusted)).toEqual([false]);
  expect(await sent(page)).toHaveLength(1);
});
