import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { seedLedger } from '../real/support/seed.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { compose, sendOf, sent, serveGmail, shownWarning, warningOf } from './support/gmail-page.ts';
import { attack, bePrepared, frameWarning, removeOurs } from './support/hostile-page.ts';
import { sendAnyway } from './support/warning.ts';

const NAME = 'Sari Puspita';
const STOPPED = 'sari@tabloid.example';
/** Words of the ledger, of a verdict and of our own messages that a page could only have from us. */
const OURS = /Sari|Puspita|Held before|anyway|asked us|opted|unfilled|\bT[234]\b|"verdict"|"findings"|"secret"/;

let izin: Izin;
let page: Page;
beforeAll(async () => {
  izin = await launchIzin();
  const ledger = await izin.context.newPage();
  await ledger.goto(izin.url('ledger.html'));
  await seedLedger(ledger, [{ name: NAME, email: STOPPED, says: 'stopped' }]);
  await ledger.close();
  await serveGmail(izin.context);
});
afterAll(() => izin?.close());
beforeEach(async () => {
  page = await izin.context.newPage();
  page.setDefaultTimeout(20_000);
  await page.addInitScript(bePrepared);
  await page.bringToFront();
  await page.goto('https://mail.google.com/mail/u/0/');
});
afterEach(() => page.close());

const count = async (): Promise<number> => (await sent(page)).length;
const peace = (): Promise<void> => page.evaluate(() => void Object.assign(window, { __peace: true }));
async function write(to: string): Promise<void> {
  await compose(page, { to: [to], subject: 'News', body: 'Dear [name], our news.' });
  await page.waitForTimeout(500);
}

it('events that the page makes up let nothing through and close no warning', async () => {
  await write(STOPPED);
  await sendOf(page).click();
  const warning = await warningOf(page);
  await expect.poll(() => warning.locator('body').innerText()).toContain(NAME);
  await page.evaluate(attack);
  await page.waitForTimeout(1_500);
  expect(await count()).toBe(0);
  expect(await shownWarning(page)).toBe(warning);
});

it('the user’s own release lets one message go, whatever the page presses before, meanwhile and after', async () => {
  await write('ana@harian.example');
  await page.evaluate(attack);
  const warning = await warningOf(page);
  expect(await count()).toBe(0);
  await sendAnyway(warning);
  await expect.poll(count).toBe(1);
  await page.waitForTimeout(700);
  expect(await count()).toBe(1);
});

it('a page that takes the warning away again and again sends nothing by it, and the next press is held anew', async () => {
  await write('ana@harian.example');
  await page.evaluate(`(() => { const remove = ${removeOurs}; const round = () => {
    if (window.__peace) return;
    window.__removed = (window.__removed ?? 0) + remove();
    document.querySelector('.dC > [role="button"]').click();
    setTimeout(round, 15);
  }; round(); })()`);
  await expect.poll(() => page.evaluate(() => Reflect.get(window, '__removed'))).toBeGreaterThan(5);
  await peace();
  expect(await count()).toBe(0);
  await sendOf(page).evaluate((send) => (send as HTMLElement).click());
  await sendAnyway(await warningOf(page));
  await expect.poll(count).toBe(1);
});

it('a page that replaced its own built-ins hears nothing of ours and holds no key to the inside', async () => {
  await write(STOPPED);
  await sendOf(page).click();
  await warningOf(page);
  await page.waitForTimeout(300);
  await peace();
  const stolen = await page.evaluate(() => String(Reflect.get(window, '__stolen').join('\n')));
  // It does hear what its own code does.
  expect(stolen).toContain('click');
  expect(stolen).not.toContain('attachShadow');
  expect(OURS.exec(stolen)?.[0]).toBeUndefined();
  const open = await page.evaluate(() => [...document.querySelectorAll('*')].filter((each) => each.shadowRoot).length);
  expect(open).toBe(0);
});

it('a page that frames the warning learns nothing: not by our id, not by an address of today, not with an empty secret', async () => {
  await izin.context.route('https://nosy.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>nosy</title>' }),
  );
  const worker = await izin.worker();
  const today = await worker.evaluate(() =>
    (globalThis as unknown as { chrome: { runtime: { getURL(path: string): string } } }).chrome.runtime.getURL(
      'warning.html',
    ),
  );
  const nosy = await izin.context.newPage();
  await nosy.goto('https://nosy.example/');
  for (const src of [izin.url('warning.html'), today])
    for (const secret of ['', '0123456789abcdef0123456789abcdef']) {
      const heard = await nosy.evaluate(frameWarning, { src, secret, to: STOPPED });
      expect(heard).not.toContain(NAME);
      const shown = await Promise.all(
        nosy.frames().map((frame) =>
          frame
            .locator('body')
            .innerText()
            .catch(() => ''),
        ),
      );
      expect(shown.join('\n')).not.toContain(NAME);
    }
  await nosy.close();
});
