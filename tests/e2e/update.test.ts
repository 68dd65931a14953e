import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedLedger } from '../real/support/seed.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { bodyOf, compose, openGmail, sendOf, sent, shownWarning, warningOf } from './support/gmail-page.ts';
import { openDialogs } from './support/open-dialogs.ts';
import { judged } from './support/seal.ts';
import { allowReload, switchOff, update } from './support/update.ts';
import { press, sendAnyway, sendNow } from './support/warning.ts';

const ANA = 'ana@harian.example';
const STOPPED = 'sari@tabloid.example';
const UNFINISHED = 'Dear [name], here is our news.';

let izin: Izin;
let page: Page;
const ofOld = (): Promise<boolean> =>
  page.evaluate(() => [...document.documentElement.children].some((each) => 'ofOld' in each));
/** Until the new guard has put away what the old one had in the page. */
async function updated(): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.documentElement.children)
      if (each !== document.head && each !== document.body) Object.assign(each, { ofOld: true });
  });
  await update(izin);
  await expect.poll(ofOld, { timeout: 20_000 }).toBe(false);
  await page.waitForTimeout(400);
}
async function start(): Promise<void> {
  izin = await launchIzin();
  const ledger = await izin.context.newPage();
  await ledger.goto(izin.url('ledger.html'));
  await seedLedger(ledger, [{ name: 'Sari Puspita', email: STOPPED, says: 'stopped' }]);
  await ledger.close();
  page = await openGmail(izin.context);
  page.setDefaultTimeout(20_000);
}
async function hasSentOnce(): Promise<void> {
  await page.waitForFunction(() => (window as unknown as { __sent: unknown[] }).__sent.length > 0);
  await page.waitForTimeout(300);
  expect(await sent(page)).toHaveLength(1);
  expect(await openDialogs(page)).toBe(0);
}

describe('an update under an open Gmail page', () => {
  beforeAll(async () => {
    await start();
    await allowReload(izin);
    await page.bringToFront();
  });
  afterAll(() => izin?.close());
  beforeEach(() => page.reload());

  it('the new guard holds what the old one had read, with one warning, and lets it go once', async () => {
    await compose(page, { to: [ANA], subject: 'News', body: UNFINISHED });
    await judged(page, 'held');
    await updated();
    await sendOf(page).dblclick({ noWaitAfter: true });
    const warning = await warningOf(page);
    await expect.poll(() => warning.locator('body').innerText()).toContain('[name]');
    expect(await openDialogs(page)).toBe(1);
    expect(await sent(page)).toHaveLength(0);
    await sendAnyway(warning);
    await hasSentOnce();
  });

  it('the new guard knows the ledger, mends the message and lets it go once', async () => {
    await compose(page, { to: [ANA], bcc: [STOPPED], subject: 'News', body: 'All is said.' });
    await judged(page, 'held');
    await updated();
    await bodyOf(page).focus();
    await page.keyboard.press('Control+Enter');
    const warning = await warningOf(page);
    expect(await sent(page)).toHaveLength(0);
    await press(warning, /^Remove/);
    await sendNow(warning);
    await hasSentOnce();
    expect(await sent(page)).toMatchObject([{ to: [ANA], bcc: [] }]);
  });

  it('a warning of the old guard lets nothing go any more; the new one asks anew', async () => {
    await compose(page, { to: [ANA], subject: 'News', body: UNFINISHED });
    await sendOf(page).click();
    const old = await warningOf(page);
    await updated();
    if ((await shownWarning(page)) === old) await press(old, 'Send anyway');
    await page.waitForTimeout(300);
    expect(await sent(page)).toHaveLength(0);
    await page.keyboard.press('Escape');
    expect(await openDialogs(page)).toBe(0);
    await bodyOf(page).focus();
    await page.keyboard.press('Control+Enter');
    const warning = await warningOf(page);
    expect(await openDialogs(page)).toBe(1);
    await sendAnyway(warning);
    await hasSentOnce();
  });

  it('nothing slips and nothing doubles while one guard follows the other', async () => {
    await compose(page, { to: [ANA], subject: 'News', body: UNFINISHED });
    const came = updated();
    for (let time = 0; time < 10; time += 1) {
      await page.keyboard.press('Control+Enter');
      await page.waitForTimeout(50);
    }
    await came;
    await sendOf(page).evaluate((send) => (send as HTMLElement).click());
    await page.waitForTimeout(300);
    expect(await sent(page)).toHaveLength(0);
    expect(await openDialogs(page)).toBe(1);
  });

  it('a message that nothing holds still goes, once', async () => {
    await compose(page, { to: [ANA], subject: 'News', body: 'All is said.' });
    await judged(page);
    await updated();
    await sendOf(page).dblclick({ noWaitAfter: true });
    await hasSentOnce();
  });
});

describe('a page whose extension went and no newer one came', () => {
  beforeAll(start);
  afterAll(() => izin?.close());

  it('lets nothing go that was held, and says to load the page anew', async () => {
    await compose(page, { to: [ANA], subject: 'News', body: UNFINISHED });
    await judged(page, 'held');
    await switchOff(izin);
    await page.waitForTimeout(500);
    await page.bringToFront();
    await sendOf(page).click();
    await page.waitForTimeout(500);
    expect(await sent(page)).toHaveLength(0);
    expect(await openDialogs(page)).toBe(1);
    const cdp = await izin.context.newCDPSession(page);
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    expect(nodes.map((node) => String(node.name?.value ?? '')).join('\n')).toContain('reload the page');
  });
});
