import type { Page } from 'playwright-core';
import { answerPrompt, type HeadedBrowser } from '../../e2e/support/permission-prompt.ts';

/**
 * Asks for one site as a user does: on the ledger page, under Sites, and in the browser's own prompt.
 * Returns whether the page says that the site is watched now.
 */
export async function askForSite(
  browser: HeadedBrowser,
  page: Page,
  origin: string,
  answer: 'allow' | 'refuse',
): Promise<boolean> {
  await page.bringToFront();
  await page.goto(browser.url('ledger.html#/sites'));
  // The same address but for its hash is no new page: what it said before must not be taken for the answer.
  await page.reload();
  const watched = page.getByRole('listitem').filter({ hasText: origin, has: page.getByRole('button') });
  const refused = page.getByText('was not given leave');
  await page.getByLabel('Its address').fill(origin);
  await answerPrompt(
    browser,
    page,
    answer,
    () => page.getByRole('button', { name: 'Watch this site' }).click(),
    () => watched.or(refused).first().isVisible(),
  );
  return watched.isVisible();
}
