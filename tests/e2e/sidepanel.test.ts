import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { compose, openGmail, sendOf, sent, warningOf } from './support/gmail-page.ts';
import { type Beside, openBeside, takeSamplePeople } from './support/panel.ts';
import { sealOf } from './support/seal.ts';

/** Of the sample: one agreed, one asked not to be written to. */
const AYU = 'ayu@kabarnusantara.example';
const BIMA = 'bima@wartapesisir.example';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let izin: Izin;
let gmail: Page;
let panel: Beside;
beforeAll(async () => {
  izin = await launchIzin();
  await takeSamplePeople(izin);
  gmail = await openGmail(izin.context);
  gmail.setDefaultTimeout(20_000);
  panel = await openBeside(izin, gmail);
});
afterAll(() => izin?.close());

const says = (words: string | RegExp) => expect.poll(() => panel.text(), { timeout: 20_000 }).toMatch(words);

it('the browser’s own panel stands beside the page and teaches until a message has the focus', async () => {
  await says(/Click into a message/);
});

it('it shows who the message in focus goes to, worst first, and who can see whom', async () => {
  await compose(gmail, { to: [AYU, 'baru@media.example'], cc: [BIMA], subject: 'Undangan', body: 'Halo' });
  await says(/Bima Adiguna.*do not contact.*baru@media\.example.*not in your ledger.*Ayu Pertiwi.*agreed/s);
  await says(/Visible to 3 people in 3 organisations/);
  await says(/Purpose: press pitch/);
});

it('it follows from composer to composer, and from tab to tab', async () => {
  await compose(gmail, { to: [AYU], subject: 'Kedua', body: 'Halo' });
  await says(/Ayu Pertiwi/);
  await expect.poll(() => panel.text()).not.toContain('Bima Adiguna');
  const other = await openGmail(izin.context);
  await says(/Click into a message/);
  await compose(other, { to: [BIMA], subject: 'Lain', body: 'Halo' });
  await says(/Bima Adiguna/);
  await gmail.bringToFront();
  await says(/Ayu Pertiwi/);
  await other.close();
  await says(/Ayu Pertiwi/);
});

it('an opt-out that is recorded beside an open draft holds it, without a key pressed in it', async () => {
  await expect.poll(() => sealOf(gmail), { timeout: 20_000 }).toBe('clear');
  await panel.press('[data-record="stop"]');
  await says(/Ayu Pertiwi does not want this/);
  await panel.press('form .button', 'Hold these messages');
  await says(/do not contact/);
  await expect.poll(() => sealOf(gmail), { timeout: 20_000 }).toBe('held');
  await sendOf(gmail).click();
  const warning = await warningOf(gmail);
  await expect
    .poll(() => warning.locator('body').innerText())
    .toContain('Ayu Pertiwi (Kabar Nusantara) has asked not to get this');
  await gmail.keyboard.press('Escape');
  expect(await sent(gmail)).toEqual([]);
});

it.each(['en', 'id'])('its page has no fault for assistive technology, drawn at 320 pixels (%s)', async (language) => {
  const worker = await izin.worker();
  await worker.evaluate(
    (to) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
      ).chrome.storage.local.set({ language: to }),
    language,
  );
  const page = await izin.context.newPage();
  await page.setViewportSize({ width: 320, height: 720 });
  await page.goto(izin.url('sidepanel.html'));
  // Beside no page, it shows the tab that was in front before.
  await page.getByText('Ayu Pertiwi').first().waitFor();
  await page.locator('[data-record="given"]').first().click();
  await page.evaluate(AXE);
  const faults = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(faults).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.close();
});
