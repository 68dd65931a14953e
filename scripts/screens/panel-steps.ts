import type { Page } from 'playwright-core';

/** As if a message in the tab before this one went to them. */
export const writingTo = async (page: Page, channel: string, recipients: readonly object[]): Promise<void> => {
  await page.evaluate(
    async (writing) => {
      const { tabs, storage } = (globalThis as unknown as { chrome: ChromeOfPanel }).chrome;
      const open = await tabs.query({});
      await storage.session.set(Object.fromEntries(open.map(({ id }) => [`writing:${id}`, writing])));
    },
    { surface: channel, channel, audience: 'people', recipients, problems: [], frameId: 0 },
  );
  await page.locator('.card').first().waitFor();
};

interface ChromeOfPanel {
  readonly tabs: { query(of: object): Promise<readonly { id: number }[]> };
  readonly storage: { session: { set(items: object): Promise<void> } };
}

export const mail = (page: Page): Promise<void> =>
  writingTo(page, 'email', [
    { field: 'to', address: 'bima@wartapesisir.example' },
    { field: 'to', address: 'baru@media.example', name: 'Orang Baru' },
    { field: 'cc', address: 'ayu@kabarnusantara.example' },
  ]);

export const asked = async (page: Page, words: string): Promise<void> => {
  await page.locator('.panel-ask input').fill(words);
  await page.locator('.panel-found, .card').first().waitFor();
};
