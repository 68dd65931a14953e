import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { program } from './programs.ts';

/** A browser with the built extension in it. Builds nothing: `npm run build` comes before. */
export interface Izin {
  readonly context: BrowserContext;
  readonly id: string;
  readonly worker: () => Promise<Worker>;
  readonly url: (page: string) => string;
  readonly close: () => Promise<void>;
}

export const extensionFolder = (): string => resolve(process.env.IZIN_OUT ?? '.output', 'chrome-mv3');

export async function launchIzin(
  options: {
    readonly locale?: string;
    readonly touch?: boolean;
    readonly bare?: boolean;
    readonly headed?: boolean;
    /** Leave open the page that the first start opens. */
    readonly welcome?: 'stay';
    /** A folder of the caller's, which stays; else one that goes with the browser. */
    readonly profile?: string;
    /** Another folder of the built extension. */
    readonly folder?: string;
    readonly args?: readonly string[];
  } = {},
): Promise<Izin> {
  const folder = options.folder ?? extensionFolder();
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run "npm run build" first`);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'izin-e2e-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program('chromium', 'chromium-browser'),
    headless: !options.headed,
    locale: options.locale ?? 'en-US',
    hasTouch: options.touch ?? false,
    viewport: { width: 1280, height: 800 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...(options.args ?? []),
      ...(options.bare ? [] : [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`]),
    ],
  });
  const worker = async (): Promise<Worker> => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
  const id = options.bare ? '' : ((await worker()).url().split('/')[2] ?? '');
  if (!options.bare && options.welcome !== 'stay') await closeWelcome(context);
  return {
    context,
    id,
    worker,
    url: (page) => `chrome-extension://${id}/${page}`,
    close: async () => {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** It opens itself after the first start, and in front: a page behind it would be painted once a second. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page): boolean => page.url().includes('/welcome.html');
  const open = context.pages().find(isWelcome);
  const page =
    open ??
    (await context.waitForEvent('page', {
      predicate: (each) => isWelcome(each) || each.waitForURL(/welcome/).then(() => true),
      timeout: 20_000,
    }));
  await page.close();
}
