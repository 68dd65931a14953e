import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import whatsapp from '../surfaces/cases/whatsapp.case.ts';
import { siteOf } from '../surfaces/support/pages.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { chooseRecord, selectLetter } from './support/evidence.ts';
import { compose, openGmail } from './support/gmail-page.ts';
import { takeSamplePeople } from './support/panel.ts';
import { sealOf } from './support/seal.ts';

const GMAIL = 'https://mail.google.com/*';
const AYU = 'ayu@kabarnusantara.example';
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

let izin: Izin;
let gmail: Page;
beforeAll(async () => {
  izin = await launchIzin();
  await takeSamplePeople(izin);
  gmail = await openGmail(izin.context);
  gmail.setDefaultTimeout(20_000);
});
afterAll(() => izin?.close());

const said = (page: Page, words: string | RegExp) =>
  expect.poll(() => page.locator('body').innerText(), { timeout: 20_000 }).toMatch(words);

/** What the ledger really holds, as its own receipt tells it. */
async function receiptOf(name: string): Promise<string> {
  const page = await izin.context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(izin.url('ledger.html#/people'));
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await page.waitForURL(/#\/people\/[\w-]+/);
  await page.goto(`${page.url()}/receipt`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /data/i }).last().click();
  const text = readFileSync(await (await saving).path(), 'utf8');
  await page.close();
  return text;
}

describe('a letter in Gmail', () => {
  const WORDS = `Ya, silakan kirim rilis lewat surel ini. ${'Kami senang membacanya. '.repeat(20)}`.trim();

  it('is recorded as consent of its sender by the menu and one button, and the ledger holds excerpt and hash', async () => {
    await selectLetter(gmail, { from: 'wulan@media.example', name: 'Wulan Sari', text: WORDS });
    const panel = await chooseRecord(izin, GMAIL, WORDS);
    await said(panel, /What they wrote.*Wulan Sari.*wulan@media\.example · not in your ledger yet/s);
    await panel.getByRole('button', { name: 'Record consent' }).click();
    await said(panel, /Recorded: Wulan Sari agreed to press pitch by e-mail\./);
    const receipt = await receiptOf('Wulan Sari');
    expect(receipt).toContain(sha256(WORDS));
    expect(receipt).toContain('Ya, silakan kirim rilis lewat surel ini.');
    expect(receipt).not.toContain(WORDS);
    await panel.close();
  });

  it('with opt-out words proposes that, holds drafts from then on, and is undone for a moment', async () => {
    const words = 'Mohon maaf, tolong jangan kirim lagi ke alamat ini.';
    await gmail.bringToFront();
    await selectLetter(gmail, { from: AYU, name: 'Ayu Pertiwi', text: words });
    const panel = await chooseRecord(izin, GMAIL, words);
    await said(panel, /Ayu Pertiwi.*agreed.*Kabar Nusantara/s);
    await said(panel, /asks for no more messages/);
    const first = panel.locator('.said .actions button').first();
    await expect.poll(() => first.innerText()).toBe('Record opt-out');
    await first.click();
    await said(panel, /Recorded: Ayu Pertiwi does not want this/);
    await gmail.bringToFront();
    await compose(gmail, { to: [AYU], subject: 'Undangan', body: 'Halo' });
    await expect.poll(() => sealOf(gmail), { timeout: 20_000 }).toBe('held');
    await panel.bringToFront();
    await panel.getByRole('button', { name: 'Undo' }).click();
    await said(panel, /Undone\./);
    await gmail.bringToFront();
    await expect.poll(() => sealOf(gmail), { timeout: 20_000 }).toBe('clear');
    await panel.close();
  });

  it('that is answered and asks for no more messages offers to record that', async () => {
    const quoted = 'On 3 Nov 2026, Galih <galih@wartapesisir.example> wrote:\nTolong jangan kirim lagi.';
    await gmail.bringToFront();
    await compose(gmail, { to: ['galih@wartapesisir.example'], subject: 'Re: Rilis', body: 'Baik, Pak.', quoted });
    const panel = await izin.context.newPage();
    panel.setDefaultTimeout(20_000);
    await panel.goto(izin.url('sidepanel.html'));
    await said(panel, /They wrote “Tolong jangan kirim lagi”\. Record as opt-out\?.*Galih Permana/s);
    await panel.getByRole('button', { name: 'Record opt-out' }).click();
    await said(panel, /Recorded: Galih Permana does not want this/);
    await expect.poll(() => panel.locator('body').innerText()).not.toContain('Record as opt-out?');
    await panel.close();
  });

  it('with nothing selected is told kindly', async () => {
    await gmail.evaluate(() => getSelection()?.removeAllRanges());
    const panel = await chooseRecord(izin, GMAIL, '');
    await said(panel, /No words are selected\. Select what they wrote/);
    await panel.close();
  });
});

describe('a chat', () => {
  it('is recorded for whom the chat shows', async () => {
    const site = siteOf(whatsapp);
    await izin.context.route(`${site.url}**`, (route) => {
      const answer = site.answer(route.request().url());
      return answer ? route.fulfill(answer) : route.abort();
    });
    const chat = await izin.context.newPage();
    chat.setDefaultTimeout(20_000);
    await chat.goto(site.url);
    await chat.evaluate(() => (window as unknown as { site: { open(id: string): void } }).site.open('rani'));
    await chat.locator('footer [contenteditable]').click();
    await chat.keyboard.type('Pagi');
    const words = 'jangan hubungi saya lagi';
    await chat.evaluate((text) => {
      const row = document.createElement('div');
      row.setAttribute('role', 'row');
      const bubble = document.createElement('div');
      bubble.setAttribute('data-pre-plain-text', '[10.14, 22/11/2026] Rani Kusuma: ');
      bubble.textContent = text;
      row.append(bubble);
      (document.querySelector('#main') ?? document.body).append(row);
      getSelection()?.selectAllChildren(bubble);
    }, words);
    const panel = await chooseRecord(izin, `${site.url}*`, words);
    await said(panel, /What they wrote.*Rani Kusuma.*chat titled “Rani Kusuma” on WhatsApp/s);
    await panel.getByRole('button', { name: 'Record opt-out' }).click();
    await said(panel, /Recorded: Rani Kusuma does not want this/);
    await said(panel, /Rani Kusuma.*do not contact/s);
    await panel.close();
  });
});
