import type { Frame } from 'playwright-core';

/** As the warning says it, in English. */
export const sendAnyway = (warning: Frame): Promise<void> => pressUntilGone(warning, 'Send anyway');
export const sendNow = (warning: Frame): Promise<void> => pressUntilGone(warning, 'Send now');
export const backToText = (warning: Frame): Promise<void> => pressUntilGone(warning, /Back to the text/);

/**
 * As an impatient person: again and again until the warning goes. It takes no press in its first moments, while the
 * second half of a double click on Send may land there, nor before the browser says that it is really to be seen.
 */
export async function pressUntilGone(warning: Frame, name: string | RegExp): Promise<void> {
  const button = warning.getByRole('button', { name });
  const page = warning.page();
  await button.waitFor();
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    await button.click({ noWaitAfter: true, timeout: 1_000 }).catch(() => {});
    await page.waitForTimeout(40);
    if (warning.isDetached() || !(await button.isVisible().catch(() => false))) return;
  }
  throw new Error(`the warning stays after "${name}"`);
}

/** One press, once the warning takes presses and the button may be pressed. */
export async function press(warning: Frame, name: string | RegExp): Promise<void> {
  await warning.page().waitForTimeout(450);
  await warning.getByRole('button', { name }).first().click({ noWaitAfter: true });
}
