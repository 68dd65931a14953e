import type { Page } from 'playwright-core';

/** A team whose server is not there yet; it is begun once in a browser. Then a part of its page, where one is asked for. */
export const created = async (page: Page, part?: 'kit' | 'server'): Promise<void> => {
  await page.locator('main h1').waitFor();
  const begin = page.locator('a.button-safe[href="#/team/new"]');
  if ((await begin.count()) > 0) {
    await begin.click();
    const fields = page.locator('form .form-grid input');
    for (const [at, text] of ['Humas Kota', 'Rina Kartika', 'Kontak media'].entries()) await fields.nth(at).fill(text);
    await page.locator('form .team-below input').fill('wss://izin.kota.example:8443');
    await page.locator('form .button-safe').click();
  }
  await page.locator('main h1', { hasText: 'Humas Kota' }).waitFor();
  if (part === undefined) return;
  await page.locator(`a[href$="/${part}"]`).first().click();
  await page.locator('form').waitFor();
  if (part === 'kit') await page.locator('button[aria-expanded]').click();
};

export const inviting = async (page: Page): Promise<void> => {
  await created(page);
  await page.locator('main .page > p > button').click();
  await page.locator('form').waitFor();
};

/** Asked whether people go or stay; nobody leaves. */
export const leaving = async (page: Page): Promise<void> => {
  await created(page);
  await page.locator('main footer > .block .button-quiet').click();
  await page.locator('main footer fieldset').waitFor();
};
