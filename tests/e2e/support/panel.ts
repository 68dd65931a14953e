import type { CDPSession, Page } from 'playwright-core';
import { until } from '../../surfaces/support/until.ts';
import { answered } from './answered.ts';
import type { Izin } from './chromium.ts';

/** The browser's own side panel: no tab, so that Playwright does not know it, and it is spoken to by the debugger. */
export interface Beside {
  readonly text: () => Promise<string>;
  /** Presses the first element of this selector that holds the words, once it is there. */
  readonly press: (selector: string, words?: string) => Promise<void>;
  readonly picture: () => Promise<Buffer>;
}

/** Opens the panel as a press does, and stands beside the page that was in front. */
export async function openBeside(izin: Izin, page: Page): Promise<Beside> {
  const door = await izin.context.newPage();
  await door.goto(izin.url('popup.html'));
  await door.evaluate(async () => {
    const { sidePanel, windows } = (globalThis as unknown as { chrome: Chrome }).chrome;
    const { id } = await windows.getCurrent();
    document.documentElement.addEventListener('click', () => void sidePanel.open({ windowId: id }), { once: true });
  });
  await door.mouse.click(4, 4);
  const cdp = await izin.context.newCDPSession(page);
  const targetId = await panelTarget(cdp, page);
  await door.close();
  await page.bringToFront();
  const send = await attached(cdp, targetId);
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await answered('the panel', () =>
      send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }),
    );
    return (answer as { result?: { value?: unknown } }).result?.value;
  };
  let presses = 0;
  return {
    text: async () => String(await evaluate('document.body.innerText')),
    press: async (selector, words = '') => {
      let text: unknown;
      presses += 1;
      const press = presses;
      await until(
        () => `${selector} "${words}" in the panel. It says: ${text}`,
        async () => {
          const done = await evaluate(
            `(() => { if (window.pressed === ${press}) return true; ` +
              `const found = [...document.querySelectorAll(${JSON.stringify(selector)})]` +
              `.find((each) => each.textContent.includes(${JSON.stringify(words)})); ` +
              `if (found) window.pressed = ${press}; found?.click(); return !!found; })()`,
          );
          if (done !== true) text = await evaluate('document.body.innerText');
          return done === true;
        },
      );
    },
    picture: async () => {
      const { data } = (await send('Page.captureScreenshot', {})) as { data: string };
      return Buffer.from(data, 'base64');
    },
  };
}

interface Chrome {
  readonly sidePanel: { open(where: { windowId: number }): Promise<void> };
  readonly windows: { getCurrent(): Promise<{ id: number }> };
}

async function panelTarget(cdp: CDPSession, page: Page): Promise<string> {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    const { targetInfos } = await cdp.send('Target.getTargets');
    const panel = targetInfos.find(({ url }) => url.endsWith('/sidepanel.html'));
    if (panel) return panel.targetId;
    await page.waitForTimeout(100);
  }
  throw new Error('no side panel opened');
}

type Send = (method: string, params: object) => Promise<unknown>;

async function attached(cdp: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (result: unknown) => void>();
  cdp.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result } = JSON.parse(event.message) as { id: number; result: unknown };
    waiting.get(id)?.(result);
  });
  let count = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, resolve);
      const message = JSON.stringify({ id: count, method, params });
      cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}

/** The sample people of the welcome page, in English. */
export async function takeSamplePeople(izin: Izin): Promise<void> {
  const page = await izin.context.newPage();
  await page.goto(izin.url('welcome.html'));
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Take the sample people' }).click();
  await page.getByText('18 invented people are in your ledger.').waitFor();
  await page.close();
}
