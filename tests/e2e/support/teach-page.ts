import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
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

export async function openUnknown(context: BrowserContext, origin: string, name: 'chat' | 'mail'): Promise<Page> {
  const csp = `default-src 'none'; script-src ${origin}; style-src ${origin}; frame-src ${origin}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  await context.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = path === '/' ? `${name}.html` : path.slice(1);
    const contentType = TYPES[file.split('.').at(-1) ?? ''] ?? 'text/html';
    const body = readFileSync(new URL(`../pages/teach/${file}`, import.meta.url), 'utf8');
    return route.fulfill({ contentType, headers: { 'content-security-policy': csp }, body });
  });
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

interface Seen {
  readonly role: string;
  readonly name: string;
  readonly id: number;
}

/** Our panel as assistive technology has it: its tree is closed, and the debugger alone can say what is in it. */
export async function teachPanel(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const all = async (): Promise<readonly Seen[]> => {
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const dialog = nodes.find(
      ({ role, name }) => role?.value === 'dialog' && /Teach Izin|Ajari Izin/.test(name?.value ?? ''),
    );
    const inside = new Set<string>(dialog ? [dialog.nodeId] : []);
    for (const node of nodes) if (node.parentId && inside.has(node.parentId)) inside.add(node.nodeId);
    return nodes
      .filter(({ nodeId, ignored }) => inside.has(nodeId) && !ignored)
      .map(({ role, name, backendDOMNodeId }) => ({
        role: String(role?.value ?? ''),
        name: String(name?.value ?? ''),
        id: backendDOMNodeId ?? 0,
      }));
  };
  const find = async (role: string, name: string | RegExp): Promise<Seen> => {
    for (const until = Date.now() + 8_000; Date.now() < until; ) {
      const hit = (await all()).find(
        (one) => one.role === role && (typeof name === 'string' ? one.name === name : name.test(one.name)),
      );
      if (hit) return hit;
      await page.waitForTimeout(50);
    }
    throw new Error(
      `no ${role} ${name} among ${JSON.stringify((await all()).map((one) => `${one.role} ${one.name}`))}`,
    );
  };
  return {
    all,
    find,
    isOpen: async () => (await all()).length > 0,
    /** Words that the panel shows. */
    words: async () =>
      (await all())
        .filter(({ role }) => role === 'StaticText')
        .map(({ name }) => name)
        .join('\n'),
    press: async (name: string | RegExp) => {
      const { id } = await find('button', name);
      const { quads } = await cdp.send('DOM.getContentQuads', { backendNodeId: id });
      const [x1 = 0, y1 = 0, x2 = 0, , , y3 = 0] = quads[0] ?? [];
      await page.mouse.click((x1 + x2) / 2, (y1 + y3) / 2);
    },
    /** By keyboard, from where the focus is put. */
    choose: async (name: string | RegExp, option: number) => {
      const { id } = await find('combobox', name);
      await cdp.send('DOM.focus', { backendNodeId: id });
      await page.keyboard.press('Home');
      for (let step = 0; step < option; step += 1) await page.keyboard.press('ArrowDown');
    },
    /** The line that is told as the user points. */
    now: async () => (await all()).map(({ name }) => name).join('\n'),
    focusStage: async () => {
      const { id } = await find('application', /Tab/);
      await cdp.send('DOM.focus', { backendNodeId: id });
    },
    say: async (words: string | RegExp, within = 8_000) => {
      for (const until = Date.now() + within; Date.now() < until; ) {
        const said = (await all()).map(({ name }) => name).join('\n');
        if (typeof words === 'string' ? said.includes(words) : words.test(said)) return true;
        await page.waitForTimeout(50);
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
  for (const until = Date.now() + 8_000; Date.now() < until && !open(); )
    await new Promise((resolve) => setTimeout(resolve, 50));
  const own = open();
  if (!own) throw new Error('no page of what was learnt');
  await own.waitForLoadState();
  return own;
}
