import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { compose, openGmail, sendOf, sent } from './support/gmail-page.ts';
import { type Beside, openBeside, takeSamplePeople } from './support/panel.ts';

/** Of the sample: his consent ran out. */
const YUSUF = 'yusuf@radiosamudra.example';

let izin: Izin;
let gmail: Page;
let panel: Beside;
beforeAll(async () => {
  izin = await launchIzin();
  await takeSamplePeople(izin);
  gmail = await openGmail(izin.context);
  gmail.setDefaultTimeout(20_000);
});
afterAll(() => izin?.close());

const says = (words: string | RegExp) => expect.poll(() => panel.text(), { timeout: 20_000 }).toMatch(words);

it('who asks is settled once, in the panel itself', async () => {
  const page = await izin.context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(izin.url('sidepanel.html'));
  await page.getByLabel('May I write to …?').fill('yusuf');
  await page.getByRole('button', { name: 'Ask for consent…' }).click();
  await page.getByLabel('Organisation').fill('Humas Contoh');
  await page.getByLabel('E-mail for questions about data').fill('data@humas.example');
  await page.getByRole('button', { name: 'Keep and go on' }).click();
  await expect
    .poll(() => page.getByLabel('The message', { exact: true }).inputValue())
    .toContain('Humas Contoh ingin menulis');
  await page.close();
});

it('the request is put into the message, and asks nobody until it is seen to leave', async () => {
  await gmail.bringToFront();
  panel = await openBeside(izin, gmail);
  await compose(gmail, { to: [YUSUF], subject: 'Izin', body: 'Salam dari kami.' });
  await says(/Yusuf Hidayat.*expired/s);
  await panel.press('[data-record="ask"]');
  await says(/Put into the message/);
  await panel.press('.ask-form button', 'Put into the message');
  await says(/counts as asked once Izin sees it leave/);
  const body = (): Promise<string> => gmail.locator('.editable').last().innerText();
  await expect.poll(body).toContain('Jenis data dan relevansinya');
  await expect.poll(body).toContain('Salam dari kami.');
  await says(/expired/);
});

it('once it has left they count as asked, and a second request is explained with its date', async () => {
  await sendOf(gmail).click();
  await expect.poll(async () => (await sent(gmail)).length, { timeout: 20_000 }).toBe(1);
  await compose(gmail, { to: [YUSUF], subject: 'Kedua', body: 'Halo' });
  await says(/Yusuf Hidayat.*asked/s);
  await panel.press('[data-record="ask"]');
  await says(/They were asked on .* A reminder is in order from/);
});
