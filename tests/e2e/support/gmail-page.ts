import { readFileSync } from 'node:fs';
import type { BrowserContext, Frame, Page } from 'playwright-core';

/** As strict as a page can be: no frames, no string ever becomes markup or code. */
const CSP =
  "default-src 'none'; script-src https://mail.google.com; style-src https://mail.google.com 'unsafe-inline'; img-src data:; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const file = (name: string): string => readFileSync(new URL(`../pages/gmail/${name}`, import.meta.url), 'utf8');

export interface ComposeOptions {
  readonly layout?: 'docked' | 'classic' | 'inline' | 'fullscreen' | 'popout';
  readonly menu?: 'A' | 'B';
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
  readonly body?: string;
  readonly plain?: boolean;
  readonly quoted?: string;
  readonly files?: readonly string[];
  /** Chips without an address: sheets of mail merge. */
  readonly sheets?: readonly string[];
  readonly confidential?: boolean;
}

export interface Sent {
  readonly id: string;
  readonly how: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Serves the pages at the real address, without a network. */
export async function serveGmail(context: BrowserContext): Promise<void> {
  await context.route('https://mail.google.com/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (name.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: file(name) });
    if (name.endsWith('.css')) return route.fulfill({ contentType: 'text/css', body: file(name) });
    return route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': CSP },
      body: file('gmail.html'),
    });
  });
}

export async function openGmail(context: BrowserContext): Promise<Page> {
  await serveGmail(context);
  const page = await context.newPage();
  // A page behind another is painted once a second, and its frames are never told that they are to be seen.
  await page.bringToFront();
  await page.goto('https://mail.google.com/mail/u/0/');
  return page;
}

/** The page's own globals, typed for `evaluate`. */
export interface GmailWindow {
  openCompose(options: ComposeOptions): string;
  offerReply(words: string, to: string): void;
  readonly __sent: Sent[];
  readonly __seen: {
    readonly type: string;
    readonly trusted: boolean;
    /** Already cancelled when it came to the page. */
    readonly prevented: boolean;
    readonly key?: string;
    readonly label: string;
  }[];
  readonly __messages: readonly string[];
}

/** Opens a compose and waits until the guard has seen what is in it. */
export async function compose(page: Page, options: ComposeOptions): Promise<void> {
  await page.evaluate((given) => void (window as unknown as GmailWindow).openCompose(given), options);
  await bodyOf(page, options.plain).focus();
}

export const bodyOf = (page: Page, plain = false) => page.locator(plain ? 'textarea.Ak' : '.editable').last();
export const sendOf = (page: Page) => page.locator('.dC > [role="button"]:not(.hG)').last();
export const sent = (page: Page): Promise<Sent[]> => page.evaluate(() => (window as unknown as GmailWindow).__sent);

/** The warning's frame, once it shows something that can be pressed. */
export async function warningOf(page: Page): Promise<Frame> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const shown = await shownWarning(page);
    if (shown) return shown;
    await page.waitForTimeout(15);
  }
  throw new Error('no warning was shown');
}

export async function shownWarning(page: Page): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if (!frame.url().startsWith('chrome-extension:') || !frame.url().includes('warning.html')) continue;
    const isShown = await frame
      .locator('button')
      .first()
      .isVisible()
      .catch(() => false);
    if (isShown) return frame;
  }
  return undefined;
}
