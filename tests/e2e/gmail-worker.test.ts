import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { bodyOf, compose, openGmail, sendOf, sent, warningOf } from './support/gmail-page.ts';
import { judged } from './support/seal.ts';

const ANA = ['ana@harian.example'];
let izin: Izin;
let page: Page;
beforeAll(async () => {
  izin = await launchIzin();
  page = await openGmail(izin.context);
  page.setDefaultTimeout(20_000);
});
afterAll(() => izin?.close());
beforeEach(() => page.reload());

/** What the browser itself does with a service worker that has nothing to do. */
async function killWorker(): Promise<void> {
  const browser = await izin.context.browser()?.newBrowserCDPSession();
  const cdp = browser ?? (await izin.context.newCDPSession(page));
  const { targetInfos } = await cdp.send('Target.getTargets');
  const workers = targetInfos.filter((each) => each.type === 'service_worker');
  expect(workers).toHaveLength(1);
  for (const { targetId } of workers) await cdp.send('Target.closeTarget', { targetId });
}

it('a message that holds is held by a worker that was stopped while it was written', async () => {
  await compose(page, { to: ANA, subject: 'News', body: 'All is said.' });
  await judged(page);
  await killWorker();
  await bodyOf(page).press('Control+End');
  await page.keyboard.insertText(' Dear [name].');
  await page.keyboard.press('Control+Enter');
  const warning = await warningOf(page);
  await expect.poll(() => warning.locator('body').innerText()).toContain('[name]');
  expect(await sent(page)).toHaveLength(0);
});

it('a clear message goes at once though the worker was stopped', async () => {
  await compose(page, { to: ANA, subject: 'News', body: 'All is said.' });
  await judged(page);
  await killWorker();
  await sendOf(page).click();
  expect(await sent(page)).toHaveLength(1);
});

it('a message that was not judged yet waits for the worker to wake, and leaves once', async () => {
  await compose(page, { to: ANA, subject: 'News', body: 'All is said.' });
  await judged(page);
  await killWorker();
  await bodyOf(page).press('Control+End');
  await page.keyboard.insertText(' Now really.');
  await sendOf(page).dblclick({ noWaitAfter: true });
  await page.waitForFunction(() => (window as unknown as { __sent: unknown[] }).__sent.length > 0);
  await page.waitForTimeout(300);
  expect(await sent(page)).toHaveLength(1);
});

it('a page whose extension was loaded anew holds, and says to reload the page', async () => {
  await compose(page, { to: ANA, subject: 'News', body: 'All is said.' });
  await judged(page);
  const worker = await izin.worker();
  await worker
    .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
    .catch(() => {});
  await page.waitForTimeout(1_500);
  await page.bringToFront();
  await bodyOf(page).press('Control+End');
  await page.keyboard.insertText(' More.');
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(700);
  expect(await sent(page)).toHaveLength(0);
  const cdp = await izin.context.newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  expect(nodes.map((node) => String(node.name?.value ?? '')).join('\n')).toContain('reload the page');
});
