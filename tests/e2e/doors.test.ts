import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { contactList } from './support/contact-list.ts';
import { compose, openGmail, sendOf, sent, warningOf } from './support/gmail-page.ts';
import { wordsOnDisk } from './support/profile-files.ts';
import { sealOf } from './support/seal.ts';
import { press, pressUntilGone } from './support/warning.ts';

const ZOE = 'zoe@harian.example';
const MARKER = 'markerkalimat4711';
const STRANGERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `markerpenerima4711@${name}harian.example`);

const profile = mkdtempSync(join(tmpdir(), 'izin-doors-'));
let izin: Izin;
let ledger: Page;
let gmail: Page;
beforeAll(async () => {
  izin = await launchIzin({ profile, welcome: 'stay' });
});
afterAll(async () => {
  await izin?.close();
  rmSync(profile, { recursive: true, force: true });
});

async function goTo(path: string): Promise<void> {
  await ledger.bringToFront();
  await ledger.goto(izin.url(`ledger.html#/${path}`));
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
async function download(page: Page, name: string | RegExp): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readFileSync(await file.path(), 'utf8');
}
/** Everybody whom a search finds, asked in a tab of its own: what is open in the other stays. */
async function found(name: string): Promise<string> {
  const page = await izin.context.newPage();
  await page.goto(izin.url('ledger.html#/people'));
  await page.getByLabel('Find a person').fill(name);
  await page.waitForTimeout(400);
  const list = await page.locator('.people-list').innerText();
  await page.close();
  return list;
}

it('the first start opens the welcome page, and its three steps lead to the practice mailbox', async () => {
  const isWelcome = (page: Page): boolean => page.url().includes('welcome.html');
  await expect.poll(() => izin.context.pages().some(isWelcome), { timeout: 20_000 }).toBe(true);
  const welcome = izin.context.pages().find(isWelcome) as Page;
  welcome.setDefaultTimeout(20_000);
  await button(welcome, 'Next').click();
  await welcome.getByRole('radio', { name: /KOL/ }).check();
  await welcome.getByRole('textbox').fill('me@humas.example');
  await button(welcome, 'Next').click();
  await button(welcome, 'Take the sample people').click();
  await welcome.getByText('18 invented people are in your ledger.').waitFor();
  await welcome.getByRole('link', { name: 'Go to the practice mailbox' }).click();
  await welcome.getByRole('heading', { name: 'Practice mailbox' }).waitFor();
  ledger = welcome;
  ledger.setDefaultTimeout(20_000);
  await goTo('settings');
  await expect.poll(() => ledger.getByLabel('Your domains').inputValue()).toBe('humas.example');
  await expect.poll(() => ledger.getByLabel('What you do').inputValue()).toBe('kol_manager');
});

async function preview(): Promise<void> {
  await goTo('import');
  await ledger.reload();
  await ledger.locator('input[type="file"]').setInputFiles(contactList());
  await ledger.getByText('WINDOWS-1252').waitFor();
  await ledger.getByLabel('How it was collected').selectOption('business_card');
  await button(ledger, 'Preview').click();
  await ledger.getByRole('list').last().waitFor();
}
const counted = async (status: string): Promise<number> =>
  Number(
    await ledger
      .getByRole('button', { name: new RegExp(`^${status} \\d`) })
      .locator('strong')
      .innerText(),
  );

it('a list is previewed row by row, with what cannot be taken named by its line and handed back', async () => {
  await preview();
  const counts = ['all', 'new', 'changed', 'same', 'doubtful', 'cannot be taken'].map(counted);
  expect(await Promise.all(counts)).toEqual([7, 3, 0, 1, 0, 3]);
  const shown = async (): Promise<string> => (await ledger.locator('main').innerText()).toLowerCase();
  for (const said of ['line 3', '8 cells where the heading has 7', 'line 7', 'name is missing', 'line 8'])
    await expect.poll(shown).toContain(said);
  const lines = (await download(ledger, 'Download these rows')).replace('\ufeff', '').trimEnd().split('\r\n');
  expect(lines).toEqual([
    'Line,Reason,Nama,Surel,Media,Persetujuan,Tanggal persetujuan,Bukti,Jangan dihubungi',
    expect.stringMatching(
      /^3,8 cells where the heading has 7.*,Budi Santoso,budi@kabar\.example,Kabar,too,many,of,these,cells$/,
    ),
    expect.stringMatching(/^7,.*name.*,,nobody@lintas\.example,Lintas,,,,$/),
    expect.stringMatching(/^8,.*no address.*,Dewi Anggraini,no address,Pos,,,,$/),
  ]);
});

it('leaving the preview writes nothing; importing writes all of it, and undoing takes it out again', async () => {
  await button(ledger, 'Back to the columns').click();
  await expect.poll(() => found('Zoë')).toContain('0 people');
  await preview();
  await button(ledger, /^Import 3/).click();
  await button(ledger, 'Undo the import').waitFor();
  await expect.poll(() => found('Zoë')).toContain('Kafé Harian');
  await button(ledger, 'Undo the import').click();
  await ledger.getByText('The import was undone').waitFor();
  await expect.poll(() => found('Zoë')).toContain('0 people');
  await expect.poll(() => found('Sari')).not.toContain('Sari Puspita');
  await preview();
  await button(ledger, /^Import 3/).click();
  await button(ledger, 'Undo the import').waitFor();
});

it('an export has no cell that a spreadsheet would run', async () => {
  await goTo('import');
  await ledger.reload();
  const csv = await download(ledger, /^Export \d+ people/);
  const cells = csv
    .replace('\ufeff', '')
    .split(/\r\n|,/)
    .map((cell) => cell.replace(/^"/, ''));
  expect(cells).toContain('\'=HYPERLINK(""x"")"');
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
});

it('an open draft is judged anew, without a key pressed in it, when the ledger changes', async () => {
  gmail = await openGmail(izin.context);
  gmail.setDefaultTimeout(20_000);
  await compose(gmail, { to: [ZOE], subject: 'News', body: 'All is said.' });
  await expect.poll(() => sealOf(gmail), { timeout: 20_000 }).toBe('clear');

  await goTo('people');
  await ledger.getByLabel('Find a person').fill('Zoë');
  await ledger.getByRole('link', { name: /Zoë/ }).click();
  await button(ledger, /^Mark as .do not contact/).click();
  await button(ledger, 'Hold every such message').click();
  await button(ledger, 'Lift this').waitFor();
  await expect.poll(() => sealOf(gmail), { timeout: 20_000 }).toBe('held');

  await button(ledger, 'Lift this').click();
  await expect.poll(() => sealOf(gmail), { timeout: 20_000 }).toBe('clear');
  await gmail.bringToFront();
  await sendOf(gmail).click();
  expect(await sent(gmail)).toHaveLength(1);
});

it('the language that is chosen in the settings is the language of the next warning', async () => {
  await goTo('settings');
  await ledger.getByLabel('Language').selectOption('id');
  await ledger.getByRole('heading', { name: 'Pengaturan' }).waitFor();
  await gmail.bringToFront();
  await compose(gmail, { to: [ZOE], subject: 'News', body: 'Dear [name].' });
  await sendOf(gmail).click();
  const warning = await warningOf(gmail);
  expect(await warning.locator('html').getAttribute('lang')).toBe('id');
  await expect.poll(() => warning.locator('body').innerText()).toContain('Ditahan');
  await gmail.keyboard.press('Escape');
  await goTo('settings');
  await ledger.getByLabel('Bahasa').selectOption('en');
  await ledger.getByRole('heading', { name: 'Settings' }).waitFor();
});

it('what was held and sent anyway is counted in the popup and stands in the activity, without a word of it', async () => {
  await gmail.bringToFront();
  await gmail.reload();
  await compose(gmail, { to: STRANGERS, subject: MARKER, body: `Dear [name], ${MARKER}.` });
  await sendOf(gmail).click();
  const warning = await warningOf(gmail);
  await press(warning, 'Send anyway');
  await warning.getByRole('radio', { name: 'A crisis notice' }).check();
  await pressUntilGone(warning, 'Send with this reason');
  await expect.poll(async () => (await sent(gmail)).length).toBe(1);

  const popup = await izin.context.newPage();
  await popup.goto(izin.url('popup.html'));
  const figure = (name: string) => popup.locator('dt', { hasText: name }).locator('xpath=..').locator('dd');
  await figure('sent anyway').waitFor();
  await expect.poll(() => figure('held').innerText()).toBe('2');
  await expect.poll(() => figure('sent anyway').innerText()).toBe('1');
  await popup.close();

  await goTo('activity');
  await ledger.getByText('The log is whole').waitFor();
  const log = await ledger.locator('main').innerText();
  expect(log).toMatch(/Sent anyway[^\n]*\n?.*A crisis notice/s);
  expect(log).not.toContain(MARKER);
  expect(log).not.toContain('markerpenerima');
});

it('no draft, no recipient and no person stands in clear in the extension’s files', async () => {
  const worker = await izin.worker();
  // What is written in clear is found: else finding nothing would prove nothing.
  await worker.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
    ).chrome.storage.local.set({ control: 'markerkontrol4711' }),
  );
  const id = izin.id;
  await izin.close();
  const words = [MARKER, 'markerpenerima4711', 'Zoë Hartanto', 'Hartanto', ZOE, 'Sari Puspita', 'sari@tabloid.example'];
  expect(wordsOnDisk(profile, new RegExp(id), ['markerkontrol4711'])).toEqual(['markerkontrol4711']);
  expect(wordsOnDisk(profile, /IndexedDB/, ['personal'])).toEqual(['personal']);
  expect(wordsOnDisk(profile, new RegExp(`${id}|IndexedDB|Extension|Service Worker|blob_storage`), words)).toEqual([]);
});
