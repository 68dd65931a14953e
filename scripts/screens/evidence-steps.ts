import type { Page } from 'playwright-core';
import { writingTo } from './panel-steps.ts';

interface ChromeOfPanel {
  readonly tabs: { query(of: object): Promise<readonly { id: number }[]> };
  readonly storage: { session: { set(items: object): Promise<void>; clear(): Promise<void> } };
}

const keep = (page: Page, items: object): Promise<void> =>
  page.evaluate((all) => (globalThis as unknown as { chrome: ChromeOfPanel }).chrome.storage.session.set(all), items);

const WORDS = 'Terima kasih, tetapi tolong jangan kirim lagi ke alamat ini. Saya sudah pindah ke desk olahraga.';
const AYU = { channel: 'email', address: 'ayu@kabarnusantara.example', name: 'Ayu Pertiwi', sure: true };
const HANA = { channel: 'email', address: 'hana@majalahteras.example', name: 'Hana Wulandari', sure: false };
const BARU = { channel: 'email', address: 'baru@media.example', name: 'Orang Baru', sure: false };

/** As if these words had been selected, beside these people. */
export const selected = async (
  page: Page,
  writers: readonly object[] = [AYU],
  heard: object | undefined = { outcome: 'stop', words: 'Terima kasih, tetapi tolong jangan kirim lagi ke alamat ini' },
): Promise<void> => {
  const said = {
    excerpt: heard ? WORDS : 'Ya, silakan. Kirim saja lewat surel.',
    sha256: '9f2c4be1'.repeat(8),
    at: new Date().toISOString(),
    own: false,
    writers,
    channel: 'email',
    locator: 'mail.google.com #msg-f:17',
    ...(heard ? { heard } : {}),
  };
  await keep(page, { evidence: { kind: 'said', tabId: 0, said } });
  await page.locator('.said').first().waitFor();
};

export const oneOfSeveral = (page: Page): Promise<void> => selected(page, [HANA, BARU]);
export const nobodyNamed = async (page: Page): Promise<void> => {
  await selected(page, []);
  await page.locator('.who-wrote input').fill('ra');
  await page.locator('.candidates .button').first().waitFor();
};

export const recorded = async (page: Page): Promise<void> => {
  await selected(page);
  await page.locator('[data-outcome="given"]').click();
  await page.locator('.said-done').waitFor();
};

export const changed = async (page: Page): Promise<void> => {
  await selected(page);
  await page.locator('.said summary').click();
};

export const nothingSelected = async (page: Page): Promise<void> => {
  await keep(page, { evidence: { kind: 'nothing', at: new Date().toISOString() } });
  await page.locator('.said-done').waitFor();
};

export const optOutInReply = async (page: Page): Promise<void> => {
  await writingTo(page, 'email', [{ field: 'to', address: 'galih@wartapesisir.example' }]);
  await page.evaluate(async () => {
    const { tabs, storage } = (globalThis as unknown as { chrome: ChromeOfPanel }).chrome;
    const heard = {
      surface: 'email',
      excerpt: 'Tolong jangan kirim lagi.',
      sha256: 'ab12'.repeat(16),
      words: 'Tolong jangan kirim lagi',
    };
    const open = await tabs.query({});
    await storage.session.set(Object.fromEntries(open.map(({ id }) => [`heard:${id}`, heard])));
  });
  await page.locator('.said').waitFor();
};

/** The form that asks; whoever answers for the data is settled on the way, where nobody is yet. */
export const asking = async (page: Page, name: string): Promise<void> => {
  await askForm(page, name);
  const office = page.locator('.ask-form form');
  await page.locator('.ask-form form, .ask-preview').first().waitFor();
  if ((await office.count()) === 0) return;
  await office.locator('input').first().fill('Humas Contoh');
  await office.locator('input').last().fill('data@humas.example');
  await office.locator('button').click();
  await page.locator('.ask-preview').waitFor();
};

export const askForm = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: ChromeOfPanel }).chrome;
    await storage.session.clear();
  });
  await page.locator('.panel-ask input').fill(name);
  await page.locator('[data-record="ask"]').click();
  await page.locator('.ask-form').waitFor();
};
