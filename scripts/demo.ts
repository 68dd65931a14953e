// Opens a browser with Izin on its practice mailbox, with the sample ledger taken. Without a display it plays the story
// itself: every ready message is sent, held, mended and sent again; what was said is printed, pictures lie in shots/.
import { mkdirSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { launchIzin } from '../tests/e2e/support/chromium.ts';

const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const FOLDER = 'shots';
const izin = await launchIzin({ headed: display });

await takeSample(await izin.context.newPage());
const page = await izin.context.newPage();
await page.goto(izin.url('practice.html'));
await page.locator('[data-ready]').first().waitFor();

if (display) {
  console.log('Izin is open on its practice mailbox. Choose a ready mistake and press Send; close the window to end.');
  await new Promise<void>((resolve) => izin.context.on('close', () => resolve()));
} else {
  mkdirSync(FOLDER, { recursive: true });
  const ids = await page
    .locator('[data-ready]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-ready') ?? ''));
  for (const id of ids) await play(page, id);
  console.log(`\nThe pictures are in ${FOLDER}/. With a display, the same mailbox opens for you to try.`);
  await izin.close();
}

/** As a newcomer does: the three steps of the welcome, and the sample at the end. */
async function takeSample(welcome: Page): Promise<void> {
  await welcome.goto(izin.url('welcome.html'));
  for (const step of [2, 3]) await welcome.getByRole('button', { name: 'Next' }).click({ timeout: 10_000 * step });
  await welcome.getByRole('button', { name: /sample/i }).click();
  await welcome.waitForTimeout(500);
}

async function play(mailbox: Page, id: string): Promise<void> {
  const ready = mailbox.locator(`[data-ready="${id}"]`);
  const before = await mailbox.locator('.sent > li').count();
  console.log(`\n${(await ready.locator('strong').textContent()) ?? id}`);
  await ready.click();
  const kind = (await mailbox.locator('[data-practice="chat"] textarea').inputValue()) === '' ? 'mail' : 'chat';
  await mailbox.locator(`[data-practice="${kind}"] [data-send]`).click();
  const warning = await heldOrSent(mailbox, before);
  if (!warning) return console.log('  went at once');
  await warning.locator('.finding').first().waitFor();
  const said = await warning.locator('.finding h2 > span[dir], .finding .evidence').allInnerTexts();
  for (const text of said.filter((each) => each.trim() !== '')) console.log(`  ${text}`);
  await mailbox.screenshot({ path: `${FOLDER}/start-${id}-held.png` });
  const fix = warning.locator('.finding .button-safe').first();
  if ((await fix.count()) > 0) {
    console.log(`  → ${await fix.innerText()}`);
    await fix.click();
    await mailbox.waitForTimeout(600);
    await mailbox.screenshot({ path: `${FOLDER}/start-${id}-mended.png` });
  }
  const now = warning.getByRole('button', { name: /Send now/ });
  if (!warning.isDetached() && (await now.count()) > 0) {
    await now.click({ noWaitAfter: true });
    await mailbox.locator('.sent > li').nth(before).waitFor();
    console.log('  sent, mended');
    return mailbox.screenshot({ path: `${FOLDER}/start-${id}-sent.png` }).then(() => undefined);
  }
  console.log('  stays held until you mend it');
  if (!warning.isDetached())
    await warning.getByRole('button', { name: /Back to the text/ }).click({ noWaitAfter: true });
  await mailbox.locator('iframe').waitFor({ state: 'hidden' });
}

/** The frame of the warning, or nothing when the message went. */
async function heldOrSent(mailbox: Page, before: number): Promise<Frame | undefined> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await mailbox.locator('.sent > li').count()) > before) return undefined;
    const frame = mailbox.frames().find((each) => each.url().includes('warning.html'));
    if (frame && (await frame.locator('.finding').count()) > 0) return frame;
    await mailbox.waitForTimeout(100);
  }
  throw new Error('Neither sent nor held within ten seconds.');
}
