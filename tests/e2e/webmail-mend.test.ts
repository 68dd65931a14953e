import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedLedger } from '../real/support/seed.ts';
import { siteOf } from '../surfaces/support/pages.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { warningOf } from './support/gmail-page.ts';
import { press, sendNow } from './support/warning.ts';

const SEVEN = ['harian', 'kabar', 'warta', 'suara', 'lintas', 'pos', 'media'].map(
  (outlet) => `redaksi@${outlet}.example`,
);

interface SiteWindow {
  readonly site: {
    readonly sent: readonly { readonly to: readonly string[] }[];
    readonly bcc?: readonly string[];
    open(letter: string): void;
  };
}

let izin: Izin;
beforeAll(async () => {
  izin = await launchIzin();
  const ledger = await izin.context.newPage();
  await ledger.goto(izin.url('ledger.html'));
  await seedLedger(
    ledger,
    SEVEN.map((email, at) => ({ name: `Reporter ${at}`, email, says: 'given' as const })),
  );
  await ledger.close();
});
afterAll(() => izin?.close());

async function open(url: string): Promise<Page> {
  const { answer } = siteOf({ surface: 'mail', url, page: 'mail', boxes: [] });
  await izin.context.route(`${new URL(url).origin}/**`, (route) => {
    const given = answer(route.request().url());
    return given ? route.fulfill(given) : route.abort();
  });
  const page = await izin.context.newPage();
  await page.bringToFront();
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  await page.evaluate(() => (window as unknown as SiteWindow).site.open('seven'));
  return page;
}

describe.each([
  ['Outlook', 'https://outlook.live.com/mail/0/', '[aria-label="To"]', '.body', '[id$="__primaryActionButton"]'],
  [
    'Outlook at an office',
    'https://outlook.office.com/mail/',
    '[aria-label="To"]',
    '.body',
    '[id$="__primaryActionButton"]',
  ],
  ['Proton Mail', 'https://mail.proton.me/u/0/', '[data-testid="composer:to"]', 'iframe', '.composer-send-button'],
])('in %s', (_, url, to, editor, send) => {
  it('seven people in To are held, moved to Bcc, and the letter leaves once', async () => {
    const page = await open(url);
    // As a new letter opens: with the caret in To, where all fields are to be seen.
    await page.locator(to).focus();
    await page.waitForTimeout(500);
    const text = editor === 'iframe' ? page.frameLocator('iframe').locator('#rooster-editor') : page.locator(editor);
    await text.click();
    await page.keyboard.type('Kami mengundang Anda.');
    await page.locator(send).click();
    const warning = await warningOf(page);
    await press(warning, /Bcc/);
    await sendNow(warning);
    await page.waitForFunction(() => (window as unknown as SiteWindow).site.sent.length > 0);
    await page.waitForTimeout(200);
    const { sent, bcc } = await page.evaluate(() => {
      const { site } = window as unknown as SiteWindow;
      return { sent: site.sent, bcc: site.bcc };
    });
    expect(sent).toHaveLength(1);
    expect([...(bcc ?? [])].sort()).toEqual([...SEVEN].sort());
    expect([...(sent[0]?.to ?? [])].sort()).toEqual([...SEVEN].sort());
    await page.close();
  });
});
