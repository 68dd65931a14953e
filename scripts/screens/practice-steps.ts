import type { Frame, Page } from 'playwright-core';

/** The warning stands in a closed shadow root: it is found by its address. It takes no press in its first moments. */
export const warning = async (page: Page): Promise<Frame> => {
  let found: Frame | undefined;
  for (let tries = 0; tries < 100 && !found; tries += 1) {
    found = page.frames().find((each) => each.url().includes('/warning.html'));
    if (!found) await page.waitForTimeout(100);
  }
  if (!found) throw new Error('no warning came');
  await found.locator('.warning-foot').waitFor({ timeout: 10_000 });
  await page.waitForTimeout(700);
  return found;
};

export const choose = async (page: Page, id: string): Promise<string> => {
  await page.locator(`[data-ready="${id}"]`).click();
  const chat = (await page.locator('[data-practice="chat"] textarea').inputValue()) !== '';
  return `[data-practice="${chat ? 'chat' : 'mail'}"]`;
};

export const send = async (page: Page, id: string): Promise<Frame> => {
  await page.locator(`${await choose(page, id)} [data-send]`).click({ noWaitAfter: true });
  return warning(page);
};

export const reasons = async (page: Page, at: number): Promise<void> => {
  const frame = await send(page, 'embargo');
  await frame.locator('.warning-way button').click();
  await frame.locator('.reasons input[type="radio"]').nth(at).check();
};

export const press = async (page: Page, id: string, fix: string): Promise<Frame> => {
  const frame = await send(page, id);
  await frame.locator(`[data-fix="${fix}"]`).first().click();
  return frame;
};

/** The worker does not answer. */
export const silence = (): void => {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Record<string, unknown> } }).chrome;
  runtime.sendMessage = () => Promise.reject(new Error('Could not establish connection.'));
};
