import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedLedger } from '../real/support/seed.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { type ComposeOptions, compose, openGmail, sendOf, sent, warningOf } from './support/gmail-page.ts';
import { press, sendNow } from './support/warning.ts';

const SEVEN = ['harian', 'kabar', 'warta', 'suara', 'lintas', 'pos', 'media'].map(
  (outlet) => `redaksi@${outlet}.example`,
);
const STOPPED = 'sari@tabloid.example';

let izin: Izin;
let page: Page;
beforeAll(async () => {
  izin = await launchIzin();
  const ledger = await izin.context.newPage();
  await ledger.goto(izin.url('ledger.html'));
  await seedLedger(ledger, [
    ...SEVEN.map((email, at) => ({ name: `Reporter ${at}`, email, says: 'given' as const })),
    { name: 'Sari Puspita', email: STOPPED, says: 'stopped' },
  ]);
  await ledger.close();
  page = await openGmail(izin.context);
  page.setDefaultTimeout(20_000);
});
afterAll(() => izin?.close());
beforeEach(() => page.reload());

const LAYOUTS: readonly (readonly [string, ComposeOptions])[] = [
  ['docked', {}],
  ['classic', { layout: 'classic' }],
  ['inline', { layout: 'inline' }],
];

describe.each(LAYOUTS)('in the %s compose', (_, options) => {
  it('seven journalists in To are held, moved to Bcc, and the message leaves once', async () => {
    await compose(page, { ...options, to: SEVEN, subject: 'Undangan', body: 'Kami mengundang Anda.' });
    await sendOf(page).click();
    const warning = await warningOf(page);
    expect(await sent(page)).toHaveLength(0);
    await press(warning, /Bcc/);
    await sendNow(warning);
    await page.waitForFunction(() => (window as unknown as { __sent: unknown[] }).__sent.length > 0);
    await page.waitForTimeout(100);
    expect((await sent(page)).map(({ to, cc, bcc }) => ({ to, cc, bcc: [...bcc].sort() }))).toEqual([
      { to: [], cc: [], bcc: [...SEVEN].sort() },
    ]);
  });

  it('somebody who asked to stop is held in Bcc, taken out, and the rest goes once', async () => {
    await compose(page, {
      ...options,
      to: [SEVEN[0] ?? ''],
      bcc: [STOPPED],
      subject: 'Undangan',
      body: 'Kami mengundang Anda.',
    });
    await sendOf(page).click();
    const warning = await warningOf(page);
    expect(await sent(page)).toHaveLength(0);
    await press(warning, /^Remove/);
    await sendNow(warning);
    await page.waitForFunction(() => (window as unknown as { __sent: unknown[] }).__sent.length > 0);
    await page.waitForTimeout(100);
    expect((await sent(page)).map(({ to, cc, bcc }) => ({ to, cc, bcc }))).toEqual([
      { to: [SEVEN[0]], cc: [], bcc: [] },
    ]);
  });
});

it('"Go to it" closes the warning and selects the words', async () => {
  await compose(page, { to: [SEVEN[0] ?? ''], subject: 'Undangan', body: 'Halo\nDear [name], ini kabar kami.' });
  await sendOf(page).click();
  await press(await warningOf(page), 'Go to it');
  await page.waitForFunction(() => getSelection()?.toString() === '[name]');
  await page.keyboard.type('Sari');
  await expect.poll(() => page.locator('.editable').innerText()).toBe('Halo\nDear Sari, ini kabar kami.');
});
