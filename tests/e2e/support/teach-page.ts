import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { extensionFolder, type Izin, launchIzin } from './chromium.ts';

/** Sites that no adapter knows, made by us and served without a network. */
export const CHAT = 'https://obrolan.example';
export const MAIL = 'https://surat.example';
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };

/**
 * The built extension with leave for these origins from the start: what `activeTab` and the browser's own prompt give in
 * a window with a person before it (the real clients are taught that way).
 */
export async function launchWithLeave(origins: readonly string[], locale = 'en-US'): Promise<Izin> {
  const out = mkdtempSync(join(tmpdir(), 'izin-teach-'));
  const folder = join(out, 'chrome-mv3');
  cpSync(extensionFolder(), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions?: string[] };
  const host_permissions = [...(manifest.host_permissions ?? []), ...origins.map((origin) => `${origin}/*`)];
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions }));
  const before = process.env.IZIN_OUT;
  process.env.IZIN_OUT = out;
  const izin = await launchIzin({ locale });
  if (before === undefined) delete process.env.IZIN_OUT;
  else process.env.IZIN_OUT = before;
  const close = async (): Promise<void> => {
    await izin.close();
    rmSync(out, { recursive: true, force: true });
  };
  return { ...izin, close };
}

/** What these sites answer, under a policy that forbids all but their own files. Undefined: another site's address. */
export function servedAt(origin: string, name: 'chat' | 'mail', address: string) {
  const { origin: asked, pathname: path } = new URL(address);
  if (asked !== origin) return undefined;
  const csp = `default-src 'none'; script-src ${origin}; style-src ${origin}; frame-src ${origin}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  const file = path === '/' ? `${name}.html` : path.slice(1);
  const contentType = TYPES[file.split('.').at(-1) ?? ''] ?? 'text/html';
  const body = readFileSync(new URL(`../pages/teach/${file}`, import.meta.url), 'utf8');
  return { contentType, headers: { 'content-security-policy': csp }, body };
}

export async function openUnknown(context: BrowserContext, origin: string, name: 'chat' | 'mail'): Promise<Page> {
  await context.route(`${origin}/**`, (route) => route.fulfill(servedAt(origin, name, route.request().url())));
  const page = await context.newPage();
  await page.bringToFront();
  await page.goto(`${origin}/`);
  return page;
}

/** As the popup does it: a page of ours asks for the teaching in that tab. */
export async function startTeaching(izin: Pick<Izin, 'context' | 'url'>, page: Page): Promise<void> {
  const own = await izin.context.newPage();
  await own.goto(izin.url('popup.html'));
  await page.bringToFront();
  const { origin } = new URL(page.url());
  const reply = await own.evaluate(async (at) => {
    const chrome = Reflect.get(globalThis, 'chrome');
    const [tab] = await chrome.tabs.query({ url: `${at.replace(/:\d+$/, '')}/*` });
    return chrome.runtime.sendMessage({ izin: 'teach', question: { tabId: tab.id } });
  }, origin);
  if ('error' in reply) throw new Error(reply.error);
  await own.close();
  await page.bringToFront();
}

/** Our card over the page: a frame in a closed tree. Playwright finds frames wherever they stand; a page does not. */
export async function teachPanel(page: Page) {
  const open = async (): Promise<Locator | undefined> => {
    for (const frame of page.frames()) {
      const card = frame.getByRole('dialog', { name: /Teach Izin|Ajari Izin/ });
      if ((await card.count().catch(() => 0)) > 0) return card;
    }
    return undefined;
  };
  const card = async (): Promise<Locator> => {
    for (const until = Date.now() + 20_000; Date.now() < until; await page.waitForTimeout(50)) {
      const found = await open();
      if (found) return found;
    }
    throw new Error('the card is not there');
  };
  type Role = 'heading' | 'button' | 'combobox' | 'application';
  const find = async (role: Role, name: string | RegExp): Promise<Locator> => {
    const found = (await card()).getByRole(role, { name, exact: true });
    await found.waitFor({ timeout: 20_000 });
    return found;
  };
  const now = async (): Promise<string> => (await open())?.innerText() ?? '';
  return {
    find,
    now,
    isOpen: async () => (await open()) !== undefined,
    press: async (name: string | RegExp) => (await find('button', name)).click(),
    /** By keyboard, from where the focus is put. */
    choose: async (name: string | RegExp, option: number) => {
      await (await find('combobox', name)).focus();
      await page.keyboard.press('Home');
      for (let step = 0; step < option; step += 1) await page.keyboard.press('ArrowDown');
    },
    focusStage: async () => (await find('application', /Tab/)).focus(),
    /** Tab, until the card says these words of what it stands on. */
    tabTo: async (words: string) => {
      for (let step = 0; step < 60; step += 1) {
        if ((await now()).includes(words)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not come to ${words}: ${await now()}`);
    },
    /** Through the page and into the card, up to this button, which is pressed by Enter. */
    tabToButton: async (name: string) => {
      const button = await find('button', name);
      const isFocused = (): Promise<boolean> =>
        button.evaluate((each) => each.matches(':focus') && document.hasFocus());
      for (let step = 0; !(await isFocused()); step += 1) {
        if (step === 60) throw new Error(`Tab does not come to ${name}`);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
    },
    say: async (words: string | RegExp, within = 20_000) => {
      for (const until = Date.now() + within; Date.now() < until; await page.waitForTimeout(50)) {
        const said = await now();
        if (typeof words === 'string' ? said.includes(words) : words.test(said)) return true;
      }
      return false;
    },
  };
}

export type TeachPanel = Awaited<ReturnType<typeof teachPanel>>;

/** The chat's three parts, by pointing, up to the trial. */
export async function pointAtChat(page: Page, panel: TeachPanel): Promise<void> {
  await panel.find('heading', 'Who does it go to?');
  await panel.choose('The page shows', 1);
  await page.getByRole('heading', { name: 'Sari Wulandari' }).click();
  await panel.press('Next');
  await page.getByRole('textbox', { name: 'Tulis pesan' }).click();
  await panel.press('Next');
  await page.locator('.x1o1ewxj').click();
  await panel.press('Next');
  await panel.find('heading', 'Try it: nothing will be sent');
}

/** A message that is not sent, pressed and entered, and what was learnt kept. */
export async function tryChat(page: Page, panel: TeachPanel): Promise<void> {
  await page.getByRole('textbox', { name: 'Tulis pesan' }).click();
  await page.keyboard.type('Hanya percobaan');
  await page.locator('.x1o1ewxj').click();
  if (!(await panel.say('Held. Nothing was sent.'))) throw new Error('the trial held nothing');
  await panel.press('This works');
}

/** The page of our own about that site. It opens once it was learnt. */
export async function learntPage(context: BrowserContext): Promise<Page> {
  const open = (): Page | undefined => context.pages().find((each) => each.url().includes('#/sites/taught/'));
  for (const until = Date.now() + 20_000; Date.now() < until && !open(); )
    await new Promise((resolve) => setTimeout(resolve, 50));
  const own = open();
  if (!own) throw new Error('no page of what was learnt');
  await own.waitForLoadState();
  return own;
}
