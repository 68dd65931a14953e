import type { Page } from 'playwright-core';

/** The browser gives no storage. */
export const closed = (): void => {
  indexedDB.open = () => {
    throw new DOMException('The user denied permission to access the database.', 'UnknownError');
  };
};

export const person = async (page: Page, name = /Bima/): Promise<void> => {
  await page.getByRole('link').filter({ hasText: name }).first().click();
  await page.locator('.consent-grid').waitFor();
};

/** The one list there is, kept first where there is none. */
export const list = async (page: Page): Promise<void> => {
  const kept = page.locator('.lists-rows a');
  if ((await kept.count()) === 0) {
    await page.goto(page.url().replace(/#.*/, '#/lists/new'));
    await page.locator('.ready-bar').waitFor();
    await page.locator('form input').first().fill('Media nasional');
    await page.locator('form button[type="submit"]').click();
  } else await kept.first().click();
  await page.locator('.person-head .actions').waitFor();
};

const BAD_CSV = [
  'Nama;Surel;WhatsApp;Media;Persetujuan;Kolom aneh',
  'Ratna Dewanti;ratna@koran-pagi.example;0812 5550 1001;Koran Pagi;setuju;x',
  ';tanpa-nama@koran.example;;;;',
  'Yusuf Hanafi;bukan alamat;;Radio Teluk;mungkin;',
  'Bima Prasetya;bima@hariancakrawala.example;;Harian Cakrawala;;',
  'Sari Wulan;sari@berita.example;;Berita;;;lebih;banyak',
  '=HYPERLINK("x");formula@berita.example;;Berita;;',
  'Ratna Dewanti;ratna@koran-pagi.example;;Koran Pagi;;',
].join('\n');

export const file = async (page: Page, text: string, name = 'daftar-media.csv'): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

export const mapped = async (page: Page): Promise<void> => {
  await file(page, BAD_CSV);
  await page.locator('.mapping').waitFor();
};

export const previewed = async (page: Page): Promise<void> => {
  await mapped(page);
  await page.locator('.form-grid select').first().selectOption({ index: 2 });
  await page.locator('button[type="submit"]').click();
  await page.locator('.preview-rows').waitFor();
};

export const imported = async (page: Page): Promise<void> => {
  await previewed(page);
  await page.locator('.actions .button-safe').click();
  await page.locator('a[href="#/people"].button').waitFor();
};
export const takenBack = async (page: Page): Promise<void> => {
  const undo = page.getByRole('button', { name: /Undo|Batalkan/ });
  await undo.click();
  await undo.waitFor({ state: 'detached' });
};

/** Somebody asked for what is held of them. */
export const request = async (page: Page): Promise<void> => {
  await page.locator('.room button').first().click();
  await page.locator('form input').first().fill('ayu');
  await page.locator('form button').filter({ hasText: 'Ayu' }).first().click();
  await page.locator('form button[type="submit"]').click();
  await page.locator('a[href^="#/requests/"]').first().waitFor();
};

/** The rows of the first pack of laws. */
export const unfolded = (page: Page): Promise<void> => page.locator('.laws .disclosure summary').first().click();

/** The office has said who it is, and its notice is in force. */
export const published = async (page: Page): Promise<void> => {
  const [name, email] = [page.locator('form input').nth(0), page.locator('form input').nth(1)];
  await name.fill('Humas Kota Contoh');
  await email.fill('data@humas.example');
  await page.locator('form button[type="submit"]').click();
  // In force already, where the other language was pictured before.
  await page.locator('.notice-text').first().waitFor();
  const publish = page.locator('section.form > .actions .button-safe');
  if ((await publish.count()) > 0) await publish.click();
  await publish.waitFor({ state: 'detached' });
};

export const trialBegun = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Begin a trial|Mulai masa coba/ }).click();
  await page.getByRole('button', { name: /End the trial|Akhiri masa coba/ }).waitFor();
};
export const trialEnded = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /End the trial|Akhiri masa coba/ }).click();
  await page.getByRole('button', { name: /Begin a trial|Mulai masa coba/ }).waitFor();
};
