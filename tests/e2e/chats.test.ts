import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import whatsapp from '../surfaces/cases/whatsapp.case.ts';
import { siteOf } from '../surfaces/support/pages.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { warningOf } from './support/gmail-page.ts';
import { takeSamplePeople } from './support/panel.ts';
import { press, pressUntilGone } from './support/warning.ts';

/** A chat that shows a name and nothing else, at WhatsApp's address. */
const TITLE = 'Rani Kusuma';
const EDITOR = 'footer [contenteditable]';

let izin: Izin;
let chat: Page;
let panel: Page;
beforeAll(async () => {
  izin = await launchIzin();
  await takeSamplePeople(izin);
  const site = siteOf(whatsapp);
  await izin.context.route(`${site.url}**`, (route) => {
    const answer = site.answer(route.request().url());
    return answer ? route.fulfill(answer) : route.abort();
  });
  chat = await izin.context.newPage();
  chat.setDefaultTimeout(20_000);
  await chat.goto(site.url);
  panel = await izin.context.newPage();
  panel.setDefaultTimeout(20_000);
  await panel.goto(izin.url('sidepanel.html'));
});
afterAll(() => izin?.close());

interface Site {
  readonly sent: readonly { text: string }[];
  open(conversation: string): void;
}
const sent = (): Promise<number> => chat.evaluate(() => (window as unknown as { site: Site }).site.sent.length);

async function write(conversation: string): Promise<void> {
  await chat.bringToFront();
  await chat.evaluate((id) => (window as unknown as { site: Site }).site.open(id), conversation);
  await chat.locator(EDITOR).click();
  await chat.keyboard.type('Selamat pagi');
}
const says = (words: RegExp) =>
  expect.poll(() => panel.locator('body').innerText(), { timeout: 20_000 }).toMatch(words);

/** In the panel: the chat's title already stands in the field; another name is typed over it. */
async function bindInPanel(name: string, choice: string): Promise<void> {
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Bind this chat to a person' }).click();
  await panel.getByLabel('Whose chat is this?').fill(name);
  await panel.getByRole('button', { name: choice }).click();
}

it('a chat that shows a title alone is bound to a person once, from the panel', async () => {
  await write('rani');
  await says(/Rani Kusuma.*chat titled “Rani Kusuma” on WhatsApp/s);
  await bindInPanel('ayu', 'Ayu Pertiwi');
  await says(/Ayu Pertiwi.*Kabar Nusantara.*Press pitch by WhatsApp/s);
});

it('a title that two people share is asked about at Send, and answered there', async () => {
  await share();
  await write('rani');
  await says(/2 people share this title/);
  const before = await sent();
  await chat.keyboard.press('Enter');
  const warning = await warningOf(chat);
  await expect
    .poll(() => warning.locator('body').innerText())
    .toContain(`2 people share the title “${TITLE}”. Which of them is it?`);
  expect(await sent()).toBe(before);
  await press(warning, 'Say who it is');
  await press(warning, /Ayu Pertiwi/);
  await pressUntilGone(warning, 'Send now');
  await expect.poll(sent).toBe(before + 1);
  await says(/Ayu Pertiwi.*Press pitch by WhatsApp/s);
});

it('it is asked again when the chat is opened anew', async () => {
  await write('jati');
  await says(/Jati Wibowo/);
  await write('rani');
  await says(/2 people share this title/);
  const before = await sent();
  await chat.keyboard.press('Enter');
  const warning = await warningOf(chat);
  await expect.poll(() => warning.locator('body').innerText()).toContain('Which of them is it?');
  expect(await sent()).toBe(before);
});

/** Somebody else of the same title, as the ledger's page keeps it. */
async function share(): Promise<void> {
  const page = await izin.context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(izin.url('ledger.html#/people'));
  await page.getByRole('link', { name: /Galih Permana/ }).click();
  const points = page.locator('.form-line');
  await points.getByLabel('Channel').selectOption('whatsapp');
  await points.getByRole('textbox').fill(`chat:${TITLE}`);
  await points.getByRole('button').click();
  await page.getByText(`chat titled “${TITLE}” on WhatsApp`).first().waitFor();
  await page.close();
}
