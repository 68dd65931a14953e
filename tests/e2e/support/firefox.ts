import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';

const firefoxFolder = (): string => resolve(process.env.IZIN_OUT ?? '.output', 'firefox-mv3');

/** Firefox ESR with the built extension, driven by WebDriver BiDi. Builds nothing. */
export async function launchFirefox(
  folder = firefoxFolder(),
  options: { readonly acceptInsecureCerts?: boolean } = {},
): Promise<Browser> {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run "npm run build -- -b firefox" first`);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    ...options,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US' },
  });
  await browser.installExtension(folder);
  return browser;
}

const CSP =
  "default-src 'none'; script-src https://mail.google.com; style-src https://mail.google.com 'unsafe-inline'; img-src data:; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** The same pages at the same address as in Chromium, without a network. */
export async function openGmailInFirefox(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => void serve(request));
  await page.goto('https://mail.google.com/mail/u/0/');
  return page;
}

/**
 * A page of the extension. BiDi may not go to one and gives its address as about:blank, but the page that the first
 * start opens is there, and scripts run in it.
 */
export async function ownPageInFirefox(browser: Browser): Promise<Page> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    for (const page of await browser.pages())
      if (await page.evaluate(() => location.protocol === 'moz-extension:').catch(() => false)) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no page of the extension was opened');
}

function serve(request: HTTPRequest): Promise<void> {
  const url = new URL(request.url());
  if (url.origin !== 'https://mail.google.com') return request.continue();
  const name = url.pathname.split('/').at(-1) ?? '';
  const type = TYPES[name.split('.').at(-1) ?? ''];
  const file = new URL(`../pages/gmail/${type ? name : 'gmail.html'}`, import.meta.url);
  return request.respond({
    status: 200,
    contentType: type ?? 'text/html',
    headers: type ? {} : { 'content-security-policy': CSP },
    body: readFileSync(file, 'utf8'),
  });
}

/**
 * BiDi shows the warning's frame as about:blank. That it is open is seen from outside: the page's focus is on a bare
 * node of ours beside the body.
 */
export const warnedInFirefox = (page: Page): Promise<unknown> => page.waitForFunction(hasOurFocus);
export const isWarnedInFirefox = (page: Page): Promise<boolean> => page.evaluate(hasOurFocus);

function hasOurFocus(): boolean {
  const active = document.activeElement;
  return active !== null && active !== document.body && active.parentElement === document.documentElement;
}
