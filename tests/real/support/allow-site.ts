import type { Page } from 'playwright-core';
import { answerPrompt, type HeadedBrowser } from '../../e2e/support/permission-prompt.ts';

interface Asking {
  izinAnswer?: boolean | string;
  readonly chrome: {
    readonly permissions: { request(wanted: { readonly origins: readonly string[] }): Promise<boolean> };
    readonly runtime: { sendMessage(message: unknown): Promise<{ readonly error?: string }> };
  };
}

/**
 * Asks for one site from a page of the extension, by a press of a real button, and answers the browser's own prompt.
 * Returns what the browser answered; when it allowed, the background was told to watch.
 */
export async function askForSite(
  browser: HeadedBrowser,
  page: Page,
  origin: string,
  answer: 'allow' | 'refuse',
): Promise<boolean> {
  await page.bringToFront();
  await page.evaluate((site) => {
    const asking = window as unknown as Asking;
    const button = document.createElement('button');
    button.id = 'izin-ask';
    button.textContent = 'ask';
    button.onclick = () => {
      asking.izinAnswer = undefined;
      asking.chrome.permissions.request({ origins: [`${site}/*`] }).then(
        (allowed) => {
          asking.izinAnswer = allowed;
        },
        (error: unknown) => {
          asking.izinAnswer = String(error);
        },
      );
    };
    document.body.prepend(button);
  }, origin);
  const settled = (): Promise<boolean> => page.evaluate(() => (window as unknown as Asking).izinAnswer !== undefined);
  await answerPrompt(browser, page, answer, () => page.click('#izin-ask'), settled);
  return page.evaluate(async (site) => {
    const asking = window as unknown as Asking;
    document.getElementById('izin-ask')?.remove();
    if (asking.izinAnswer !== true) return false;
    const reply = await asking.chrome.runtime.sendMessage({ izin: 'sites', question: { origin: site, watch: true } });
    if (reply.error !== undefined) throw new Error(reply.error);
    return true;
  }, origin);
}
