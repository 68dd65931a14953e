import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { extensionFolder } from './chromium.ts';
import { type HeadedBrowser, launchHeaded } from './permission-prompt.ts';

/** The built extension as it is, but for a key that opens its popup: it gives the same leave for the tab in front as a press on its icon. */
export async function launchWithPopupKey(): Promise<HeadedBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-popup-'));
  cpSync(extensionFolder(), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { commands?: object };
  const commands = { ...manifest.commands, _execute_action: { suggested_key: { default: 'Alt+Shift+K' } } };
  writeFileSync(path, JSON.stringify({ ...manifest, commands }));
  const browser = await launchHeaded(folder);
  await closeWelcome(browser);
  const close = async (): Promise<void> => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...browser, close };
}

/** The first start opens it in front, some time after the browser: the key would be pressed there. */
async function closeWelcome({ context }: HeadedBrowser): Promise<void> {
  const welcome = (): Page | undefined => context.pages().find((page) => page.url().includes('/welcome.html'));
  for (const until = Date.now() + 20_000; Date.now() < until && !welcome(); )
    await new Promise((resolve) => setTimeout(resolve, 100));
  await welcome()?.close();
}

/** The browser's own popup over a page. It is no tab: the debugger alone knows it. */
export interface OpenPopup {
  readonly text: () => Promise<string>;
  /** By key, as somebody without a mouse does it. */
  readonly press: (name: string) => Promise<void>;
}

export async function openPopup({ screen }: Pick<HeadedBrowser, 'screen'>, page: Page): Promise<OpenPopup> {
  await page.bringToFront();
  const cdp = await page.context().newCDPSession(page);
  let target = await popupOf(cdp);
  // Nothing says when the browser's window takes keys.
  for (; target === undefined; target = await popupOf(cdp)) {
    screen.press('alt+shift+k');
    await page.waitForTimeout(700);
  }
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: target, flatten: false });
  const waiting = new Map<number, (result: unknown) => void>();
  cdp.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result } = JSON.parse(event.message) as { id: number; result: unknown };
    waiting.get(id)?.(result);
  });
  let count = 0;
  const evaluate = async (expression: string): Promise<unknown> => {
    count += 1;
    const id = count;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression, returnByValue: true } });
    await cdp.send('Target.sendMessageToTarget', { sessionId, message });
    return ((await answer) as { result?: { value?: unknown } }).result?.value;
  };
  const text = async (): Promise<string> => String(await evaluate('document.body.innerText'));
  return {
    text,
    press: async (name) => {
      const find = `[...document.querySelectorAll('button')].find((each) => each.innerText.trim() === ${JSON.stringify(name)})`;
      for (const until = Date.now() + 20_000; (await evaluate(`Boolean(${find})`)) !== true; ) {
        if (Date.now() > until) throw new Error(`the popup has no button "${name}": ${await text()}`);
        await page.waitForTimeout(100);
      }
      await evaluate(`${find}.focus()`);
      screen.press('Return');
      // It closes itself when the page has taken the teaching in.
      while ((await popupOf(cdp)) !== undefined) await page.waitForTimeout(50);
    },
  };
}

async function popupOf(cdp: CDPSession): Promise<string | undefined> {
  const { targetInfos } = await cdp.send('Target.getTargets');
  return targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId;
}
