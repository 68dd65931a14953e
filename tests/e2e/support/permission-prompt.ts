import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/**
 * The browser's own question for a permission. In headless Chromium it is never answered, so the browser stands on a
 * screen of its own (Xvfb) and the answer is typed as a person would type it.
 */
interface Screen {
  readonly display: string;
  press(...keys: readonly string[]): void;
  close(): void;
}

async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lastResort = (): void => void server.kill('SIGKILL');
  process.once('exit', lastResort);
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data: Buffer) => resolve(String(data).trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended before it had a display')));
  });
  const display = `:${number}`;
  return {
    display,
    press: (...keys) =>
      void execFileSync('xdotool', ['key', '--delay', '80', ...keys], { env: { ...process.env, DISPLAY: display } }),
    close() {
      process.off('exit', lastResort);
      server.kill('SIGTERM');
    },
  };
}

export interface HeadedBrowser {
  readonly context: BrowserContext;
  readonly screen: Screen;
  /** Address of a page of the extension. */
  url(page: string): string;
  close(): Promise<void>;
}

/** Chromium with a window, with the extension in it, on a screen that nobody looks at. */
export async function launchHeaded(
  extension: string,
  options: { readonly locale?: string } = {},
): Promise<HeadedBrowser> {
  const screen = await openScreen();
  const profile = mkdtempSync(join(tmpdir(), 'izin-headed-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: false,
    locale: options.locale ?? 'en-US',
    viewport: null,
    env: { ...process.env, DISPLAY: screen.display } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--window-size=1280,900',
      '--window-position=0,0',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const [, , id] = worker.url().split('/');
  return {
    context,
    screen,
    url: (page) => `chrome-extension://${id}/${page}`,
    async close() {
      await context.close();
      screen.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/**
 * Presses what asks for a permission and answers the browser's prompt. `settled` tells when the answer has arrived;
 * the keys are repeated until then, because nothing says when the prompt is on the screen.
 */
export async function answerPrompt(
  { screen }: Pick<HeadedBrowser, 'screen'>,
  page: Page,
  answer: 'allow' | 'refuse',
  ask: () => Promise<void>,
  settled: () => Promise<boolean>,
): Promise<void> {
  await ask();
  while (!(await settled())) {
    // A key that comes before the prompt would go to the page.
    await page.waitForTimeout(1200);
    screen.press(...(answer === 'allow' ? ['Tab', 'Return'] : ['Return']));
    await page.waitForTimeout(400);
  }
}

/** On the page of a taught site: has it guarded, and answers the browser's question for that one site. */
export async function guardTaught(browser: Pick<HeadedBrowser, 'screen'>, own: Page, answer: 'allow' | 'refuse') {
  await own.bringToFront();
  // What it said of an answer before must not be taken for this one.
  await own.reload();
  const guarded = own.getByText('Izin guards this site');
  const refused = own.getByText('was not given leave');
  const press = (): Promise<void> => own.getByRole('button', { name: 'Guard this site' }).click();
  await answerPrompt(browser, own, answer, press, () => guarded.or(refused).first().isVisible());
  return guarded.isVisible();
}
